import type { Address, SedCommand, Substitution } from './program.ts';
import { filled, lastEnd } from './replacement.ts';
import { visible } from './visible.ts';

/** A line that is read: its text, and whether a line end follows it. */
export interface InputLine {
  readonly text: string;
  readonly isEnded: boolean;
  readonly file: string;
}

/** How a script is run. */
export interface SedRun {
  readonly commands: readonly SedCommand[];
  readonly isQuiet: boolean;
  /** What ends a line: `\n`, or with `-z` the zero byte. */
  readonly end: string;
  /** What `r` and `R` read; null when there is nothing. */
  read(path: string): string | null;
  /** Takes what `w` writes. */
  write(path: string, text: string): void;
}

/** So many commands may one run take: a script that never ends does. */
const MOST = 500_000;

/** What a script remembers from one file to the next: hold space, ranges, the last pattern. */
export interface Memory {
  hold: string;
  isHoldEnded: boolean;
  readonly ranges: Map<SedCommand, { isOpen: boolean; isOver: boolean; until: number }>;
  pattern: RegExp | null;
  readonly lines: Map<string, string[]>;
  steps: number;
  /** What was printed last has no line end. */
  isOpen: boolean;
}

/** A memory with nothing in it. */
export function emptyMemory(): Memory {
  return { hold: '', isHoldEnded: true, ranges: new Map(), pattern: null, lines: new Map(), steps: 0, isOpen: false };
}

/** What a run came to; `exitCode` is null when the input was read to its end. */
export interface SedResult {
  readonly text: string;
  readonly exitCode: number | null;
  readonly complaint: string | null;
}

/** Runs a script over lines. Models sed/execute.c of GNU sed 4.9. */
export function runSed(run: SedRun, lines: readonly InputLine[], memory: Memory): SedResult {
  return new Cycle(run, lines, memory).all();
}

class Cycle {
  private readonly run: SedRun;
  private readonly lines: readonly InputLine[];
  private readonly memory: Memory;
  private out = '';
  private number = 0;
  private space = '';
  private isEnded = true;
  private readonly later: string[] = [];
  private hasReplaced = false;
  /** An empty pattern was to be the last one, and there was none. */
  private isLost = false;

  constructor(run: SedRun, lines: readonly InputLine[], memory: Memory) {
    this.run = run;
    this.lines = lines;
    this.memory = memory;
  }

  all(): SedResult {
    let isKept = false;
    while (isKept || this.next()) {
      isKept = false;
      const end = this.script();
      if (end === 'endless')
        return { text: this.out, exitCode: 1, complaint: 'portside: sed: the script does not come to its end\n' };
      if (end === 'lost')
        return {
          text: this.out,
          exitCode: 1,
          complaint: 'sed: -e expression #1, char 0: no previous regular expression\n',
        };
      if (end === 'restart') {
        this.flush();
        isKept = true;
        continue;
      }
      if (end !== 'deleted' && end !== 'silent' && !(typeof end === 'object' && end.isSilent) && !this.run.isQuiet)
        this.print(this.space, this.isEnded);
      this.flush();
      if (typeof end === 'object') return { text: this.out, exitCode: end.exitCode, complaint: null };
      if (end === 'over' || end === 'silent') break;
    }
    return { text: this.out, exitCode: null, complaint: null };
  }

