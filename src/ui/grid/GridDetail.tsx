import type { GridCellDetail, GridEndpointView, GridEndView, GridRowView } from '#session/view/grid.ts';
import { CommandLine } from '../kit/CommandLine.tsx';
import { Causes } from '../kubelet/Causes.tsx';
import { GRID as WORDS } from '../words/grid.ts';
import { CellSign } from './CellSign.tsx';

interface Props {
  readonly row: GridRowView;
  readonly endpoint: GridEndpointView;
  readonly detail: GridCellDetail;
  onFire(): void;
}

/** The chosen cell at length: who and what, which gate decided now and after a restart, and the line that asks. */
export function GridDetail({ row, endpoint, detail, onFire }: Props) {
  const { now, after, line, withheld } = detail;
  return (
    <section className="grid-detail" aria-label={WORDS.detail}>
      <p className="grid-detail-head">
        <strong>{row.name}</strong> <span className="grid-dim">{row.words} ·</span>{' '}
        <code>{WORDS.endpoint(endpoint.path, endpoint.how)}</code>{' '}
        <span className="grid-dim">{WORDS.gives(endpoint.gives)}</span>
      </p>
      <End label={WORDS.now} end={now} />
      {after !== null && <End label={WORDS.after} end={after} />}
      {line === null ? (
        <p className="grid-dim">{withheld}</p>
      ) : (
        <p className="grid-line">
          <span className="prompt" aria-hidden="true">
            $
          </span>
          <span className="grid-command" title={line}>
            <CommandLine line={line} />
          </span>
          <button type="button" className="button" onClick={onFire}>
            {WORDS.ask}
          </button>
        </p>
      )}
    </section>
  );
}

function End({ label, end }: { readonly label: string; readonly end: GridEndView }) {
  return (
    <div className="grid-end">
      <span className="grid-dim">{label}</span>
      <span className={`cell-end cell-end-${end.state}`}>
        <CellSign state={end.state} />
        {end.text}
        <span className="sr-only">, {WORDS.states[end.state]}</span>
      </span>
      <span className="grid-sentence">{end.sentence}</span>
      <Causes causes={end.causes.slice(0, 1)} />
    </div>
  );
}
