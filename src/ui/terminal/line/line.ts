/** What is being typed, and where in it the cursor stands, counted in UTF-16 units. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
}

export const EMPTY: Line = { text: '', cursor: 0 };

/** A line with the cursor at its end. */
export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

export function insert({ text, cursor }: Line, put: string): Line {
  return { text: text.slice(0, cursor) + put + text.slice(cursor), cursor: cursor + put.length };
}

/** The line without the stretch from `start` to `end`, the cursor where that was. */
export function cut({ text }: Line, start: number, end: number): Line {
  return { text: text.slice(0, start) + text.slice(end), cursor: start };
}

/** How far is looked for where a character begins, so that a key in a long line is as quick as in a short one. */
const LONGEST_CHARACTER = 64;

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where the character before the cursor begins, as people count characters. */
export function characterLeft({ text, cursor }: Line): number {
  const from = Math.max(0, cursor - LONGEST_CHARACTER);
  let start = 0;
  for (const { index } of GRAPHEMES.segment(text.slice(from, cursor))) start = index;
  return from + start;
}

/** Where the character at the cursor ends. */
export function characterRight({ text, cursor }: Line): number {
  const [first] = GRAPHEMES.segment(text.slice(cursor, cursor + LONGEST_CHARACTER));
  return cursor + (first?.segment.length ?? 0);
}

const WORD = /[\p{L}\p{N}]/u;

/** Where the word before the cursor begins: letters and digits, as Alt-B has it. */
export function wordLeft({ text, cursor }: Line): number {
  let at = cursor;
  while (at > 0 && !isWord(text, at - 1)) at -= 1;
  while (at > 0 && isWord(text, at - 1)) at -= 1;
  return at;
}

/** Where the word at or behind the cursor ends, as Alt-F has it. */
export function wordRight({ text, cursor }: Line): number {
  let at = cursor;
  while (at < text.length && !isWord(text, at)) at += 1;
  while (at < text.length && isWord(text, at)) at += 1;
  return at;
}

/** Where what blanks enclose begins before the cursor, as Ctrl-W has it. */
export function blankLeft({ text, cursor }: Line): number {
  let at = cursor;
  while (at > 0 && isBlank(text, at - 1)) at -= 1;
  while (at > 0 && !isBlank(text, at - 1)) at -= 1;
  return at;
}

/** The two characters around the cursor change places, as Ctrl-T has it; the line itself where there are not two. */
export function transposed(line: Line): Line {
  const end = line.cursor === line.text.length ? line.cursor : characterRight(line);
  const middle = characterLeft({ ...line, cursor: end });
  const start = characterLeft({ ...line, cursor: middle });
  if (start === middle || middle === end) return line;
  const { text } = line;
  return {
    text: text.slice(0, start) + text.slice(middle, end) + text.slice(start, middle) + text.slice(end),
    cursor: end,
  };
}

/** The last word of a line, as Alt-. brings it back. */
export function lastWord(text: string): string {
  return text.trimEnd().split(/\s+/).at(-1) ?? '';
}

function isWord(text: string, at: number): boolean {
  return WORD.test(text.charAt(at));
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
