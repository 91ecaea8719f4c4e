import { numbered, posixPattern } from './posixPattern.ts';
import type { Address, ReplacementPart, SedCommand, SedProgram, Substitution } from './program.ts';

class Fault extends Error {
  readonly char: number | null;
  constructor(message: string, char: number | null) {
    super(message);
    this.char = char;
  }
}

const CONTROLS: Readonly<Record<string, string>> = { a: '\x07', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Reads a script of GNU sed. Takes any text. Models sed/compile.c of GNU sed 4.9. */
export function sedProgram(script: string, extended: boolean): SedProgram {
  try {
    return {
      commands: new Reader(script, extended).commands(),
      isSilent: script.startsWith('#n\n') || script === '#n',
    };
  } catch (fault) {
    if (fault instanceof Fault) return { complaint: fault.message, char: fault.char };
    throw fault;
  }
}

class Reader {
  private at = 0;
  private readonly script: string;
  private readonly extended: boolean;
  constructor(script: string, extended: boolean) {
    this.script = script;
    this.extended = extended;
  }

  commands(): readonly SedCommand[] {
    const commands: SedCommand[] = [];
    const blocks: { readonly command: SedCommand; readonly char: number }[] = [];
    const labels = new Map<string, number>();
    for (;;) {
      this.skip(/[\s;]*/y);
      if (this.at >= this.script.length) break;
      const command = this.command(commands.length, blocks.length > 0);
      if (command.name === '#') continue;
      if (command.name === ':') {
        labels.set(command.text, commands.length);
        continue;
      }
      if (command.name === '{') blocks.push({ command, char: this.at });
      if (command.name === '}') {
        const block = blocks.pop();
        if (block === undefined) throw this.fault("unexpected `}'");
        block.command.jump = commands.length;
        continue;
      }
      commands.push(command);
    }
    const [open] = blocks;
    // GNU counts nothing for what is missed at the end.
    if (open !== undefined) throw new Fault("unmatched `{'", 0);
    for (const command of commands) {
      if (!'btT'.includes(command.name)) continue;
      const to = command.text === '' ? commands.length : labels.get(command.text);
      if (to === undefined) throw new Fault(`can't find label for jump to \`${command.text}'`, null);
      command.jump = to;
    }
    return commands;
  }

  private command(index: number, isInBlock: boolean): SedCommand {
    const first = this.address(true);
    let last: Address | null = null;
    if (first !== null) {
      this.skip(/[ \t]*/y);
      if (this.script[this.at] === ',') {
        this.at += 1;
        this.skip(/[ \t]*/y);
        last = this.address(false);
        if (last === null) {
          this.at += 1;
          throw this.fault("unexpected `,'");
        }
      }
      if (first.kind === 'zero' && last?.kind !== 'pattern')
        throw this.fault('invalid usage of line address 0', this.at + 1);
    }
    this.skip(/[ \t]*/y);
    const isNegated = this.script[this.at] === '!';
    this.skip(/![ \t]*/y);
    if (this.script[this.at] === '!') {
      this.at += 1;
      throw this.fault("multiple `!'s");
    }
    const name = this.script[this.at] ?? '';
    this.at += 1;
    if (name === '' || name === '\n' || name === ';') {
      this.at = Math.min(this.at, this.script.length);
      throw this.fault('missing command');
    }
    const bare = {
      name,
      first,
      last,
      isNegated,
      text: '',
      number: null,
      substitution: null,
      letters: new Map(),
      jump: index,
    };
    if (name === '#') {
      if (first !== null) throw this.fault("comments don't accept any addresses");
      this.line();
      return bare;
    }
    if (name === ':') {
      if (first !== null) throw this.fault(": doesn't want any addresses");
      this.skip(/[ \t]*/y);
      const text = this.skip(/[^\s;]*/y);
      if (text === '') throw this.fault('":" lacks a label');
      return { ...bare, text };
    }
    if (name === '{') return bare;
    if (name === '}') {
      if (first !== null && isInBlock) throw this.fault("} doesn't want any addresses");
      if (isInBlock) this.end();
      return bare;
    }
    if ('btT'.includes(name)) {
      this.skip(/[ \t]*/y);
      return { ...bare, text: this.skip(/[^\s;}]*/y) };
    }
    if ('aic'.includes(name)) return { ...bare, text: this.text() };
    if ('rRwW'.includes(name)) {
      this.skip(/[ \t]*/y);
      const text = this.line();
      if (text === '') throw this.fault('missing filename in r/R/w/W commands');
      return { ...bare, text };
    }
    if ('qQlL'.includes(name)) {
      this.skip(/[ \t]*/y);
      const digits = this.skip(/\d*/y);
      this.end();
      return { ...bare, number: digits === '' ? null : Number(digits) };
    }
    if ('=dDgGhHnNpPxzF'.includes(name)) {
      this.end();
      return bare;
    }
    if (name === 's') return { ...bare, substitution: this.substitution() };
    if (name === 'y') return { ...bare, letters: this.letters() };
    throw this.fault(`unknown command: \`${name}'`);
  }

  private address(isFirst: boolean): Address | null {
    const char = this.script[this.at] ?? '';
    if (/\d/.test(char)) {
      const line = Number(this.skip(/\d+/y));
      if (isFirst && this.script[this.at] === '~') {
        this.at += 1;
        return { kind: 'step', line, step: Number(this.skip(/\d*/y)) };
      }
      if (line > 0 || !isFirst) return { kind: 'line', line };
      if (!/^[ \t]*,/.test(this.script.slice(this.at))) {
        this.skip(/[ \t]*/y);
        this.at += 1;
        throw this.fault('invalid usage of line address 0');
      }
      return { kind: 'zero' };
    }
    if (char === '$') {
      this.at += 1;
      return { kind: 'last' };
    }
    if (!isFirst && (char === '+' || char === '~')) {
      this.at += 1;
      return { kind: char === '+' ? 'plus' : 'multiple', line: Number(this.skip(/\d*/y)) };
    }
    if (char !== '/' && char !== '\\') return null;
    this.at += char === '/' ? 1 : 2;
    const delimiter = this.script[this.at - 1] ?? '';
    const pattern = this.part(delimiter, true);
    if (pattern === null) throw this.fault('unterminated address regex', this.script.length);
    const flags = this.skip(/[IM]*/y);
    return { kind: 'pattern', pattern: this.pattern(pattern, flags) };
  }

  private substitution(): Substitution {
    const unterminated = "unterminated `s' command";
    const delimiter = this.script[this.at] ?? '';
    if (/^[\n\\]?$/.test(delimiter)) throw this.fault(unterminated);
    this.at += 1;
    const pattern = this.part(delimiter, true);
    if (pattern === null) throw this.fault(unterminated, this.script.length);
    const from = this.at;
    const text = this.part(delimiter, false);
    if (text === null) {
      this.at = from;
      this.line();
      throw this.fault(unterminated, this.at - (this.script[this.at - 1] === '\n' ? 1 : 0));
    }
    let [isGlobal, prints, at] = [false, false, 0];
    let flags = '';
    let file: string | null = null;
    for (;;) {
      const flag = this.script[this.at] ?? '';
      if (/[iImM]/.test(flag)) flags += flag;
      else if (flag === 'g') {
        if (isGlobal) throw this.fault("multiple `g' options to `s' command", this.at + 1);
        isGlobal = true;
      } else if (flag === 'p') {
        if (prints) throw this.fault("multiple `p' options to `s' command", this.at + 1);
        prints = true;
      } else if (/\d/.test(flag)) {
        if (at > 0) throw this.fault("multiple number options to `s' command", this.at + 1);
        at = Number(this.skip(/\d+/y));
        if (at === 0) throw this.fault("number option to `s' command may not be zero");
        continue;
      } else if (flag === 'w') {
        this.at += 1;
        this.skip(/[ \t]*/y);
        file = this.line();
        if (file === '') throw this.fault('missing filename in r/R/w/W commands');
        break;
      } else if (flag === 'e') throw new Fault('portside: sed: commands that a script runs are not modelled', null);
      else if (flag === '' || /[\s;}#]/.test(flag)) {
        this.end();
        break;
      } else throw this.fault("unknown option to `s'", this.at + 1);
      this.at += 1;
    }
    const replacement = this.replacement(text, delimiter);
    const groups = pattern === '' ? 9 : this.groups(pattern);
    const compiled = this.pattern(pattern, flags);
    const lost = replacement.find((part) => typeof part === 'number' && part > groups);
    if (lost !== undefined) throw this.fault(`invalid reference \\${lost} on \`s' command's RHS`);
    return { pattern: compiled, replacement, isGlobal, prints, from: Math.max(at, 1), file };
  }

  private letters(): ReadonlyMap<string, string> {
    const delimiter = this.script[this.at] ?? '';
    this.at += 1;
    const source = this.part(delimiter, false);
    const target = source === null ? null : this.part(delimiter, false);
    if (source === null || target === null) throw this.fault("unterminated `y' command", this.script.length);
    const plain = (text: string): readonly string[] => [
      ...text.replace(/\\([\s\S])/g, (all, kind: string) =>
        kind === '\\' || kind === delimiter ? kind : (CONTROLS[kind] ?? all),
      ),
    ];
    const [from, to] = [plain(source), plain(target)];
    this.end();
    if (from.length !== to.length) throw this.fault("strings for `y' command are different lengths");
    return new Map(from.map((letter, index) => [letter, to[index] ?? letter] as const).reverse());
  }

  /** The text of `a`, `i` or `c`: behind a backslash and a line end, or on the command's own line. */
  private text(): string {
    this.skip(/[ \t]*/y);
    if (this.at >= this.script.length || this.script[this.at] === '\n')
      throw this.fault("expected \\ after `a', `c' or `i'");
    if (this.skip(/\\[ \t]*\n/y) === '') {
      // GNU's `a\text` keeps the blanks in front of the text.
      this.skip(/\\/y);
      if (this.at >= this.script.length) return '';
    }
    const text = this.skip(/(?:[^\\\n]|\\[\s\S])*\\?/y);
    this.at += 1;
    const plain = text.replace(
      /\\([\s\S])?/g,
      (_, kind = '') => (Object.hasOwn(CONTROLS, kind) ? CONTROLS[kind] : kind) ?? '',
    );
    return `${plain}\n`;
  }

  private replacement(text: string, delimiter: string): readonly ReplacementPart[] {
    const parts: ReplacementPart[] = [];
    for (const [each] of text.matchAll(/\\(?:x[0-9a-fA-F]{1,2}|o[0-7]{1,3}|d[0-9]{1,3}|c[@-~]|[\s\S])|&|[^\\&]+|\\/g)) {
      const kind = each[1] ?? '';
      const code = numbered(each);
      if (each === '&') parts.push(0);
      else if (!each.startsWith('\\') || kind === '') parts.push(each);
      else if (kind === delimiter) parts.push(kind === '&' && delimiter === '&' ? 0 : kind);
      else if (/\d/.test(kind)) parts.push(Number(kind));
      else if (code !== null) parts.push(String.fromCharCode(code[1]));
      else if (kind === 'U' || kind === 'L' || kind === 'u' || kind === 'l' || kind === 'E') parts.push({ fold: kind });
      else parts.push(Object.hasOwn(CONTROLS, kind) ? (CONTROLS[kind] ?? '') : kind);
    }
    return parts;
  }

  /** Up to the next delimiter that is not escaped, and in a pattern not in brackets; null where there is none on the line. */
  private part(delimiter: string, isPattern: boolean): string | null {
    let out = '';
    for (let at = this.at; at < this.script.length; at += 1) {
      const char = this.script[at] ?? '';
      const next = this.script[at + 1] ?? '';
      if (char === '\\') {
        // An escaped delimiter is the delimiter itself.
        out += isPattern && next === delimiter ? delimiter : char + next;
        at += 1;
      } else if (char === delimiter) {
        this.at = at + 1;
        return out;
      } else if (char === '\n' && !isPattern) return null;
      else if (char === '[' && isPattern) {
        const inside = /^\[\^?\]?(?:\[[:.=][^\]]*\]|[^\]])*\]/.exec(this.script.slice(at))?.[0];
        if (inside === undefined) return null;
        out += inside;
        at += inside.length - 1;
      } else out += char;
    }
    return null;
  }

  private groups(pattern: string): number {
    const read = posixPattern(pattern, this.extended);
    return 'groups' in read ? read.groups : 9;
  }

  private pattern(pattern: string, flags: string): RegExp | null {
    if (pattern === '') return null;
    const read = posixPattern(pattern, this.extended);
    if ('complaint' in read) throw this.fault(read.complaint);
    try {
      return new RegExp(read.source, `gu${/i/i.test(flags) ? 'i' : ''}${/m/i.test(flags) ? 'm' : ''}`);
    } catch {
      throw this.fault('Invalid preceding regular expression');
    }
  }

  /** Nothing but blanks may be left of a command. */
  private end(): void {
    this.skip(/[ \t]*/y);
    const char = this.script[this.at] ?? '';
    if (char === '' || char === '}' || char === '#') return;
    this.at += 1;
    if (char !== '\n' && char !== ';') throw this.fault('extra characters after command');
  }

  private line(): string {
    const text = this.skip(/[^\n]*/y);
    this.at += 1;
    return text;
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [text = ''] = pattern.exec(this.script) ?? [];
    this.at += text.length;
    return text;
  }

  private fault(message: string, char = this.at): Fault {
    return new Fault(message, Math.min(char, this.script.length));
  }
}
