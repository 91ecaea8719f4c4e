import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, printed, textOf, widthOf } from '../answer.ts';
import { type Process, processesOf } from '../processes.ts';
import { COLUMNS, type Column, LISTS, psTable, UID_NAME } from './columns.ts';

/** What was asked of `ps`. */
interface Query {
  /** Which processes: every one, those with a terminal, or what lists name. */
  everyone: boolean;
  terminals: boolean;
  readonly pids: number[];
  readonly parents: number[];
  readonly names: string[];
  readonly users: string[];
  format: 'plain' | 'bsd' | 'user' | 'full';
  columns: Column[];
  headers: boolean;
  wide: number;
  forest: boolean;
  sort: string;
}

const USAGE = `
Usage:
 ps [options]

 Try 'ps --help <simple|list|output|threads|misc|all>'
  or 'ps --help <s|l|o|t|m|a>'
 for additional help text.

For more details see ps(1).
`;

/** `ps`: the processes of the node. Models procps 4. */
export const ps: NodeCommand = {
  name: 'ps',
  manual: `PS(1)                           User Commands                          PS(1)

NAME
       ps - report a snapshot of the current processes

EXAMPLES
       ps aux                       every process, with CPU, memory and its
                                    whole command line
       ps -ef                       the same with the parent's pid
       ps -o pid,args -C kubelet    chosen columns of a program by its name
       ps -p 812 -o args=           the command line of a process: for a kubelet
                                    the flags that it really runs with
`,
  run(parameters, context) {
    const query: Query = {
      everyone: false,
      terminals: false,
      pids: [],
      parents: [],
      names: [],
      users: [],
      format: 'plain',
      columns: [],
      headers: true,
      wide: 0,
      forest: false,
      sort: '',
    };
    const error = readParameters(parameters, query);
    if (error === 'help') return printed(USAGE);
    if (error !== null) return complained(`error: ${error}\n${USAGE}`);
    return list(query, ['ps', ...parameters].join(' '), context);
  },
};

function readParameters(parameters: readonly string[], query: Query): string | null {
  const rest = [...parameters];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const error = word.startsWith('--')
      ? readLong(word, rest, query)
      : word.startsWith('-')
        ? readUnix(word.slice(1), rest, query)
        : readBsd(word, rest, query);
    if (error !== null) return error;
  }
  return null;
}

function readLong(word: string, rest: string[], query: Query): string | null {
  const [name = '', given] = word.slice(2).split(/=(.*)/s);
  const value = (): string => given ?? rest.shift() ?? '';
  switch (name) {
    case 'help':
      return 'help';
    case 'forest':
      query.forest = true;
      return null;
    case 'no-headers':
    case 'no-heading':
      query.headers = false;
      return null;
    case 'sort':
      query.sort = value();
      return null;
    case 'pid':
      return addPids(value(), query.pids);
    case 'ppid':
      return addPids(value(), query.parents);
    case 'format':
      return addColumns(value(), query);
    case 'user':
      query.users.push(...value().split(','));
      return null;
    default:
      return 'unknown gnu long option';
  }
}

/** Letters behind a dash; those with a value take the rest of the word or the next one. */
function readUnix(letters: string, rest: string[], query: Query): string | null {
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters.charAt(index);
    if ('poCuUqt'.includes(letter)) {
      const value = letters.slice(index + 1) || rest.shift();
      return value === undefined ? `option requires an argument` : withValue(letter, value, query);
    }
    switch (letter) {
      case 'e':
      case 'A':
        query.everyone = true;
        break;
      case 'f':
      case 'F':
        query.format = 'full';
        break;
      case 'a':
      case 'd':
        query.terminals = true;
        break;
      case 'w':
        query.wide += 1;
        break;
      case 'H':
        query.forest = true;
        break;
      case 'x':
        return 'unsupported SysV option';
      default:
        return 'unsupported SysV option';
    }
  }
  return null;
}

function withValue(letter: string, value: string, query: Query): string | null {
  switch (letter) {
    case 'p':
    case 'q':
      return addPids(value, query.pids);
    case 'o':
      return addColumns(value, query);
    case 'C':
      query.names.push(...value.split(','));
      return null;
    case 't':
      query.terminals = true;
      return null;
    default:
      query.users.push(...value.split(','));
      return null;
  }
}

