import './Sign.css';

export type SignKind =
  | 'met'
  | 'unmet'
  | 'waiting'
  | 'hidden'
  | 'passed'
  | 'refused'
  | 'answered'
  | 'skipped'
  | 'not-reached';

interface Props {
  readonly kind: SignKind;
  /** The word for those who do not see the shape; empty where the word stands beside it. */
  readonly word?: string;
}

/** One shape a state, so that colour never speaks alone: disc, struck ring, ring, small ring, tick, cross, dot, dash, empty lock. */
export function Sign({ kind, word = '' }: Props) {
  return (
    <span className={`sign sign-${kind}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={PATHS[kind]} />
      </svg>
      {word === '' ? null : <span className="sr-only">{word}</span>}
    </span>
  );
}

const RING = 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z';

const PATHS: Record<SignKind, string> = {
  met: `${RING}M5.2 8.2l2 2 3.8-4.4`,
  unmet: `${RING}M12.6 1.8L3.4 14.2`,
  waiting: RING,
  hidden: 'M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  passed: 'M4.5 8.3l2.4 2.5 4.6-5.4',
  refused: 'M5 5l6 6M11 5l-6 6',
  answered: 'M8 6.4a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2z',
  skipped: 'M4.5 8h7',
  'not-reached': '',
};
