import { memo } from 'react';
import type { CellEnd, GridCellView, GridRowView } from '#session/view/grid.ts';
import { GRID as WORDS } from '../words/grid.ts';
import { CellSign } from './CellSign.tsx';
import type { Shown } from './shown.ts';

interface Props {
  readonly row: GridRowView;
  /** Index of the row among those shown. */
  readonly at: number;
  readonly cells: readonly GridCellView[];
  readonly endpoints: Shown['endpoints'];
  /** The column that the Tab key leads to; -1 when it is in another row. */
  readonly cursor: number;
}

/** One identity and how it fares at each endpoint. Drawn again only when one of its cells or the cursor in it moves. */
export const GridRow = memo(function GridRow({ row, at, cells, endpoints, cursor }: Props) {
  return (
    <tr className={row.stranger ? 'grid-stranger' : undefined}>
      <th scope="row" title={`${row.name}: ${row.words}`}>
        {row.name}
      </th>
      {endpoints.map(({ endpoint, index }, column) => {
        const cell = cells[index];
        const what = WORDS.endpoint(endpoint.path, endpoint.how);
        return (
          <td key={endpoint.id}>
            {cell !== undefined && (
              <button
                type="button"
                className={`cell cell-${cell.state}${cell.after === null ? '' : ' cell-differs'}`}
                data-row={at}
                data-column={column}
                tabIndex={column === cursor ? 0 : -1}
                aria-label={nameOf(row.name, what, cell)}
              >
                <End end={cell} />
                {cell.after !== null && (
                  <span className="cell-after">
                    <span className="cell-arrow">→</span>
                    <End end={cell.after} />
                  </span>
                )}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
});

function End({ end }: { readonly end: CellEnd }) {
  return (
    <span className={`cell-end cell-end-${end.state}`}>
      <CellSign state={end.state} />
      {end.text}
    </span>
  );
}

function nameOf(who: string, what: string, cell: GridCellView): string {
  const now = WORDS.cell(who, what, cell.text, WORDS.states[cell.state]);
  return cell.after === null ? now : `${now}; ${WORDS.becomes(cell.after.text, WORDS.states[cell.after.state])}`;
}
