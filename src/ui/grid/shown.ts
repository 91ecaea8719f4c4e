import type { GridEndpointView, GridRowView, GridView } from '#session/view/grid.ts';
import type { GridChoice } from '../store/desk.ts';

/** The rows and endpoints that a filter leaves at one port; endpoints with their index in the grid. */
export interface Shown {
  readonly rows: readonly GridRowView[];
  readonly endpoints: readonly { readonly endpoint: GridEndpointView; readonly index: number }[];
}

/** Applies a filter to the cells of one port, by its index. */
export function shownOf(
  grid: GridView,
  port: number,
  { open, differing }: Pick<GridChoice, 'open' | 'differing'>,
): Shown {
  const cellsOf = (row: GridRowView) => row.cells[port] ?? [];
  const stranger = grid.rows.find((row) => row.id === 'stranger');
  const isOpen = (index: number): boolean => {
    const cell = stranger === undefined ? undefined : cellsOf(stranger)[index];
    return cell?.state === 'allowed' || cell?.after?.state === 'allowed';
  };
  const differs = (index: number): boolean => grid.rows.some((row) => (cellsOf(row)[index]?.after ?? null) !== null);
  const endpoints = grid.endpoints
    .map((endpoint, index) => ({ endpoint, index }))
    .filter(({ index }) => (!open || isOpen(index)) && (!differing || differs(index)));
  const rows = differing
    ? grid.rows.filter((row) => endpoints.some(({ index }) => (cellsOf(row)[index]?.after ?? null) !== null))
    : grid.rows;
  return { rows: endpoints.length === 0 ? [] : rows, endpoints };
}

/** Which wish leaves nothing to show: one of the two by itself, or only both together. */
export function whyEmpty(
  grid: GridView,
  port: number,
  { open, differing }: Pick<GridChoice, 'open' | 'differing'>,
): 'open' | 'differing' | 'both' {
  const empty = (filter: Parameters<typeof shownOf>[2]) => shownOf(grid, port, filter).rows.length === 0;
  if (differing && empty({ open: false, differing })) return 'differing';
  return open && empty({ open, differing: false }) ? 'open' : 'both';
}

/** How many cells of a port a restart would change. */
export function changesAt(grid: GridView, port: number): number {
  return grid.rows.reduce((sum, row) => sum + (row.cells[port] ?? []).filter((cell) => cell.after !== null).length, 0);
}
