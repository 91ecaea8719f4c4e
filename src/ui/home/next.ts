import type { ProgressNote, ScenarioSummary } from '#session/view/catalogue.ts';

/** A scenario, and how far the learner came in it; null before the first step. */
export interface Voyage {
  readonly scenario: ScenarioSummary;
  readonly note: ProgressNote | null;
}

/** What to do next: the unsolved scenario last worked on, else the first one not begun; null when all are solved. */
export function nextOf(voyages: readonly Voyage[]): Voyage | null {
  const begun = voyages
    .filter(({ note }) => note !== null && !note.solved)
    .sort((left, right) => (right.note?.at ?? 0) - (left.note?.at ?? 0));
  return begun[0] ?? voyages.find(({ note }) => note === null) ?? null;
}
