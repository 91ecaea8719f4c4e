import type { Place } from '../place.ts';
import type { Directive } from '../unit.ts';
import { isKnownKey, isKnownSection } from './directives.ts';
import { physicalLines } from './lines.ts';
import type { UnitProblem } from './problem.ts';

/** A stretch of a logical line that stands on one physical line: from `offset` of the text on, at `line` and `column`. */
export interface Piece {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** An assignment with enough memory to say where each character of its value stands. */
export interface ParsedDirective extends Directive {
  /** The line that systemd names when it complains: the last of a continuation. */
  readonly lastLine: number;
  /** Where `value` begins in the logical line. */
  readonly valueOffset: number;
  readonly pieces: readonly Piece[];
  /** False for an assignment that systemd drops: an unknown key, or one in a section it does not know. */
  readonly known: boolean;
}

/** A unit file as systemd reads it. */
export interface ParsedFile {
  readonly directives: readonly ParsedDirective[];
  readonly problems: readonly UnitProblem[];
  /** Set when the reading stopped half-way; what follows that line was never seen. */
  readonly stopped: 'bad-message' | null;
}

const WHITESPACE = ' \t\n\r';
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Reads a unit file or drop-in. Any text is accepted; what systemd would say of it is in `problems`.
 * Models config_parse of src/shared/conf-parser.c, v252.
 */
export function parseUnitFile(text: string, file: string): ParsedFile {
  const reader = new UnitReader(file);
  let joined = '';
  let pieces: Piece[] = [];
  let last = 0;
  let marked = false;
  for (const line of physicalLines(text)) {
    last = line.number;
    // A comment between continued lines is skipped and does not end the continuation.
    if (isComment(line.text)) continue;
    // The first byte order mark is dropped, on whichever line; a `#` behind it then starts no comment.
    const skip: number = !marked && line.text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    marked ||= skip > 0;
    const content = line.text.slice(skip);
    pieces.push({ offset: joined.length, line: line.number, column: skip + 1 });
    joined += content;
    if (endsInEscape(joined)) {
      joined = `${joined.slice(0, -1)} `;
      continue;
    }
    if (!reader.read(joined, pieces, line.number)) return reader.result('bad-message');
    joined = '';
    pieces = [];
  }
  // A file that ends inside a continuation: systemd counts one line further.
  if (pieces.length > 0 && !reader.read(joined, pieces, last + 1)) return reader.result('bad-message');
  return reader.result(null);
}

/** The place of the character at `offset` of a directive's value. */
export function placeInValue(directive: ParsedDirective, offset: number): Place {
  return placeAt(directive.at.file, directive.pieces, directive.valueOffset + offset);
}

function placeAt(file: string, pieces: readonly Piece[], offset: number): Place {
  let found = pieces[0] ?? { offset: 0, line: 1, column: 1 };
  for (const piece of pieces) if (piece.offset <= offset) found = piece;
  return { file, line: found.line, column: found.column + offset - found.offset };
}

function isComment(text: string): boolean {
  const first = text.charAt(skipWhitespace(text, 0));
  return first === '#' || first === ';';
}

function endsInEscape(text: string): boolean {
  let backslashes = 0;
  for (let index = text.length - 1; index >= 0 && text[index] === '\\'; index -= 1) backslashes += 1;
  return backslashes % 2 === 1;
}

function skipWhitespace(text: string, from: number): number {
  let index = from;
  while (index < text.length && WHITESPACE.includes(text.charAt(index))) index += 1;
  return index;
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && WHITESPACE.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Reads logical lines one after the other, remembering the section. */
class UnitReader {
  private readonly file: string;
  private readonly directives: ParsedDirective[] = [];
  private readonly problems: UnitProblem[] = [];
  private section: string | null = null;
  private ignored = false;

  constructor(file: string) {
    this.file = file;
  }

  result(stopped: ParsedFile['stopped']): ParsedFile {
    return { directives: this.directives, problems: this.problems, stopped };
  }

  /** Takes a logical line; false when systemd gives the file up. */
  read(joined: string, pieces: readonly Piece[], line: number): boolean {
    const start = skipWhitespace(joined, 0);
    const text = trimEnd(joined.slice(start));
    if (text === '') return true;
    const from = placeAt(this.file, pieces, start);
    const say = (level: 'W' | 'E', message: string): void => {
      this.problems.push({ at: { file: this.file, line }, from, level, message });
    };
    if (text.startsWith('[')) return this.header(text, say);
    if (this.section === null && !this.ignored) {
      say('W', 'Assignment outside of section. Ignoring.');
      return true;
    }
    const equals = text.indexOf('=');
    if (this.section === null) return true;
    if (equals < 0) {
      say('W', "Missing '=', ignoring line.");
      return true;
    }
    if (equals === 0) {
      say('W', "Missing key name before '=', ignoring line.");
      return true;
    }
    const key = trimEnd(text.slice(0, equals));
    const offset = skipWhitespace(text, equals + 1);
    const known = isKnownKey(this.section, key);
    if (!known && !key.startsWith('X-')) say('W', `Unknown key '${key}' in section [${this.section}], ignoring.`);
    this.directives.push({
      section: this.section,
      key,
      value: text.slice(offset),
      at: from,
      lastLine: line,
      valueOffset: start + offset,
      pieces,
      known,
    });
    return true;
  }

  private header(text: string, say: (level: 'W' | 'E', message: string) => void): boolean {
    if (!text.endsWith(']') || text.length < 2) {
      say('E', `Invalid section header '${text}'`);
      return false;
    }
    const name = text.slice(1, -1);
    if (hasSpecialCharacters(name)) {
      say('E', `Bad characters in section header '${text}'`);
      return false;
    }
    const known = isKnownSection(name);
    if (!known && !name.startsWith('X-')) say('W', `Unknown section '${name}'. Ignoring.`);
    this.section = known ? name : null;
    this.ignored = !known;
    return true;
  }
}

/** Control characters, quotes and backslashes: what `string_is_safe` refuses. */
export function hasSpecialCharacters(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x20 || code === 0x7f || '"\'\\'.includes(character)) return true;
  }
  return false;
}
