/** What a learner may have beside the node itself. In an exam nothing of it, in a lab what its author allows. */
export interface Allowed {
  readonly hints: boolean;
  /** Mistakes that are recognised, and what would change an answer. */
  readonly diagnosis: boolean;
  /** Whether tasks show live if they are met. */
  readonly checks: boolean;
  /** The reference way and the debrief, once solved. */
  readonly solutions: boolean;
}

export const EVERYTHING_ALLOWED: Allowed = { hints: true, diagnosis: true, checks: true, solutions: true };
export const NOTHING_ALLOWED: Allowed = { hints: false, diagnosis: false, checks: false, solutions: false };
