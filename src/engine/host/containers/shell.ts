import { ended, type Outcome, PROGRAMS, type Surroundings } from './programs.ts';

/** A word's pieces are joined; `quoted` words are never operators. */
interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

const OPERATORS = [';;', '&&', '||', '2>&1', '>&2', '1>&2', '2>', '>>', '>', '<', '|', ';', '&', '\n', '(', ')'];
/** So many commands may a container's script run before we take it that it goes on for ever. */
const COMMANDS = 5000;
/** So deep may shells start shells. */
const DEPTH = 30;

/** Output with the moment, in milliseconds after the start, that each piece came. */
export interface Piece {
  readonly at: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What came of running something for a while: what it said, and when and how it ended (null: it has not). */
export interface Run {
  readonly pieces: readonly Piece[];
  readonly end: { readonly at: number; readonly code: number } | null;
}

/**
 * Runs a command line (no shell unless it names one) for at most `budget` milliseconds. Knows the small programs of
 * `programs.ts` and, of the shell's language, lists, pipes, quotes, variables, redirections and `while`.
 */
export function run(argv: readonly string[], around: Surroundings, budget: number, stdin = ''): Run {
  const machine = new Machine(around, budget);
  const code = machine.program(argv, stdin);
  return { pieces: machine.pieces, end: machine.over ? null : { at: machine.clock, code } };
}

class Machine {
  readonly pieces: Piece[] = [];
  clock = 0;
  over = false;
  private readonly around: Surroundings;
  private readonly budget: number;
  private commands = 0;
  private depth = 0;
  private readonly variables: Record<string, string>;

  constructor(around: Surroundings, budget: number) {
    this.around = around;
    this.budget = budget;
    this.variables = Object.assign(Object.create(null), around.environment);
  }

  /** Runs one program and lets its output out; gives its exit code. */
  program(argv: readonly string[], stdin: string): number {
    const outcome = this.call(argv, stdin);
    this.say('stdout', outcome.stdout);
    this.say('stderr', outcome.stderr);
    return outcome.code;
  }

  private say(stream: Piece['stream'], text: string): void {
    if (text !== '') this.pieces.push({ at: this.clock, stream, text });
  }

  private call(argv: readonly string[], stdin: string): Outcome {
    const [name = '', ...parameters] = argv;
    const base = name.slice(name.lastIndexOf('/') + 1);
    if (base === 'sh' || base === 'bash' || base === 'ash') {
      const flag = parameters.findIndex((word) => /^-\w*c$/.test(word));
      // Without -c a shell reads its commands from its input.
      return ended('', this.script(flag === -1 ? stdin : (parameters[flag + 1] ?? '')));
    }
    if (base === 'busybox') return this.call(parameters, stdin);
    const program = PROGRAMS.get(base);
    if (program === undefined) return this.wait({ ...ended(''), lasts: Number.POSITIVE_INFINITY });
    return this.wait(program(parameters, { ...this.around, environment: this.variables }, stdin));
  }

  /** Lets a program's time pass. One that does not end within the budget ends everything. */
  private wait(outcome: Outcome): Outcome {
    if (this.clock + outcome.lasts > this.budget) {
      this.over = true;
      return outcome;
    }
    this.clock += outcome.lasts;
    return outcome;
  }

  private script(text: string): number {
    const words = split(text);
    if (words === null) return this.complain('sh: syntax error: unterminated quoted string');
    this.depth += 1;
    if (this.depth > DEPTH) this.over = true;
    const code = this.over ? 0 : this.list(words, 0, words.length);
    this.depth -= 1;
    return code;
  }

  private complain(text: string, code = 2): number {
    this.say('stderr', `${text}\n`);
    return code;
  }

  /** Commands from `from` to `to`, parted by `;`, `&&`, `||`, `&` and line ends. */
  private list(words: readonly Word[], from: number, to: number): number {
    let code = 0;
    let position = from;
    let wanted = true;
    while (position < to && !this.over) {
      const loop = words[position];
      if (loop !== undefined && !loop.quoted && loop.text === 'while') {
        const end = blockEnd(words, position, to);
        if (end === null) return this.complain('sh: syntax error: unexpected end of file (expecting "done")');
        if (wanted) code = this.loop(words, position + 1, end.doAt, end.doneAt);
        position = end.doneAt + 1;
      } else {
        const end = commandEnd(words, position, to);
        if (wanted && end > position) {
          const result = this.pipeline(words.slice(position, end));
          code = result.code;
          if (result.left) return code;
        }
        position = end;
      }
      const operator = words[position]?.text ?? ';';
      wanted = operator === '&&' ? code === 0 : operator === '||' ? code !== 0 : true;
      position += 1;
    }
    return code;
  }

  private loop(words: readonly Word[], test: number, doAt: number, doneAt: number): number {
    let code = 0;
    while (!this.over && this.list(words, test, doAt) === 0) code = this.list(words, doAt + 1, doneAt);
    return code;
  }

