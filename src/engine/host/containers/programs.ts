import { unixDate } from '../../time.ts';
import { MACHINE } from '../machine.table.ts';

/** What a program in a container sees. */
export interface Surroundings {
  readonly hostname: string;
  readonly user: number;
  readonly group: number;
  /** Whether users have names. */
  readonly accounts: boolean;
  readonly environment: Readonly<Record<string, string>>;
  /** Text of a file; null when there is none. */
  readonly read: (path: string) => string | null;
  /** Names in a directory, sorted; null when it is none. */
  readonly list: (path: string) => readonly string[] | null;
  /** Whether a program of that name is installed. */
  readonly has: (program: string) => boolean;
  /** Command lines of the container's processes, the first being pid 1. */
  readonly processes: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What a program did: its output, its exit code, and how long it took in milliseconds (Infinity: it goes on). */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  readonly lasts: number;
}

type Program = (parameters: readonly string[], around: Surroundings, stdin: string) => Outcome;

/** A program that ended at once. */
export function ended(stdout: string, code = 0, stderr = ''): Outcome {
  return { stdout, stderr, code, lasts: 0 };
}

function forEach(names: readonly string[], one: (name: string) => { text: string } | { error: string }): Outcome {
  let stdout = '';
  let stderr = '';
  for (const name of names) {
    const result = one(name);
    if ('text' in result) stdout += result.text;
    else stderr += `${result.error}\n`;
  }
  return ended(stdout, stderr === '' ? 0 : 1, stderr);
}

const cat: Program = (names, around, stdin) =>
  names.length === 0
    ? ended(stdin)
    : forEach(names, (name) => {
        const text = name === '-' ? stdin : around.read(name);
        if (text !== null) return { text };
        const why = around.list(name) === null ? "can't open '" : "read error: Is a directory: '";
        return { error: `cat: ${why}${name}'${around.list(name) === null ? ': No such file or directory' : ''}` };
      });

const ls: Program = (parameters, around) => {
  const given = parameters.filter((word) => !word.startsWith('-'));
  const names = given.length === 0 ? ['/'] : given;
  const hidden = parameters.some((word) => /^-\w*[aA]/.test(word));
  const result = forEach(names, (name) => {
    const entries = around.list(name);
    if (entries !== null) {
      const shown = entries.filter((entry) => hidden || !entry.startsWith('.'));
      return { text: (names.length > 1 ? `${name}:\n` : '') + shown.map((entry) => `${entry}\n`).join('') };
    }
    return around.read(name) === null ? { error: `ls: ${name}: No such file or directory` } : { text: `${name}\n` };
  });
  return result;
};

const id: Program = (parameters, { user, group, accounts }) => {
  const name = accounts ? nameOf(user) : null;
  if (parameters[0] === '-u') return ended(`${user}\n`);
  if (parameters[0] === '-g') return ended(`${group}\n`);
  if (parameters[0] === '-un') return ended(`${name ?? user}\n`);
  const groupName = accounts ? nameOf(group) : null;
  const shown = (number: number, text: string | null) => (text === null ? String(number) : `${number}(${text})`);
  return ended(`uid=${shown(user, name)} gid=${shown(group, groupName)} groups=${shown(group, groupName)}\n`);
};

function nameOf(number: number): string | null {
  return number === 0 ? 'root' : number === 65534 ? 'nobody' : null;
}

const sleep: Program = (parameters) => {
  let milliseconds = 0;
  for (const word of parameters) {
    const parts = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(word);
    if (word === 'infinity' || word === 'inf') return { ...ended(''), lasts: Number.POSITIVE_INFINITY };
    if (parts === null) return ended('', 1, `sleep: invalid number '${word}'\n`);
    milliseconds += Number(parts[1]) * ({ m: 60_000, h: 3_600_000, d: 86_400_000 }[parts[2] ?? ''] ?? 1000);
  }
  return { ...ended(''), lasts: milliseconds };
};

const environment: Program = (_, { environment: variables }) =>
  ended(
    Object.entries(variables)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );

const printenv: Program = (names, around, stdin) => {
  if (names.length === 0) return environment(names, around, stdin);
  const found = names.filter((name) => Object.hasOwn(around.environment, name));
  return ended(
    found.map((name) => `${around.environment[name] ?? ''}\n`).join(''),
    found.length === names.length ? 0 : 1,
  );
};

const ps: Program = (_, { processes, user, accounts }) => {
  const owner = (accounts ? nameOf(user) : null) ?? String(user);
  const rows = [...processes, 'ps'].map((line, index) => {
    const pid = index === 0 ? 1 : 20 + index;
    return `${String(pid).padStart(5)} ${owner.padEnd(8)}  0:00 ${line}\n`;
  });
  return ended(`PID   USER     TIME  COMMAND\n${rows.join('')}`);
};

const tail: Program = (parameters, around, stdin) => {
  const follow = parameters.some((word) => /^-\w*[fF]/.test(word));
  const names = parameters.filter((word, index) => !word.startsWith('-') && parameters[index - 1] !== '-n');
  const count = Number(parameters[parameters.indexOf('-n') + 1] ?? 10) || 10;
  const text = names[0] === undefined ? stdin : names[0] === '/dev/null' ? '' : around.read(names[0]);
  if (text === null) return ended('', 1, `tail: can't open '${names[0] ?? ''}': No such file or directory\n`);
  return { ...ended(lastLines(text, count)), lasts: follow ? Number.POSITIVE_INFINITY : 0 };
};

