/** Lines `from` to `from + gone` of one text gave way to lines `to` to `to + come` of another. */
export interface Change {
  readonly from: number;
  readonly gone: number;
  readonly to: number;
  readonly come: number;
}

/** More different lines than this are told as one change: the table would grow with their square. */
const MOST = 2000;

/** The fewest changes that make one list of lines another, in order. */
export function changesOf(a: readonly string[], b: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  if (rows === 0 && columns === 0) return [];
  if (rows === 0 || columns === 0 || rows > MOST || columns > MOST)
    return [{ from: start, gone: rows, to: start, come: columns }];
  return walk(common(a, b, { start, rows, columns }), a, b, { start, rows, columns });
}

interface Middle {
  readonly start: number;
  readonly rows: number;
  readonly columns: number;
}

/** Lengths of the longest common part of what is left from each place on. */
function common(a: readonly string[], b: readonly string[], { start, rows, columns }: Middle): Uint16Array {
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const down = lengths[(row + 1) * width + column] ?? 0;
      const across = lengths[row * width + column + 1] ?? 0;
      const both = lengths[(row + 1) * width + column + 1] ?? 0;
      lengths[row * width + column] = a[start + row] === b[start + column] ? both + 1 : Math.max(down, across);
    }
  }
  return lengths;
}

function walk(
  lengths: Uint16Array,
  a: readonly string[],
  b: readonly string[],
  { start, rows, columns }: Middle,
): readonly Change[] {
  const width = columns + 1;
  const changes: Change[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [fromRow, fromColumn] = [row, column];
    while (
      (row < rows || column < columns) &&
      !(row < rows && column < columns && a[start + row] === b[start + column])
    ) {
      const down = row < rows ? (lengths[(row + 1) * width + column] ?? 0) : -1;
      const across = column < columns ? (lengths[row * width + column + 1] ?? 0) : -1;
      if (down >= across) row += 1;
      else column += 1;
    }
    if (row > fromRow || column > fromColumn)
      changes.push({ from: start + fromRow, gone: row - fromRow, to: start + fromColumn, come: column - fromColumn });
    row += 1;
    column += 1;
  }
  return changes;
}
