import { endOfLine } from './blockScalar.ts';
import type { Cursor } from './cursor.ts';
import { tokenRefusal } from './refusal.ts';

const WORD = /[0-9A-Za-z_-]/;
const URI = /[0-9A-Za-z_\-;/?:@&=+$,.!~*'()[\]%]/;

/** Takes letters, digits, `_` and `-`. */
function word(cursor: Cursor): string {
  let taken = '';
  while (WORD.test(cursor.peek())) taken += cursor.take();
  return taken;
}

/** Reads the name of an anchor or alias, the cursor on `&` or `*`. Models yaml_parser_scan_anchor. */
export function anchorName(cursor: Cursor): string {
  cursor.take();
  const name = word(cursor);
  if (name === '' || !(cursor.isGap() || '?:,]}%@`'.includes(cursor.peek()))) {
    throw tokenRefusal('did not find expected alphabetic or numeric character', cursor.mark());
  }
  return name;
}

export interface Tag {
  /** `!`, `!!`, `!name!`; empty when the suffix is the whole tag. */
  readonly handle: string;
  readonly suffix: string;
}

/** Reads a tag, the cursor on its `!`. Models yaml_parser_scan_tag. */
export function tag(cursor: Cursor): Tag {
  const found = cursor.peek(1) === '<' ? verbatim(cursor) : short(cursor);
  if (!cursor.isGap()) throw tokenRefusal('did not find expected whitespace or line break', cursor.mark());
  return found;
}

function verbatim(cursor: Cursor): Tag {
  cursor.take();
  cursor.take();
  const suffix = uri(cursor, '');
  if (cursor.peek() !== '>') throw tokenRefusal("did not find the expected '>'", cursor.mark());
  cursor.take();
  return { handle: '', suffix };
}

function short(cursor: Cursor): Tag {
  const handle = tagHandle(cursor, false);
  if (handle.length > 1 && handle.endsWith('!')) return { handle, suffix: uri(cursor, '') };
  const suffix = uri(cursor, handle);
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

function tagHandle(cursor: Cursor, isDirective: boolean): string {
  if (cursor.peek() !== '!') throw tokenRefusal("did not find expected '!'", cursor.mark());
  const handle = cursor.take() + word(cursor);
  if (cursor.peek() === '!') return handle + cursor.take();
  if (isDirective && handle !== '!') throw tokenRefusal("did not find expected '!'", cursor.mark());
  return handle;
}

/** The rest of a tag; `head` is what was read of it, its `!` not counted. */
function uri(cursor: Cursor, head: string): string {
  let text = head.slice(1);
  let found = head !== '';
  while (URI.test(cursor.peek())) {
    text += cursor.peek() === '%' ? escaped(cursor) : cursor.take();
    found = true;
  }
  if (!found) throw tokenRefusal('did not find expected tag URI', cursor.mark());
  return text;
}

/** One character as `%C3%A4`. */
function escaped(cursor: Cursor): string {
  let value = 0;
  let left = 1;
  for (let first = true; left > 0; first = false, left -= 1) {
    const octet = /^%([0-9a-fA-F]{2})/.exec(cursor.text.slice(cursor.at, cursor.at + 3))?.[1];
    if (octet === undefined) throw tokenRefusal('did not find URI escaped octet', cursor.mark());
    const byte = Number.parseInt(octet, 16);
    if (first) {
      left = byte < 0x80 ? 1 : byte >> 5 === 6 ? 2 : byte >> 4 === 14 ? 3 : byte >> 3 === 30 ? 4 : 0;
      if (left === 0) throw tokenRefusal('found an incorrect leading UTF-8 octet', cursor.mark());
      value = left === 1 ? byte : byte & (0x7f >> left);
    } else {
      if (byte >> 6 !== 2) throw tokenRefusal('found an incorrect trailing UTF-8 octet', cursor.mark());
      value = (value << 6) | (byte & 0x3f);
    }
    for (let taken = 0; taken < 3; taken += 1) cursor.take();
  }
  return value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value);
}

/** A line that begins with `%`: YAML's version as `1.1`, or a handle for tags and what it stands for. */
export type Directive =
  | { readonly kind: 'version'; readonly value: string; readonly suffix: '' }
  | { readonly kind: 'tag-handle'; readonly value: string; readonly suffix: string };

/** Reads a directive, the cursor on its `%`. Models yaml_parser_scan_directive. */
export function directive(cursor: Cursor): Directive {
  cursor.take();
  const name = word(cursor);
  if (name === '') throw tokenRefusal('could not find expected directive name', cursor.mark());
  if (!cursor.isGap()) throw tokenRefusal('found unexpected non-alphabetical character', cursor.mark());
  if (name !== 'YAML' && name !== 'TAG') throw tokenRefusal('found unknown directive name', cursor.mark());
  cursor.skipBlanks();
  const found = name === 'YAML' ? version(cursor) : handleMeaning(cursor);
  endOfLine(cursor);
  return found;
}

function version(cursor: Cursor): Directive {
  const major = number(cursor);
  if (cursor.peek() !== '.') throw tokenRefusal("did not find expected digit or '.' character", cursor.mark());
  cursor.take();
  return { kind: 'version', value: `${major}.${number(cursor)}`, suffix: '' };
}

function number(cursor: Cursor): number {
  let digits = '';
  while (/[0-9]/.test(cursor.peek())) {
    if (digits.length === 2) throw tokenRefusal('found extremely long version number', cursor.mark());
    digits += cursor.take();
  }
  if (digits === '') throw tokenRefusal('did not find expected version number', cursor.mark());
  return Number(digits);
}

function handleMeaning(cursor: Cursor): Directive {
  const value = tagHandle(cursor, true);
  if (!cursor.isBlank()) throw tokenRefusal('did not find expected whitespace', cursor.mark());
  cursor.skipBlanks();
  const suffix = uri(cursor, '');
  if (!cursor.isGap()) throw tokenRefusal('did not find expected whitespace or line break', cursor.mark());
  return { kind: 'tag-handle', value, suffix };
}
