import type { ProgressNote } from '../view/catalogue.ts';
import type { LessonView } from '../view/lesson.ts';
import type { SessionView } from '../view.ts';

/** How far somebody came in a lesson: steps tried and predictions made, of all of them; null before the first. */
export function lessonNote(
  { steps, predictions }: LessonView,
  { tasks }: Pick<SessionView, 'tasks'>,
  at: number,
): ProgressNote | null {
  const tried = tasks.filter(({ state }) => state === 'met').length;
  const made = predictions.filter(({ judged }) => judged !== null).length;
  const met = tried + made;
  if (met === 0) return null;
  const all = steps.length + predictions.length;
  return { met, tasks: all, solved: met === all, at };
}
