import { type KeyboardEvent, useRef, useState } from 'react';
import type { BoardCell, BoardRow, BoardView } from '#session/view/board.ts';
import { neighbourStep } from '../timeline/neighbourStep.ts';
import { BOARD } from '../words/board.ts';
import { CellMark, cellWords } from './CellMark.tsx';
import { cellOf, isSame, type Sorting, sorted, sortedBy } from './sorting.ts';

interface Props {
  readonly board: BoardView;
  onOpen(row: BoardRow): void;
}

/** The heat-map: a line a learner, a column a task. Heads sort; one stop of the Tab key for all learners, arrows between them. */
export function BoardTable({ board, onOpen }: Props) {
  const { tasks } = board;
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', descending: false });
  const [stop, setStop] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = sorted(board.rows, sorting);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLButtonElement)) return;
    const next = neighbourStep(stop, rows.length - 1, event.key);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  };
  const head = (by: Sorting['by'], words: string) => (
    <Head words={words} by={by} sorting={sorting} onSort={setSorting} />
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="board-scroll" aria-label={BOARD.table} tabIndex={0}>
      <table className="board-table">
        <thead>
          <tr>
            <td colSpan={3} />
            {groups(tasks).map(({ scenario, first, count }) => (
              <th key={first} scope="colgroup" colSpan={count} className="board-scenario">
                {scenario}
              </th>
            ))}
          </tr>
          <tr>
            {head('name', BOARD.learner)}
            {head('score', BOARD.score)}
            {head('standing', BOARD.standing)}
            {tasks.map(({ id, title }) => (
              <Head key={id} words={title} by={{ task: id }} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <tr key={row.file} className={`board-${row.standing}`}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  data-row={index}
                  tabIndex={index === Math.min(stop, rows.length - 1) ? 0 : -1}
                  title={row.file}
                  onFocus={() => setStop(index)}
                  onClick={() => onOpen(row)}
                >
                  {row.name.trim() === '' ? BOARD.nameless : row.name}
                </button>
              </th>
              <td className="board-number">{row.score}</td>
              <td className="board-standing">
                {row.standing === 'differs' ? BOARD.claims(row.claimed, row.score) : BOARD.agrees}
                {row.foreign && `; ${BOARD.foreign}`}
              </td>
              {tasks.map(({ id }) => (
                <Cell key={id} cell={cellOf(row, id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { readonly cell: BoardCell | null }) {
  if (cell === null) return <td />;
  const { state, percent, metAt, stuck } = cell;
  const words = cellWords(cell);
  return (
    <td className={`board-cell board-cell-${state}`} title={words}>
      <CellMark state={state} />
      <span aria-hidden="true">
        {state === 'met' && metAt !== null && BOARD.minute(metAt)}
        {state === 'part' && `${percent}%`}
        {state !== 'met' && stuck !== '' && <span className="board-stuck"> {stuck}</span>}
      </span>
      <span className="sr-only">{words}</span>
    </td>
  );
}

interface HeadProps {
  readonly words: string;
  readonly by: Sorting['by'];
  readonly sorting: Sorting;
  onSort(sorting: Sorting): void;
}

function Head({ words, by, sorting, onSort }: HeadProps) {
  const here = isSame(sorting.by, by);
  return (
    <th scope="col" aria-sort={here ? (sorting.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="board-sort" onClick={() => onSort(sortedBy(sorting, by))}>
        {words}
        <span aria-hidden="true" className="board-arrow">
          {here ? (sorting.descending ? ' ↓' : ' ↑') : ''}
        </span>
      </button>
    </th>
  );
}

/** Neighbouring tasks of one scenario. */
function groups(
  tasks: BoardView['tasks'],
): readonly { readonly scenario: string; readonly first: string; readonly count: number }[] {
  const found: { scenario: string; first: string; count: number }[] = [];
  for (const { id, scenario } of tasks) {
    const last = found.at(-1);
    if (last !== undefined && last.first.split('/')[0] === id.split('/')[0]) last.count += 1;
    else found.push({ scenario, first: id, count: 1 });
  }
  return found;
}
