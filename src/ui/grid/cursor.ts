/** A place in a table: indices of row and column. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

const PAGE = 5;

/** Where a key leads from a place in a table of that many rows and columns; null when the key does not move. */
export function moved(
  { row, column }: Cursor,
  key: string,
  far: boolean,
  rows: number,
  columns: number,
): Cursor | null {
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column }, rows, columns);
    case 'ArrowDown':
      return within({ row: row + 1, column }, rows, columns);
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, rows, columns);
    case 'ArrowRight':
      return within({ row, column: column + 1 }, rows, columns);
    case 'PageUp':
      return within({ row: row - PAGE, column }, rows, columns);
    case 'PageDown':
      return within({ row: row + PAGE, column }, rows, columns);
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return within({ row: far ? rows : row, column: columns }, rows, columns);
    default:
      return null;
  }
}

/** The place nearest to one that a table of that size has. */
export function within({ row, column }: Cursor, rows: number, columns: number): Cursor {
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
