import type { Cursor } from './cursor.ts';
import { Folding } from './folding.ts';
import { tokenRefusal } from './refusal.ts';

/** What a letter behind a backslash stands for. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** How many hexadecimal digits follow. */
const CODES: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Reads a scalar in quotes, the cursor on the opening one. Models yaml_parser_scan_flow_scalar. */
export function quotedScalar(cursor: Cursor): string {
  const quote = cursor.take();
  const folding = new Folding();
  for (;;) {
    cursor.need(4);
    if (cursor.isDocumentMark()) throw tokenRefusal('found unexpected document indicator', cursor.mark());
    if (cursor.isEnd()) throw tokenRefusal('found unexpected end of stream', cursor.mark());
    while (!cursor.isGap() && !folding.isBroken) {
      if (quote === "'" && cursor.peek() === "'" && cursor.peek(1) === "'") {
        cursor.take();
        folding.add(cursor.take());
      } else if (cursor.peek() === quote) break;
      else if (quote === '"' && cursor.peek() === '\\') escaped(cursor, folding);
      else folding.add(cursor.take());
    }
    if (cursor.peek() === quote) break;
    while (cursor.isBlank() || cursor.isBreak()) folding.space(cursor);
    folding.join();
  }
  cursor.take();
  return folding.text;
}

function escaped(cursor: Cursor, folding: Folding): void {
  if (cursor.isBreak(1)) {
    cursor.need(3);
    cursor.take();
    cursor.takeBreak();
    folding.escapedBreak();
    return;
  }
  const letter = cursor.peek(1);
  const length = CODES.get(letter);
  const plain = ESCAPES.get(letter);
  if (plain === undefined && length === undefined) {
    throw tokenRefusal('found unknown escape character', cursor.mark());
  }
  cursor.take();
  cursor.take();
  folding.add(plain ?? code(cursor, length ?? 0));
}

function code(cursor: Cursor, length: number): string {
  const digits = cursor.text.slice(cursor.at, cursor.at + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    throw tokenRefusal('did not find expected hexdecimal number', cursor.mark());
  }
  const value = Number.parseInt(digits, 16);
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    throw tokenRefusal('found invalid Unicode character escape code', cursor.mark());
  }
  for (let taken = 0; taken < length; taken += 1) cursor.take();
  return String.fromCodePoint(value);
}