function lastLines(text: string, count: number): string {
  const lines = text.split(/(?<=\n)/);
  return lines.slice(Math.max(0, lines.length - count)).join('');
}

const head: Program = (parameters, around, stdin) => {
  const count = Number(parameters[parameters.indexOf('-n') + 1] ?? 10) || 10;
  const name = parameters.find((word, index) => !word.startsWith('-') && parameters[index - 1] !== '-n');
  const text = name === undefined ? stdin : around.read(name);
  if (text === null) return ended('', 1, `head: ${name ?? ''}: No such file or directory\n`);
  return ended(
    text
      .split(/(?<=\n)/)
      .slice(0, count)
      .join(''),
  );
};

const grep: Program = (parameters, around, stdin) => {
  const [wanted = '', ...names] = parameters.filter((word) => !word.startsWith('-'));
  const ignoreCase = parameters.includes('-i');
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const source = names.length === 0 ? stdin : names.map((name) => around.read(name) ?? '').join('');
  const lines = source.split('\n').filter((text) => text !== '' && fold(text).includes(fold(wanted)));
  return ended(lines.map((text) => `${text}\n`).join(''), lines.length === 0 ? 1 : 0);
};

const printf: Program = ([format = '', ...values]) => {
  let next = 0;
  const text = format
    .replace(/%[sd]/g, () => values[next++] ?? '')
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t');
  return ended(text);
};

const echo: Program = (parameters) => {
  const bare = parameters[0] === '-n';
  return ended(`${parameters.slice(bare ? 1 : 0).join(' ')}${bare ? '' : '\n'}`);
};

const wc: Program = (parameters, _, stdin) =>
  ended(parameters.includes('-l') ? `${stdin.split('\n').length - 1}\n` : `${stdin.length}\n`);

const test: Program = (given, around) => {
  const parameters = given.at(-1) === ']' ? given.slice(0, -1) : given;
  const [first = '', second = '', third = ''] = parameters;
  if (first === '!') return ended('', test(parameters.slice(1), around, '').code === 0 ? 1 : 0);
  const answer = (holds: boolean): Outcome => ended('', holds ? 0 : 1);
  const isFile = (path: string): boolean => around.read(path) !== null;
  const isDirectory = (path: string): boolean => around.list(path) !== null;
  if (second === '=' || second === '==') return answer(first === third);
  if (second === '!=') return answer(first !== third);
  if (first === '-f' || first === '-r' || first === '-s') return answer(isFile(second));
  if (first === '-d') return answer(isDirectory(second));
  if (first === '-e') return answer(isFile(second) || isDirectory(second));
  if (first === '-z') return answer(second === '');
  return answer((first === '-n' ? second : first) !== '');
};

const NGINX = [
  '/docker-entrypoint.sh: /docker-entrypoint.d/ is not empty, will attempt to perform configuration',
  '/docker-entrypoint.sh: Looking for shell scripts in /docker-entrypoint.d/',
  '/docker-entrypoint.sh: Launching /docker-entrypoint.d/10-listen-on-ipv6-by-default.sh',
  '/docker-entrypoint.sh: Configuration complete; ready for start up',
];

const nginx: Program = () => ({
  stdout: NGINX.map((text) => `${text}\n`).join(''),
  stderr: '',
  code: 0,
  lasts: Number.POSITIVE_INFINITY,
});

/** The programs that are modelled, by name. Busybox's words, as most small images have them. */
export const PROGRAMS: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['cat', cat],
  ['date', (_, { now }) => ended(`${unixDate(now)}\n`)],
  ['echo', echo],
  ['env', environment],
  ['false', () => ended('', 1)],
  ['grep', grep],
  ['head', head],
  ['hostname', (_, { hostname }) => ended(`${hostname}\n`)],
  ['id', id],
  ['ls', ls],
  ['nginx', nginx],
  ['pause', () => ({ ...ended(''), lasts: Number.POSITIVE_INFINITY })],
  ['printenv', printenv],
  ['printf', printf],
  ['ps', ps],
  ['pwd', () => ended('/\n')],
  ['sleep', sleep],
  ['test', test],
  ['[', test],
  ['tail', tail],
  ['true', () => ended('')],
  ['uname', uname],
  ['wc', wc],
  ['whoami', ({ length }, { user, accounts }) => whoami(length, user, accounts)],
]);

function whoami(_: number, user: number, accounts: boolean): Outcome {
  const name = accounts ? nameOf(user) : null;
  return name === null ? ended('', 1, `whoami: unknown uid ${user}\n`) : ended(`${name}\n`);
}

/** The node's kernel, for a container has none of its own. */
function uname(parameters: readonly string[], { hostname }: Surroundings): Outcome {
  const parts = { s: 'Linux', n: hostname, r: MACHINE.kernel, v: MACHINE.kernelVersion, m: 'x86_64', o: 'GNU/Linux' };
  const letters = parameters.join('').replaceAll('-', '') || 's';
  const shown = Object.entries(parts).filter(([letter]) => letters.includes('a') || letters.includes(letter));
  return ended(`${shown.map(([, text]) => text).join(' ')}\n`);
}
