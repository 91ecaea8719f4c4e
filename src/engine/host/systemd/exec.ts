import type { Place } from '../place.ts';
import { hasSpecialCharacters, type ParsedDirective, placeInValue } from './parse.ts';
import type { UnitProblem } from './problem.ts';
import { expandSpecifiers, type SpecifierContext } from './specifiers.ts';
import { nextWord, skipSeparators, type Word } from './words.ts';

/** A word of a command before variables are put in, with its place in the unit file. */
export interface CommandWord {
  readonly text: string;
  readonly at: Place;
}

/** One command of an `Exec…=` line. */
export interface ExecCommand {
  /** The program, its prefixes taken off; not always a path (`kubelet` is looked up). */
  readonly path: string;
  /** argv[0] first. */
  readonly words: readonly CommandWord[];
  /** `-`: a failure counts as success. */
  readonly ignoreFailure: boolean;
  /** `:`: variables stay as they stand. */
  readonly noEnvironment: boolean;
}

/** What a line gave. `fatal` gives the whole file up from here on. */
export interface ExecLine {
  readonly commands: readonly ExecCommand[];
  readonly problems: readonly UnitProblem[];
  readonly fatal: boolean;
}

/**
 * Reads the value of an `ExecStart=` and its kin: prefixes, quotes, escapes, `;` between commands.
 * Models config_parse_exec of src/core/load-fragment.c, v252.
 */
export function parseExec(directive: ParsedDirective, context: SpecifierContext): ExecLine {
  return new ExecReader(directive, context).read();
}

class ExecReader {
  private readonly directive: ParsedDirective;
  private readonly context: SpecifierContext;
  private readonly commands: ExecCommand[] = [];
  private readonly problems: UnitProblem[] = [];
  /** Of the line, where the command being read starts: systemd quotes the line from there. */
  private rest = 0;

  constructor(directive: ParsedDirective, context: SpecifierContext) {
    this.directive = directive;
    this.context = context;
  }

  read(): ExecLine {
    let position = 0;
    while (position < this.directive.value.length) {
      const next = this.command(position);
      if (typeof next !== 'number') return this.result(next === 'fatal');
      position = next;
    }
    return this.result(false);
  }

  private result(fatal: boolean): ExecLine {
    return { commands: this.commands, problems: this.problems, fatal };
  }

  private say(message: string): void {
    const { at, lastLine } = this.directive;
    this.problems.push({ at: { file: at.file, line: lastLine }, from: at, level: 'W', message });
  }

  /** Reads one command; returns where the next begins, or why the line ends here. */
  private command(from: number): number | 'done' | 'fatal' {
    const { value } = this.directive;
    const first = this.word(from);
    // A first word that cannot be read ends the line but, unlike a later one, is not fatal.
    if (first === null || first === 'invalid') return 'done';
    if (first.text === ';') return first.end;
    const prefixes = readPrefixes(first.text);
    const { ignoreFailure } = prefixes;
    const refuse = (what: string, detail: string): 'done' | 'fatal' => {
      this.say(`${what}${ignoreFailure ? ', ignoring' : ''}: ${detail}`);
      return ignoreFailure ? 'done' : 'fatal';
    };
    const written = first.text.slice(prefixes.length);
    const path = expandSpecifiers(written, this.context);
    const line = value.slice(this.rest);
    if (path === null) return this.badSlot(`'${written}'`, ignoreFailure);
    if (path === '') return refuse('Empty path in command line', `'${line}'`);
    if (hasSpecialCharacters(path)) return refuse('Executable name contains special characters', path);
    if (path.endsWith('/')) return refuse('Executable path specifies a directory', path);
    if (!isExecutableName(path)) return refuse('Neither a valid executable name nor an absolute path', path);
    const words: CommandWord[] = [];
    if (!prefixes.separateArgv0) words.push({ text: path, at: placeInValue(this.directive, first.start) });
    let position = first.end;
    while (position < value.length) {
      if (isLone(value, position, ';')) {
        position = skipSeparators(value, position + 1);
        break;
      }
      if (isLone(value, position, '\\;')) {
        words.push({ text: ';', at: placeInValue(this.directive, position) });
        position = skipSeparators(value, position + 2);
        continue;
      }
      const word = this.word(position);
      if (word === 'invalid') return ignoreFailure ? 'done' : 'fatal';
      if (word === null) break;
      const text = expandSpecifiers(word.text, this.context);
      if (text === null) return this.badSlot(word.text, ignoreFailure);
      words.push({ text, at: placeInValue(this.directive, word.start) });
      position = word.end;
    }
    if ((words[0]?.text ?? '') === '') return refuse('Empty executable name or zeroeth argument', line);
    this.rest = position;
    this.commands.push({ path: simplifyPath(path), words, ignoreFailure, noEnvironment: prefixes.noEnvironment });
    return position;
  }

  private badSlot(text: string, ignoreFailure: boolean): 'done' | 'fatal' {
    this.say(`Failed to resolve unit specifiers in ${text}${ignoreFailure ? ', ignoring' : ''}: Invalid slot`);
    return ignoreFailure ? 'done' : 'fatal';
  }

  /** The next word; unknown escapes are kept, with a warning, as systemd does on its second try. */
  private word(from: number): Word | null | 'invalid' {
    const { value } = this.directive;
    const strict = nextWord(value, from, { escapes: true });
    if (strict !== 'invalid') return strict;
    const relaxed = nextWord(value, from, { escapes: true, keepUnknown: true });
    if (relaxed === null) return null;
    if (relaxed === 'invalid') {
      this.say(`Unbalanced quoting, ignoring: "${value.slice(this.rest)}"`);
      return 'invalid';
    }
    this.say(`Ignoring unknown escape sequences: "${relaxed.text}"`);
    return relaxed;
  }
}

interface Prefixes {
  readonly length: number;
  readonly ignoreFailure: boolean;
  readonly separateArgv0: boolean;
  readonly noEnvironment: boolean;
}

/** `-`, `@`, `:` once each, and one of `+`, `!`, `!!`, in any order. */
function readPrefixes(word: string): Prefixes {
  const seen = { '-': false, '@': false, ':': false };
  let privilege = '';
  let length = 0;
  for (; length < word.length; length += 1) {
    const character = word.charAt(length);
    if (character === '-' || character === '@' || character === ':') {
      if (seen[character]) break;
      seen[character] = true;
    } else if ((character === '+' && privilege === '') || (character === '!' && ['', '!'].includes(privilege))) {
      privilege += character;
    } else break;
  }
  return { length, ignoreFailure: seen['-'], separateArgv0: seen['@'], noEnvironment: seen[':'] };
}

function isLone(text: string, at: number, token: string): boolean {
  if (!text.startsWith(token, at)) return false;
  const behind = text.charAt(at + token.length);
  return behind === '' || ' \t\n\r'.includes(behind);
}

function isExecutableName(path: string): boolean {
  if (path.startsWith('/')) return path.length < 4096 && path.split('/').every((part) => part.length <= 255);
  return !path.includes('/') && path !== '.' && path !== '..' && path.length <= 255;
}

/** Double slashes and `.` components taken out, `..` left alone. */
export function simplifyPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const simple = parts.join('/');
  return path.startsWith('/') ? `/${simple}` : simple;
}