  /** One pass over the commands. */
  private script():
    | 'done'
    | 'deleted'
    | 'restart'
    | 'over'
    | 'silent'
    | 'endless'
    | 'lost'
    | { readonly exitCode: number; readonly isSilent: boolean } {
    const { commands } = this.run;
    for (let at = 0; at < commands.length; ) {
      const command = commands[at];
      if (command === undefined) break;
      at += 1;
      this.memory.steps += 1;
      if (this.memory.steps > MOST || this.space.length + this.out.length > 8_000_000) return 'endless';
      const isChosen = this.chooses(command) !== command.isNegated;
      if (this.isLost) return 'lost';
      if (!isChosen) {
        if (command.name === '{') at = command.jump;
        continue;
      }
      switch (command.name) {
        case 'b':
          at = command.jump;
          break;
        case 't':
        case 'T': {
          if (this.hasReplaced === (command.name === 't')) at = command.jump;
          this.hasReplaced = false;
          break;
        }
        case 'd':
          return 'deleted';
        case 'D': {
          const cut = this.space.indexOf(this.run.end);
          if (cut < 0) return 'deleted';
          this.space = this.space.slice(cut + 1);
          return 'restart';
        }
        case 'n':
          if (this.number >= this.lines.length) return 'over';
          if (!this.run.isQuiet) this.print(this.space, this.isEnded);
          this.flush();
          this.next();
          break;
        case 'N': {
          if (this.number >= this.lines.length) return 'over';
          this.flush();
          const before = this.space;
          this.next();
          this.space = before + this.run.end + this.space;
          break;
        }
        case 'q':
          return { exitCode: command.number ?? 0, isSilent: false };
        case 'Q':
          return { exitCode: command.number ?? 0, isSilent: true };
        case 'c': {
          const range = this.memory.ranges.get(command);
          if (command.last === null || command.isNegated || range?.isOpen !== true) this.raw(command.text);
          return 'deleted';
        }
        default:
          this.plain(command);
          if (this.isLost) return 'lost';
      }
    }
    return 'done';
  }

  /** A command after which the next one comes. */
  private plain(command: SedCommand): void {
    switch (command.name) {
      case 's':
        if (command.substitution !== null) this.substitute(command.substitution);
        break;
      case 'y':
        this.space = [...this.space].map((letter) => command.letters.get(letter) ?? letter).join('');
        break;
      case 'p':
        this.print(this.space, this.isEnded);
        break;
      case 'P':
        this.print(this.space.split(this.run.end)[0] ?? '', this.isEnded || this.space.includes(this.run.end));
        break;
      case 'a':
        this.later.push(command.text);
        break;
      case 'i':
        this.raw(command.text);
        break;
      case '=':
        this.raw(`${this.number}\n`);
        break;
      case 'F':
        this.raw(`${this.lines[this.number - 1]?.file ?? '-'}\n`);
        break;
      case 'l':
        this.raw(visible(this.space, command.number ?? 70));
        break;
      case 'g':
        [this.space, this.isEnded] = [this.memory.hold, this.memory.isHoldEnded];
        break;
      case 'G':
        this.space += this.run.end + this.memory.hold;
        this.isEnded = this.memory.isHoldEnded;
        break;
      case 'h':
        [this.memory.hold, this.memory.isHoldEnded] = [this.space, this.isEnded];
        break;
      case 'H':
        this.memory.hold += this.run.end + this.space;
        this.memory.isHoldEnded = this.isEnded;
        break;
      case 'x':
        [this.space, this.memory.hold] = [this.memory.hold, this.space];
        [this.isEnded, this.memory.isHoldEnded] = [this.memory.isHoldEnded, this.isEnded];
        break;
      case 'z':
        this.space = '';
        break;
      case 'r':
        this.later.push(this.run.read(command.text) ?? '');
        break;
      case 'R':
        this.later.push(this.lineOf(command.text));
        break;
      case 'w':
        this.writeTo(command.text, this.space);
        break;
      case 'W':
        this.writeTo(command.text, this.space.split(this.run.end)[0] ?? '');
        break;
      default:
    }
  }

