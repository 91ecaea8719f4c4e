import type { LessonView } from '#session/view/lesson.ts';
import type { TaskView } from '#session/view.ts';

/** What lies open in a lesson's column: a step, a prediction, or the end. */
export type Place = { readonly kind: 'step' | 'prediction'; readonly id: string } | { readonly kind: 'end' };

/** Where a learner goes on who opens a lesson: the first step not tried, else the first prediction not made, else the end. */
export function placeIn({ predictions }: LessonView, tasks: readonly TaskView[]): Place {
  const step = tasks.find(({ state }) => state !== 'met');
  const open = predictions.find(({ judged }) => judged === null);
  // Who made a prediction has tried every step once, and goes on with the others.
  const begun = predictions.some(({ judged }) => judged !== null);
  if (step !== undefined && !begun) return { kind: 'step', id: step.id };
  return open === undefined ? { kind: 'end' } : { kind: 'prediction', id: open.id };
}

/** What follows a place, whether or not it was done before. */
export function placeAfter({ steps, predictions }: LessonView, place: Place): Place {
  const all: readonly Place[] = [
    ...steps.map(({ id }) => ({ kind: 'step', id }) as const),
    ...predictions.map(({ id }) => ({ kind: 'prediction', id }) as const),
    { kind: 'end' },
  ];
  const at = all.findIndex((one) => isSame(one, place));
  return all[at + 1] ?? { kind: 'end' };
}

export function isSame(one: Place, other: Place): boolean {
  if (one.kind === 'end' || other.kind === 'end') return one.kind === other.kind;
  return one.kind === other.kind && one.id === other.id;
}

/** The id of a place's heading in the document, which takes the focus when the learner goes there. */
export function headingOf(place: Place): string {
  return place.kind === 'end' ? 'lesson-end' : `lesson-${place.kind}-${place.id}`;
}
