import type { ProgressNote, ScenarioSummary } from '#session/view/catalogue.ts';

/** A scenario, and how far the learner came in it; null before the first step. */
export interface Voyage {
  readonly scenario: ScenarioSummary;
  readonly note: ProgressNote | null;
}

/** A lesson or a scenario, whatever comes next. */
export interface Stop {
  readonly kind: 'lesson' | 'scenario';
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly note: ProgressNote | null;
}

/** What to do next: the unfinished stop last worked on, else the first one not begun; null when all are done. */
export function nextOf(stops: readonly Stop[]): Stop | null {
  const begun = stops
    .filter(({ note }) => note !== null && !note.solved)
    .sort((left, right) => (right.note?.at ?? 0) - (left.note?.at ?? 0));
  return begun[0] ?? stops.find(({ note }) => note === null) ?? null;
}
