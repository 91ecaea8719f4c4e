import type { CellState } from '#session/view/grid.ts';

const PATHS: Record<CellState, string> = {
  allowed: 'M2.5 7.3l2.6 2.7 5-6',
  refused: 'M3 3l6 6M9 3l-6 6',
  closed: 'M2.5 6h7',
  failed: 'M6 2v4.6M6 9.6v.1',
};

/** One shape a state: tick, cross, dash, exclamation mark. The word stands beside it. */
export function CellSign({ state }: { readonly state: CellState }) {
  return (
    <svg className={`cell-sign cell-sign-${state}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={PATHS[state]} />
    </svg>
  );
}
