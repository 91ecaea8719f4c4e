import type { StageView } from '#session/view.ts';

/** A lock seen from above: leaves folded to the banks where it let pass, leaves shut where it refused or nobody came. */
export function LockGate({ state }: { readonly state: StageView['state'] }) {
  return (
    <svg className="lock-leaves" viewBox="0 0 22 26" width="22" height="26" aria-hidden="true" focusable="false">
      <path className="lock-leaf" d={LEAVES[state]} />
      {state === 'refused' && <path className="lock-plate" d="M11 5.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15z" />}
      <path className="lock-sign" d={SIGNS[state]} />
    </svg>
  );
}

const FOLDED = 'M4 2.5H18M4 23.5H18';
const SHUT = 'M16 1.5L7 13L16 24.5';

const LEAVES: Record<StageView['state'], string> = {
  passed: FOLDED,
  answered: FOLDED,
  refused: SHUT,
  skipped: '',
  'not-reached': SHUT,
};

const SIGNS: Record<StageView['state'], string> = {
  passed: 'M6 13.3l3.4 3.5 6.4-7.6',
  answered: 'M11 10a3 3 0 1 0 0 6a3 3 0 1 0 0-6z',
  refused: 'M8 10l6 6M14 10l-6 6',
  skipped: 'M6 13h10',
  'not-reached': '',
};
