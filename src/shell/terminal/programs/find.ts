import { removeTree } from '../../files/change.ts';
import type { EntryStatus } from '../../files/entry.ts';
import { failed, type ProgramContext, type ProgramResult, type ShellProgram } from '../program.ts';
import { groupNumber, userNumber } from './accounts.ts';
import { formatTime } from './date.ts';
import { age, type Measure, permission, size } from './measures.ts';
import { modeText } from './mode.ts';
import { fits } from './wildcard.ts';

/** A file that is looked at. `path` is as it is printed. */
interface Seen {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly status: EntryStatus;
}

/** Where what is found goes. */
interface Walk {
  readonly context: ProgramContext;
  readonly max: number;
  readonly min: number;
  stdout: string;
  stderr: string;
  exitCode: number;
  /** Set by `-prune`: what lies below is passed over. */
  isPruned: boolean;
  /** Files for `-exec … +`, by the place of the expression. */
  readonly gathered: Map<Test, { readonly command: readonly string[]; readonly paths: string[] }>;
}

type Test = (seen: Seen, walk: Walk) => boolean | Promise<boolean>;

class Refused extends Error {}

/** Looks for files. Models findutils 4.9: its tests and actions that a file of a world can answer. */
export const find: ShellProgram = {
  name: 'find',
  async start(parameters, context) {
    const first = parameters.findIndex((word) => /^[-(!]/.test(word));
    const starts = first < 0 ? parameters : parameters.slice(0, first);
    const words = first < 0 ? [] : parameters.slice(first);
    try {
      const expression = new Expression(words, context);
      const test = expression.read();
      const walk: Walk = {
        context,
        ...expression.depths,
        stdout: '',
        stderr: '',
        exitCode: 0,
        isPruned: false,
        gathered: new Map(),
      };
      for (const start of starts.length === 0 ? ['.'] : starts)
        await visit(start, start, 0, test, walk, expression.isDeepFirst);
      for (const { command, paths } of walk.gathered.values())
        if (paths.length > 0) await execute([...command, ...paths], walk);
      return { stdout: walk.stdout, stderr: walk.stderr, exitCode: walk.exitCode };
    } catch (error) {
      if (error instanceof Refused)
        return failed(`${error.message.startsWith('portside: ') ? '' : 'find: '}${error.message}\n`);
      throw error;
    }
  },
};

async function visit(
  path: string,
  name: string,
  depth: number,
  test: Test,
  walk: Walk,
  deepFirst: boolean,
): Promise<void> {
  const status = walk.context.files.status(path);
  if (status === null) {
    walk.stderr += `find: ‘${path}’: No such file or directory\n`;
    walk.exitCode = 1;
    return;
  }
  const seen = { path, name: depth === 0 ? (path.replace(/\/+$/, '').split('/').at(-1) ?? path) : name, depth, status };
  walk.isPruned = false;
  if (!deepFirst && depth >= walk.min) await test(seen, walk);
  if (status.kind === 'directory' && depth < walk.max && !walk.isPruned) {
    for (const below of [...walk.context.files.names(path)].sort())
      await visit(path.endsWith('/') ? `${path}${below}` : `${path}/${below}`, below, depth + 1, test, walk, deepFirst);
  }
  if (deepFirst && depth >= walk.min) await test(seen, walk);
}

async function execute(words: readonly string[], walk: Walk): Promise<ProgramResult> {
  const result = await walk.context.run(words, { stdin: '' });
  walk.stdout += result.stdout;
  walk.stderr += result.exitCode === 127 ? `find: ‘${words[0] ?? ''}’: No such file or directory\n` : result.stderr;
  return result;
}

/** Reads an expression: `-o` binds less than `-a`, which may be left out. */
class Expression {
  readonly #words: string[];
  readonly #context: ProgramContext;
  #acts = false;
  isDeepFirst = false;
  readonly depths = { max: Number.POSITIVE_INFINITY, min: 0 };

  constructor(words: readonly string[], context: ProgramContext) {
    this.#words = [...words];
    this.#context = context;
  }

  read(): Test {
    const test = this.#words.length === 0 ? () => true : this.#either();
    const [rest] = this.#words;
    if (rest === ')') throw new Refused("invalid expression; you have too many ')'");
    if (rest !== undefined) throw new Refused(`paths must precede expression: \`${rest}'`);
    if (this.#acts) return test;
    return async (seen, walk) => (await test(seen, walk)) && print(seen, walk);
  }

  #either(): Test {
    let left = this.#both();
    while (this.#words[0] === '-o' || this.#words[0] === '-or') {
      this.#words.shift();
      const [one, other] = [left, this.#both()];
      left = async (seen, walk) => (await one(seen, walk)) || (await other(seen, walk));
    }
    return left;
  }

  #both(): Test {
    let left = this.#not();
    while (this.#words[0] !== undefined && !['-o', '-or', ')'].includes(this.#words[0])) {
      if (this.#words[0] === '-a' || this.#words[0] === '-and') this.#words.shift();
      const [one, other] = [left, this.#not()];
      left = async (seen, walk) => (await one(seen, walk)) && (await other(seen, walk));
    }
    return left;
  }

  #not(): Test {
    const word = this.#words.shift();
    if (word === undefined) throw new Refused('expected an expression after an operator');
    if (word === '!' || word === '-not') {
      const test = this.#not();
      return async (seen, walk) => !(await test(seen, walk));
    }
    if (word === '(') {
      const test = this.#either();
      if (this.#words.shift() !== ')')
        throw new Refused("invalid expression; I was expecting to find a ')' somewhere but did not see one.");
      return test;
    }
    return this.#primary(word);
  }

  #argument(word: string): string {
    const argument = this.#words.shift();
    if (argument === undefined) throw new Refused(`missing argument to \`${word}'`);
    return argument;
  }

  #primary(word: string): Test {
    switch (word) {
      case '-true':
      case '-depth':
      case '-xdev':
      case '-mount':
      case '-follow':
      case '-L':
      case '-P':
        if (word === '-depth') this.isDeepFirst = true;
        return () => true;
      case '-false':
      case '-nouser':
      case '-nogroup':
        return () => false;
      case '-readable':
      case '-writable':
        return () => true;
      case '-executable':
        return ({ status }) => (status.mode & 0o111) !== 0;
      case '-maxdepth':
        this.depths.max = Number(this.#argument(word)) || 0;
        return () => true;
      case '-mindepth':
        this.depths.min = Number(this.#argument(word)) || 0;
        return () => true;
      case '-name':
      case '-iname': {
        const pattern = this.#argument(word);
        return ({ name }) => fits(pattern, name, word === '-iname');
      }
      case '-path':
      case '-wholename':
      case '-ipath': {
        const pattern = this.#argument(word);
        return ({ path }) => fits(pattern, path, word === '-ipath');
      }
      case '-type': {
        const types = this.#argument(word).split(',');
        const unknown = types.find((type) => !/^[bcdpfls]$/.test(type));
        if (unknown !== undefined) throw new Refused(`Unknown argument to -type: ${unknown}`);
        return ({ status: { kind } }) => types.includes(kind === 'directory' ? 'd' : kind === 'device' ? 'c' : 'f');
      }
      case '-empty':
        return ({ status, path }, { context }) =>
          status.kind === 'directory' ? context.files.names(path).length === 0 : status.size === 0;
      case '-user':
      case '-uid': {
        const wanted = userNumber(this.#peekKnown(word, userNumber, 'user'));
        return ({ status }) => userNumber(status.owner) === wanted;
      }
      case '-group':
      case '-gid': {
        const wanted = groupNumber(this.#peekKnown(word, groupNumber, 'group'));
        return ({ status }) => groupNumber(status.group) === wanted;
      }
      case '-perm':
        return this.#measured(word, permission, (text) => `invalid mode ‘${text}’`);
      case '-size':
        return this.#measured(word, size, (text) => `Invalid argument \`${text}' to -size`);
      case '-newer': {
        const path = this.#argument(word);
        const than = this.#context.files.status(path)?.modifiedAt;
        if (than === undefined) throw new Refused(`‘${path}’: No such file or directory`);
        return ({ status }) => status.modifiedAt > than;
      }
      case '-mtime':
      case '-ctime':
      case '-atime':
        return this.#measured(
          word,
          (text) => age(text, 86_400_000),
          (text) => `invalid argument \`${text}' to \`${word}'`,
        );
      case '-mmin':
      case '-cmin':
      case '-amin':
        return this.#measured(
          word,
          (text) => age(text, 60_000),
          (text) => `invalid argument \`${text}' to \`${word}'`,
        );
      default:
        return this.#action(word);
    }
  }

  #measured(word: string, read: (text: string) => Measure, complaint: (text: string) => string): Test {
    const text = this.#argument(word);
    const measure = read(text);
    if (measure === null) throw new Refused(complaint(text));
    return ({ status }, { context }) => measure(status, context.world.now);
  }

  #peekKnown(word: string, numberOf: (name: string) => number | null, what: string): string {
    const name = this.#argument(word);
    if (numberOf(name) === null) throw new Refused(`‘${name}’ is not the name of a known ${what}`);
    return name;
  }

  #action(word: string): Test {
    this.#acts = word !== '-prune' || this.#acts;
    switch (word) {
      case '-print':
        return print;
      case '-print0':
        return ({ path }, walk) => {
          walk.stdout += `${path}\0`;
          return true;
        };
      case '-printf': {
        const format = this.#argument(word);
        return (seen, walk) => {
          walk.stdout += printed(format, seen);
          return true;
        };
      }
      case '-ls':
        return ({ path, status }, walk) => {
          const time = `${formatTime('%b %e %H:%M', status.modifiedAt)}`;
          walk.stdout += `${'1'.padStart(9)} ${String(Math.ceil(status.size / 4096) * 4).padStart(6)} ${modeText(status)} ${'1'.padStart(3)} ${status.owner.padEnd(8)} ${status.group.padEnd(8)} ${String(status.size).padStart(8)} ${time} ${path}\n`;
          return true;
        };
      case '-delete':
        this.isDeepFirst = true;
        return ({ path, status }, walk) => {
          const { files, on } = walk.context;
          if (status.kind === 'directory' && files.names(path).length > 0) {
            walk.stderr += `find: cannot delete ‘${path}’: Directory not empty\n`;
            walk.exitCode = 1;
            return false;
          }
          removeTree(on, files.absolute(path));
          return true;
        };
      case '-prune':
        return (_, walk) => {
          walk.isPruned = true;
          return true;
        };
      case '-quit':
      case '-regex':
      case '-iregex':
        throw new Refused(`portside: ${word} is not modelled`);
      case '-exec':
      case '-execdir':
      case '-ok':
        return this.#exec(word);
      default:
        throw new Refused(`unknown predicate \`${word}'`);
    }
  }

  #exec(word: string): Test {
    const command: string[] = [];
    for (;;) {
      const next = this.#words.shift();
      if (next === undefined) throw new Refused(`missing argument to \`${word}'`);
      if (next === ';') break;
      if (next === '+' && command.at(-1) === '{}') {
        const gather: Test = ({ path }, walk) => {
          const gathered = walk.gathered.get(gather) ?? { command: command.slice(0, -1), paths: [] };
          gathered.paths.push(path);
          walk.gathered.set(gather, gathered);
          return true;
        };
        return gather;
      }
      command.push(next);
    }
    return async ({ path }, walk) => {
      const result = await execute(
        command.map((each) => each.replaceAll('{}', path)),
        walk,
      );
      return result.exitCode === 0;
    };
  }
}

const print: Test = ({ path }, walk) => {
  walk.stdout += `${path}\n`;
  return true;
};

function printed(format: string, { path, name, depth, status }: Seen): string {
  const letters: Readonly<Record<string, string>> = {
    p: path,
    f: name,
    h: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.',
    m: (status.mode & 0o7777).toString(8),
    M: modeText(status),
    u: status.owner,
    g: status.group,
    U: String(userNumber(status.owner) ?? 0),
    G: String(groupNumber(status.group) ?? 0),
    s: String(status.size),
    d: String(depth),
    y: status.kind === 'directory' ? 'd' : 'f',
    t: formatTime('%a %b %e %H:%M:%S.0000000000 %Y', status.modifiedAt),
    '%': '%',
  };
  return format
    .replace(/%([pfhmMugUGsdyt%])/g, (_, letter: string) => letters[letter] ?? '')
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replaceAll('\\0', '\0');
}
