/** How wide cells are. */
export interface TabStyle {
  readonly minimum: number;
  readonly padding: number;
  /** Columns are at least as wide as these, which a writer that goes on remembers. */
  readonly remembered?: readonly number[];
}

/** The style of kubectl's tables. */
export const TABLE_STYLE: TabStyle = { minimum: 6, padding: 3 };

/** The style of `kubectl describe`. */
export const DESCRIBE_STYLE: TabStyle = { minimum: 0, padding: 2 };

/**
 * Lays out lines whose cells end in tabs: consecutive lines that have a cell in a column share the column's width. The
 * last cell of a line belongs to no column. Models text/tabwriter of Go and its fork that remembers widths.
 */
export function tabbed(text: string, style: TabStyle): string {
  return layOut(text, style).text;
}

/** As {@link tabbed}, with the widths that the columns came to. */
export function layOut(text: string, style: TabStyle): { readonly text: string; readonly widths: readonly number[] } {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const out: string[] = [];
  const reached: number[] = [...(style.remembered ?? [])];

  /** Writes the lines of a block whose first columns have these widths. */
  function block(from: number, to: number, widths: readonly number[]): void {
    const column = widths.length;
    let start = from;
    for (let at = from; at < to; at += 1) {
      if (column >= (lines[at]?.length ?? 0) - 1) continue;
      write(start, at, widths);
      let end = at;
      let width = Math.max(style.minimum, style.remembered?.[column] ?? 0);
      for (; end < to && column < (lines[end]?.length ?? 0) - 1; end += 1) {
        width = Math.max(width, lengthOf(lines[end]?.[column] ?? '') + style.padding);
      }
      reached[column] = Math.max(reached[column] ?? 0, width);
      block(at, end, [...widths, width]);
      start = end;
      at = end - 1;
    }
    write(start, to, widths);
  }

  function write(from: number, to: number, widths: readonly number[]): void {
    for (let at = from; at < to; at += 1) {
      out[at] = (lines[at] ?? [])
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - lengthOf(cell))))
        .join('');
    }
  }

  block(0, lines.length, []);
  return { text: out.join('\n'), widths: reached };
}

function lengthOf(text: string): number {
  return [...text].length;
}
