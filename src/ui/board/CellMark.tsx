import type { BoardCell } from '#session/view/board.ts';
import { BOARD } from '../words/board.ts';

const PATHS: Readonly<Record<BoardCell['state'], string>> = {
  met: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  part: 'M6 1a5 5 0 1 0 0 10z',
  unmet: '',
  untouched: 'M3 6h6',
};

/** One shape a state beside its colour: disc, half disc, ring, dash. */
export function CellMark({ state }: { readonly state: BoardCell['state'] }) {
  return (
    <svg className="cell-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      {state !== 'untouched' && <circle cx="6" cy="6" r="5" />}
      {PATHS[state] !== '' && <path d={PATHS[state]} className={`cell-mark-${state}`} />}
    </svg>
  );
}

/** A learner at a task in words, for those who do not see the shape, and for the pointer. */
export function cellWords({ state, percent, metAt, stuck, stuckAt }: BoardCell): string {
  return [
    state === 'part' ? `${BOARD.states.part}, ${percent}%` : BOARD.states[state],
    ...(metAt !== null && state === 'met' ? [BOARD.metIn(metAt)] : []),
    ...(stuck === '' ? [] : [BOARD.stuckOn(stuck, stuckAt)]),
  ].join('; ');
}