  private pipeline(words: readonly Word[]): { readonly code: number; readonly left: boolean } {
    let stdin = '';
    let code = 0;
    this.commands += 1;
    if (this.commands > COMMANDS) this.over = true;
    const commands = splitBy(words, '|');
    for (const [index, command] of commands.entries()) {
      const { argv, toNull, errorToOut, outToError } = this.redirect(command);
      if (argv[0] === 'exit') return { code: Number(argv[1] ?? code) || 0, left: true };
      const last = index === commands.length - 1;
      const leaves = argv[0] === 'exec';
      const outcome = this.simple(leaves ? argv.slice(1) : argv, stdin);
      code = outcome.code;
      this.say(errorToOut ? 'stdout' : 'stderr', outcome.stderr);
      if (last && !toNull) this.say(outToError ? 'stderr' : 'stdout', outcome.stdout);
      stdin = outcome.stdout;
      if (this.over || leaves) return { code, left: true };
    }
    return { code, left: false };
  }

  private simple(argv: readonly string[], stdin: string): Outcome {
    const [name = '', ...parameters] = argv;
    const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(name);
    if (assignment !== null && parameters.length === 0) {
      this.variables[assignment[1] ?? ''] = assignment[2] ?? '';
      return ended('');
    }
    if (name === '!') {
      const outcome = this.simple(parameters, stdin);
      return { ...outcome, code: outcome.code === 0 ? 1 : 0 };
    }
    if (name === '' || name === ':' || name === 'set' || name === 'trap' || name === 'wait') return ended('');
    if (name === 'export') return this.simple([parameters[0] ?? ''], stdin);
    if (name === 'cd') return ended('');
    const built = ['echo', 'true', 'false', 'printf', 'pwd', 'test', '['].includes(name);
    if (!built && !this.around.has(name.slice(name.lastIndexOf('/') + 1))) {
      return ended('', 127, `sh: ${name}: not found\n`);
    }
    return this.call(argv, stdin);
  }

  private redirect(words: readonly Word[]): {
    argv: readonly string[];
    toNull: boolean;
    errorToOut: boolean;
    outToError: boolean;
  } {
    const argv: string[] = [];
    const found = { toNull: false, errorToOut: false, outToError: false };
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      if (word === undefined) continue;
      if (!word.quoted && word.text === '2>&1') found.errorToOut = true;
      else if (!word.quoted && (word.text === '>&2' || word.text === '1>&2')) found.outToError = true;
      else if (!word.quoted && ['>', '>>', '2>', '<'].includes(word.text)) {
        const target = words[index + 1]?.text ?? '';
        if (word.text === '>' || word.text === '>>') {
          // /dev/stdout and pid 1's own are the log; any other file is not kept.
          if (target === '/dev/stderr') found.outToError = true;
          else if (target !== '/dev/stdout' && target !== '/proc/1/fd/1') found.toNull = true;
        }
        index += 1;
      } else argv.push(this.expand(word.text));
    }
    return { argv, ...found };
  }

  /** `$NAME` and `${NAME}`; text from single quotes carries its dollars as U+E000. */
  private expand(text: string): string {
    return text
      .replace(/\$\{?([A-Za-z_]\w*)\}?/g, (_, name: string) => this.variables[name] ?? '')
      .replaceAll('\ue000', '$');
  }
}

/** Words and operators of a script; null when a quote is not closed. */
function split(text: string): readonly Word[] | null {
  const words: Word[] = [];
  let current: string | null = null;
  let quoted = false;
  const flush = (): void => {
    if (current !== null) words.push({ text: current, quoted });
    current = null;
    quoted = false;
  };
  for (let index = 0; index < text.length; ) {
    const character = text[index] ?? '';
    if (character === "'" || character === '"') {
      const close = text.indexOf(character, index + 1);
      if (close < 0) return null;
      const inner = text.slice(index + 1, close);
      current = (current ?? '') + (character === "'" ? inner.replaceAll('$', '\ue000') : inner);
      quoted = true;
      index = close + 1;
      continue;
    }
    if (character === '\\') {
      current = (current ?? '') + (text[index + 1] ?? '').replace('$', '\ue000');
      index += 2;
      continue;
    }
    if (character === ' ' || character === '\t') {
      flush();
      index += 1;
      continue;
    }
    if (character === '#' && current === null) {
      const end = text.indexOf('\n', index);
      index = end < 0 ? text.length : end;
      continue;
    }
    const operator = OPERATORS.find((one) => text.startsWith(one, index) && (!/^\d/.test(one) || current === null));
    if (operator !== undefined) {
      flush();
      words.push({ text: operator, quoted: false });
      index += operator.length;
      continue;
    }
    current = (current ?? '') + character;
    index += 1;
  }
  flush();
  return words;
}

const ENDS = new Set([';', '&&', '||', '&', '\n']);

function commandEnd(words: readonly Word[], from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const word = words[index];
    if (word !== undefined && !word.quoted && ENDS.has(word.text)) return index;
  }
  return to;
}

/** Where a `while` that begins at `from` has its `do` and its `done`. */
function blockEnd(words: readonly Word[], from: number, to: number): { doAt: number; doneAt: number } | null {
  let depth = 0;
  let doAt = -1;
  for (let index = from; index < to; index += 1) {
    const word = words[index];
    if (word === undefined || word.quoted) continue;
    if (word.text === 'while') depth += 1;
    if (word.text === 'do' && depth === 1 && doAt < 0) doAt = index;
    if (word.text === 'done') {
      depth -= 1;
      if (depth === 0) return doAt < 0 ? null : { doAt, doneAt: index };
    }
  }
  return null;
}

function splitBy(words: readonly Word[], operator: string): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (!word.quoted && word.text === operator) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}
