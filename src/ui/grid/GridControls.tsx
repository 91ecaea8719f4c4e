import { useId } from 'react';
import type { GridFrom, GridView } from '#session/view/grid.ts';
import { useDesk } from '../store/bench.tsx';
import { GRID as WORDS } from '../words/grid.ts';
import { changesAt } from './shown.ts';

const FROMS: readonly GridFrom[] = ['network', 'node'];

interface Props {
  readonly grid: GridView;
}

/** Which port is looked at, and from where. */
export function GridControls({ grid }: Props) {
  const name = useId();
  const choice = useDesk((desk) => desk.gridChoice);
  const choose = useDesk((desk) => desk.chooseGrid);
  return (
    <div className="grid-controls">
      <fieldset>
        <legend>{WORDS.port}</legend>
        {grid.ports.map((one, index) => (
          <label key={one.role}>
            <input
              type="radio"
              name={`${name}port`}
              checked={index === choice.port}
              onChange={() => choose({ port: index })}
            />
            {one.port === one.portAfter ? one.port : WORDS.moved(one.port, one.portAfter)}
            <Changes count={changesAt(grid, index)} />
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{WORDS.from}</legend>
        {FROMS.map((from) => (
          <label key={from} title={WORDS.fromTitles[from]}>
            <input type="radio" name={`${name}from`} checked={choice.from === from} onChange={() => choose({ from })} />
            {WORDS.froms[from]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** Which rows and endpoints are left out. */
export function GridFilters() {
  const choice = useDesk((desk) => desk.gridChoice);
  const choose = useDesk((desk) => desk.chooseGrid);
  return (
    <fieldset className="grid-filters">
      <legend className="sr-only">{WORDS.show}</legend>
      {(['open', 'differing'] as const).map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={choice[name]}
            onChange={(event) => choose({ [name]: event.target.checked })}
          />
          {WORDS[name]}
        </label>
      ))}
    </fieldset>
  );
}

function Changes({ count }: { readonly count: number }) {
  return count === 0 ? null : <span className="grid-changes"> {WORDS.changes(count)}</span>;
}
