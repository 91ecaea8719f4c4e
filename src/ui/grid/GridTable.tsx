import { type CSSProperties, type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { GRID as WORDS } from '../words/grid.ts';
import { type Cursor, moved, within } from './cursor.ts';
import { GridRow } from './GridRow.tsx';
import type { Shown } from './shown.ts';

interface Props {
  readonly shown: Shown;
  /** Index of the port among the grid's. */
  readonly port: number;
  readonly label: string;
  /** The shown cells are older than the session. */
  readonly stale: boolean;
  readonly cursor: Cursor;
  onMove(cursor: Cursor): void;
  onFire(cursor: Cursor): void;
}

/** The table: one stop for the Tab key, arrows to walk in it, Enter or a click to ask. */
export function GridTable({ shown, port, label, stale, cursor, onMove, onFire }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const { rows, endpoints } = shown;
  const here = within(cursor, rows.length, endpoints.length);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(here, event.key, event.ctrlKey || event.metaKey, rows.length, endpoints.length);
    if (next === null || event.altKey) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent): void => {
    const at = placeOf(event.target);
    if (at !== null) onMove(at);
  };
  const onClick = (event: MouseEvent): void => {
    const at = event.target instanceof Element ? placeOf(event.target.closest('[data-row]')) : null;
    if (at !== null) onFire(at);
  };

  return (
    // The keys and clicks are those of the buttons inside.
    <table
      style={{ '--columns': endpoints.length } as CSSProperties}
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrow keys is a grid.
      role="grid"
      aria-label={label}
      aria-busy={stale}
      {...{ onKeyDown, onFocus, onClick }}
    >
      <thead>
        <tr>
          <th scope="col" className="grid-corner">
            {WORDS.corner}
          </th>
          {endpoints.map(({ endpoint }) => (
            <th key={endpoint.id} scope="col" title={WORDS.gives(endpoint.gives)}>
              <Breaking path={endpoint.path} />
              {endpoint.how !== '' && <span className="grid-how"> {endpoint.how}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <GridRow
            key={row.id}
            row={row}
            at={at}
            cells={row.cells[port] ?? []}
            endpoints={endpoints}
            cursor={here.row === at ? here.column : -1}
          />
        ))}
      </tbody>
    </table>
  );
}

/** A path that may break before a slash or a capital letter, where it is too long for its column. */
function Breaking({ path }: { readonly path: string }) {
  return path.split(/(?<=.)(?=[/A-Z])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path never move.
    <span key={index}>
      {index > 0 && <wbr />}
      {part}
    </span>
  ));
}

function placeOf(element: Element | null): Cursor | null {
  if (!(element instanceof HTMLElement)) return null;
  const { row, column } = element.dataset;
  return row === undefined ? null : { row: Number(row), column: Number(column) };
}
