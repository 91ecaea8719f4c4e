import type { CauseView, StageView } from '../view.ts';

/** One journey's side at the gate where two journeys part. */
export interface PartingSide {
  readonly number: number;
  /** "goes on", "ends here", "never came here" */
  readonly words: string;
  readonly sentence: string;
  /** What decided here and is not the same for the other. */
  readonly causes: readonly CauseView[];
}

/** Two journeys side by side: where they part and why. */
export interface ComparisonView {
  /** The gate where the one goes on and the other does not, or where both end differently; null when they end alike. */
  readonly parting: StageView['name'] | null;
  /** "They part at Authenticate: request 1 goes on, request 2 ends here." */
  readonly sentence: string;
  /** The kept request first; empty when the journeys end alike. */
  readonly sides: readonly PartingSide[];
  /** Gates before the parting at which the journeys differ in what was found, though both go on. */
  readonly differing: readonly StageView['name'][];
}
