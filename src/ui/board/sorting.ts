import type { BoardCell, BoardRow } from '#session/view/board.ts';

/** What a board is sorted by: a column, or one of its tasks by its id. */
export interface Sorting {
  readonly by: 'name' | 'score' | 'standing' | { readonly task: string };
  readonly descending: boolean;
}

const STANDINGS: readonly BoardRow['standing'][] = ['differs', 'other', 'verified'];

/** Rows in order; equal ones by name, then by file. */
export function sorted(rows: readonly BoardRow[], { by, descending }: Sorting): readonly BoardRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((left, right) => sign * compare(left, right, by) || byName(left, right));
}

/** The sorting after its column was chosen again, or another. Scores and tasks begin with the lowest: who needs help comes first. */
export function sortedBy(before: Sorting, by: Sorting['by']): Sorting {
  return { by, descending: isSame(before.by, by) && !before.descending };
}

export function isSame(left: Sorting['by'], right: Sorting['by']): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  return left.task === right.task;
}

/** The cell of a row for a task; null where it has none, as in another lab. */
export function cellOf(row: BoardRow, task: string): BoardCell | null {
  return row.cells.find((cell) => cell.task === task) ?? null;
}

function compare(left: BoardRow, right: BoardRow, by: Sorting['by']): number {
  if (by === 'name') return byName(left, right);
  if (by === 'score') return left.score - right.score;
  if (by === 'standing') return STANDINGS.indexOf(left.standing) - STANDINGS.indexOf(right.standing);
  const [one, other] = [cellOf(left, by.task), cellOf(right, by.task)];
  return (one?.percent ?? -1) - (other?.percent ?? -1) || (other?.metAt ?? 1e9) - (one?.metAt ?? 1e9);
}

function byName(left: BoardRow, right: BoardRow): number {
  return left.name.localeCompare(right.name) || left.file.localeCompare(right.file);
}
