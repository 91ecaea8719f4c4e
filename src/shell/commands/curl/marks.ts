import type { ReadFile } from '../../substitution.ts';

/** Private-use characters that stand around the name of a file that `$(cat FILE)` reads, while a line is taken apart. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARKED = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');

/** Reads no file: puts its name between marks, so that a line can be written again as it was. */
export const markFile: ReadFile = (name) => ({ text: marked(name) });

/** The mark that stands for the text of a file. */
export function marked(name: string): string {
  return OPEN + name + CLOSE;
}

/** Whether a text has such a mark, or a character that could be taken for one. */
export function hasMark(text: string): boolean {
  return text.includes(OPEN) || text.includes(CLOSE);
}

/** Whether two files were joined by one substitution, whose newline between them a second one would lose. */
export function joinsFiles(text: string): boolean {
  return text.includes(CLOSE + OPEN);
}

/** The only file that a text consists of; null for any other text. */
export function markedFile(text: string): string | null {
  const [whole = '', name = ''] = new RegExp(MARKED.source).exec(text) ?? [];
  return whole === text && whole !== '' ? name : null;
}

const SAFE = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** A word as bash reads it back: bare, in double quotes where that reads well, else in single ones. */
export function quoteWord(word: string): string {
  if (hasMark(word)) {
    const pieces = word.split(new RegExp(MARKED.source));
    // Every second piece is a file's name.
    const inside = pieces.map((piece, index) => (index % 2 === 1 ? `$(cat ${quoteName(piece)})` : escaped(piece)));
    return `"${inside.join('')}"`;
  }
  if (SAFE.test(word)) return word;
  return /[$`"\\!\n]/.test(word) || !word.includes(' ') ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

function escaped(text: string): string {
  return text.replace(/[$`"\\]/g, '\\$&');
}

function quoteName(name: string): string {
  return SAFE.test(name) ? name : `'${name}'`;
}