  private substitute({ pattern, replacement, isGlobal, prints, from, file }: Substitution): void {
    const used = pattern ?? this.memory.pattern;
    if (used === null) {
      this.isLost = true;
      return;
    }
    this.memory.pattern = used;
    let [out, at, count] = ['', 0, 0];
    let isReplaced = false;
    for (const match of this.space.matchAll(used)) {
      // Nothing, right behind what was matched, is no match of its own.
      if (
        match[0] === '' &&
        match.index === at &&
        count > 0 &&
        match.index > 0 &&
        lastEnd(this.space, used, match.index)
      )
        continue;
      count += 1;
      if (count < from) continue;
      out += this.space.slice(at, match.index) + filled(replacement, match);
      at = match.index + match[0].length;
      isReplaced = true;
      if (!isGlobal) break;
    }
    if (!isReplaced) return;
    this.space = out + this.space.slice(at);
    this.hasReplaced = true;
    if (prints) this.print(this.space, this.isEnded);
    if (file !== null) this.writeTo(file, this.space);
  }

  /** Whether a command's addresses choose the line, its `!` aside. Models match_address_p. */
  private chooses(command: SedCommand): boolean {
    const { first, last } = command;
    if (first === null) return true;
    if (last === null) return this.meets(first);
    const range = this.memory.ranges.get(command) ?? {
      isOpen: first.kind === 'zero',
      isOver: false,
      until: Number.POSITIVE_INFINITY,
    };
    this.memory.ranges.set(command, range);
    if (range.isOpen) {
      if (last.kind === 'pattern' || last.kind === 'last') {
        range.isOpen = !this.meets(last);
        return true;
      }
      range.isOpen = this.number < range.until;
      return this.number <= range.until || (first.kind !== 'line' && this.meets(first));
    }
    // `n` may have passed over the line that begins a range.
    if (first.kind === 'line' ? range.isOver || this.number < first.line : !this.meets(first)) return false;
    range.isOver = true;
    if (first.kind === 'line' && last.kind === 'line' && this.number > last.line) return this.number === first.line;
    range.until =
      last.kind === 'line'
        ? last.line
        : last.kind === 'plus'
          ? this.number + last.line
          : last.kind === 'multiple' && last.line > 0
            ? Math.ceil(this.number / last.line) * last.line
            : last.kind === 'multiple'
              ? this.number
              : Number.POSITIVE_INFINITY;
    range.isOpen = last.kind === 'last' ? this.number < this.lines.length : range.until > this.number;
    return true;
  }

  private meets(address: Address): boolean {
    switch (address.kind) {
      case 'line':
        return this.number === address.line;
      case 'step':
        return address.step === 0
          ? this.number === address.line
          : this.number >= address.line && (this.number - address.line) % address.step === 0;
      case 'last':
        return this.number >= this.lines.length;
      case 'pattern': {
        const pattern = address.pattern ?? this.memory.pattern;
        if (pattern === null) {
          this.isLost = true;
          return false;
        }
        this.memory.pattern = pattern;
        return this.space.search(pattern) >= 0;
      }
      default:
        return false;
    }
  }

  private next(): boolean {
    const line = this.lines[this.number];
    if (line === undefined) return false;
    this.number += 1;
    this.space = line.text;
    this.isEnded = line.isEnded;
    this.hasReplaced = false;
    return true;
  }

  private print(text: string, isEnded: boolean): void {
    this.raw(text + (isEnded ? this.run.end : ''));
    this.memory.isOpen = !isEnded;
  }

  /** What follows a last line without its end begins a line of its own. */
  private raw(text: string): void {
    if (text === '') return;
    this.out += (this.memory.isOpen ? this.run.end : '') + text;
    this.memory.isOpen = false;
  }

  private flush(): void {
    for (const text of this.later.splice(0)) this.raw(text);
  }

  private lineOf(path: string): string {
    const lines = this.memory.lines.get(path) ?? (this.run.read(path) ?? '').replace(/\n$/, '').split('\n');
    this.memory.lines.set(path, lines);
    const line = lines.shift();
    return line === undefined ? '' : `${line}\n`;
  }

  private writeTo(path: string, text: string): void {
    if (path === '/dev/stdout') this.print(text, true);
    else this.run.write(path, text + this.run.end);
  }
}
