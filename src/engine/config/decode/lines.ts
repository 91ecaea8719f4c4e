import type { Place } from '../../host/place.ts';

/** Line starts of a text, for turning offsets into the lines and columns of an editor. */
export interface Lines {
  readonly starts: readonly number[];
}

/** Finds the line starts of a text. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { starts };
}

/** Line and column of an offset, both from 1. */
export function positionAt(lines: Lines, offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines.starts[low] ?? 0) + 1 };
}

/** Offset of a line and column; the end of the text for places beyond it. */
export function offsetAt(lines: Lines, line: number, column: number, length: number): number {
  const start = lines.starts[line - 1];
  return start === undefined ? length : Math.min(start + column - 1, length);
}

/** The place of an offset in a file. */
export function placeAt(file: string, lines: Lines, offset: number): Place {
  return { file, ...positionAt(lines, offset) };
}
