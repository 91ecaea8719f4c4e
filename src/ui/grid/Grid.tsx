import { useEffect, useMemo, useState } from 'react';
import type { GridCellId } from '#session/view/grid.ts';
import { useCommands, useDesk, useSession } from '../store/bench.tsx';
import { GRID as WORDS } from '../words/grid.ts';
import { type Cursor, within } from './cursor.ts';
import { GridControls, GridFilters } from './GridControls.tsx';
import { GridDetail } from './GridDetail.tsx';
import { GridTable } from './GridTable.tsx';
import { shownOf, whyEmpty } from './shown.ts';
import { type Painted, useGrid } from './useGrid.ts';
import './Grid.css';

/** Who may do what: everybody at every endpoint, now and after a restart of what the files now say. */
export function Grid() {
  const from = useDesk((desk) => desk.gridChoice.from);
  const painted = useGrid(from);
  const makeRoom = useDesk((desk) => desk.makeRoom);
  useEffect(makeRoom, [makeRoom]);
  return painted === null ? <p className="grid-none">{WORDS.loading}</p> : <Panel {...painted} />;
}

function Panel({ grid, painting, stale }: Painted) {
  const session = useSession();
  const commands = useCommands();
  const { port, open, differing } = useDesk((desk) => desk.gridChoice);
  const choose = useDesk((desk) => desk.chooseGrid);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const shown = useMemo(() => shownOf(grid, port, { open, differing }), [grid, port, open, differing]);
  const here = within(cursor, shown.rows.length, shown.endpoints.length);

  const idAt = ({ row, column }: Cursor): GridCellId | null => {
    const [who, what, where] = [shown.rows[row], shown.endpoints[column]?.endpoint, grid.ports[port]];
    if (who === undefined || what === undefined || where === undefined) return null;
    return { from: grid.from, role: where.role, endpoint: what.id, row: who.id };
  };
  const id = idAt(here);
  const key = id === null ? '' : `${id.row}\n${id.endpoint}\n${id.role}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the id, and a cell is told anew with each painting.
  const detail = useMemo(() => (id === null ? null : session.grid.cell(id)), [session, painting, key]);
  const fire = (at: Cursor): void => {
    const chosen = idAt(at);
    const line = chosen === null ? null : (session.grid.cell(chosen)?.line ?? null);
    if (line !== null) commands.ask(line, null);
  };
  const [row, endpoint] = [shown.rows[here.row], shown.endpoints[here.column]?.endpoint];

  return (
    <div className="grid-panel">
      <div className="grid-head">
        <p className={`grid-outlook grid-outlook-${grid.outlook.kind}`}>{grid.outlook.words}</p>
        <GridFilters />
      </div>
      <GridControls grid={grid} />
      {shown.rows.length === 0 ? (
        <p className="grid-none">
          {WORDS.none[whyEmpty(grid, port, { open, differing })]}{' '}
          <button type="button" className="link" onClick={() => choose({ open: false, differing: false })}>
            {WORDS.showAll}
          </button>
        </p>
      ) : (
        <div className="grid-scroll">
          <GridTable
            {...{ shown, port, stale }}
            label={WORDS.table(grid.ports[port]?.port ?? 0)}
            cursor={here}
            onMove={setCursor}
            onFire={fire}
          />
          <p className="grid-notes">
            {WORDS.legend} {grid.notes.join(' ')}
          </p>
        </div>
      )}
      {row !== undefined && endpoint !== undefined && detail !== null && (
        <GridDetail {...{ row, endpoint, detail }} onFire={() => fire(here)} />
      )}
    </div>
  );
}