/** Letters without a dash, and bare pids. */
function readBsd(word: string, rest: string[], query: Query): string | null {
  if (/^[\d,]+$/.test(word)) return addPids(word, query.pids);
  if (query.format === 'plain') query.format = 'bsd';
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charAt(index);
    if (letter === 'o' || letter === 'p' || letter === 'U') {
      const value = word.slice(index + 1) || rest.shift();
      if (value === undefined) return 'option requires an argument';
      return letter === 'U' ? withValue('u', value, query) : withValue(letter, value, query);
    }
    if (letter === 'a') query.terminals = true;
    else if (letter === 'x') query.everyone = true;
    else if (letter === 'u') query.format = 'user';
    else if (letter === 'w') query.wide += 1;
    else if (letter === 'f') query.forest = true;
    else if (letter === 'h') query.headers = false;
    else return 'unsupported option (BSD syntax)';
  }
  return null;
}

function addPids(text: string, into: number[]): string | null {
  for (const word of text.split(/[ ,]+/)) {
    if (!/^\d+$/.test(word)) return 'process ID list syntax error';
    into.push(Number(word));
  }
  return null;
}

function addColumns(text: string, query: Query): string | null {
  for (const word of text.split(/,|\s+/)) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
    if (column === undefined) return `unknown user-defined format specifier "${name}"`;
    query.columns.push(equals < 0 ? column : { ...column, header: word.slice(equals + 1) });
  }
  return null;
}

function list(query: Query, caller: string, context: CommandContext): CommandResult {
  const { world, node } = context;
  const all = processesOf(world, node, caller, context.besides);
  const named = query.pids.length + query.parents.length + query.names.length + query.users.length > 0;
  const chosen = all.filter((process) => {
    const isNamed =
      query.pids.includes(process.pid) ||
      query.parents.includes(process.parent) ||
      query.names.some((name) => name.slice(0, 15) === process.name) ||
      query.users.includes(process.user);
    return query.everyone || isNamed || (!named && (query.terminals || process.tty !== '?') && process.tty !== '?');
  });
  const columns =
    query.columns.length > 0
      ? query.columns
      : LISTS[query.format]
          .map((name) => (name === 'uid-name' ? UID_NAME : COLUMNS[name]))
          .filter((one) => one !== undefined);
  const shown = query.headers
    ? columns
    : columns.map((one) => ({ ...one, header: '', width: Math.max(one.width, one.header.length) }));
  const terminal = widthOf(context);
  const width = query.wide > 1 ? Number.POSITIVE_INFINITY : query.wide === 1 ? Math.max(132, terminal) : terminal;
  const arranged = query.forest ? asForest(sorted(chosen, query.sort)) : sorted(chosen, query.sort);
  return printed(textOf(psTable(shown, arranged, world.now, width)), chosen.length === 0 ? 1 : 0);
}

/** Sorted by a column's number or text, backwards with `-` before it. */
function sorted(processes: readonly Process[], key: string): readonly Process[] {
  const name = key.replace(/^[+-]/, '');
  const value = (process: Process): number => {
    if (/^(?:rss|%mem|pmem|rssize)$/.test(name)) return process.resident;
    if (/^(?:%cpu|pcpu|time|cputime)$/.test(name)) return process.used;
    if (/^(?:start_time|start|lstart)$/.test(name)) return process.startedAt;
    return name === 'vsz' ? process.virtual : process.pid;
  };
  const sign = key.startsWith('-') ? -1 : 1;
  return key === '' ? processes : [...processes].sort((left, right) => sign * (value(left) - value(right)));
}

/** Children below their parents, drawn as a tree. */
function asForest(processes: readonly Process[]): readonly Process[] {
  const pids = new Set(processes.map(({ pid }) => pid));
  const below = (parent: number, indent: string): readonly Process[] => {
    const children = processes.filter((process) => process.parent === parent && process.pid !== parent);
    return children.flatMap((child, index) => {
      const last = index === children.length - 1;
      return [
        { ...child, command: `${indent} \\_ ${child.command}` },
        ...below(child.pid, `${indent}${last ? '    ' : ' |  '}`),
      ];
    });
  };
  return processes.filter(({ parent }) => !pids.has(parent)).flatMap((root) => [root, ...below(root.pid, '')]);
}
