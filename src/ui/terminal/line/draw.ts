import { widthOf } from './width.ts';

/** Where something stands, in rows below the prompt's first and in columns, both from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A line as it is to be written behind a prompt, and where its cursor and its end come to stand. */
export interface Drawing {
  readonly text: string;
  readonly cursor: Spot;
  readonly end: Spot;
}

const TAB = 8;

/**
 * Lays out a prompt and a line on a terminal so many columns wide. The prompt begins at the column `start`; `cursor` counts
 * within `line`. The terminal wraps by itself: nothing is written where it does, so that a copied line is one line.
 */
export function layOut(prompt: string, line: string, cursor: number, columns: number, start = 0): Drawing {
  let row = 0;
  let column = start;
  let text = '';
  const put = (character: string): void => {
    if (character === '\n') {
      text += '\r\n';
      row += 1;
      column = 0;
      return;
    }
    const seen = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : character;
    for (const one of seen) {
      const width = widthOf(one);
      if (width > 0 && column + width > columns) {
        row += 1;
        column = 0;
      }
      column += width;
      text += one;
    }
  };
  for (const character of prompt) put(character);
  let at = 0;
  let place: Spot = { row, column };
  for (const character of line) {
    if (at === cursor) place = { row, column };
    put(character);
    at += character.length;
  }
  if (cursor >= at) place = { row, column };
  // The terminal waits at its edge until one more character comes; the cursor must be seen to be on the next row.
  if (column >= columns) {
    text += ' \r';
    row += 1;
    column = 0;
  }
  if (place.column >= columns) place = { row: place.row + 1, column: 0 };
  return { text, cursor: place, end: { row, column } };
}

/** Rubs out what was drawn before, whose cursor stood in the row `from`, and draws anew. `start` is the prompt's first column. */
export function redraw(from: number, start: number, { text, cursor, end }: Drawing): string {
  return `${rubOut(from, start)}${text}${move(end, cursor)}`;
}

/** Goes back to where the prompt begins and rubs out what follows. */
export function rubOut(from: number, start: number): string {
  return `${from > 0 ? `\u001b[${from}A` : ''}\u001b[${start + 1}G\u001b[J`;
}

/** Moves the cursor from one spot to another. */
export function move(from: Spot, to: Spot): string {
  const rows = to.row - from.row;
  const vertical = rows === 0 ? '' : rows < 0 ? `\u001b[${-rows}A` : `\u001b[${rows}B`;
  return `${vertical}\u001b[${to.column + 1}G`;
}
