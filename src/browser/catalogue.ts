import { FIDELITY } from '#session/fidelity.data.ts';
import { progressKey, readProgressNote } from '#session/progressNote.ts';
import type { FidelitySum, ProgressNote, ScenarioSummary } from '#session/view/catalogue.ts';
import type { ExamSummary } from '#session/view/exam.ts';
import type { LessonSummary } from '#session/view/lesson.ts';

/** All scenarios, the easy ones first and then in their order; the summaries are made when the page is built. */
export const SCENARIOS: readonly ScenarioSummary[] = Object.values(
  import.meta.glob<ScenarioSummary>('../../scenarios/*/scenario.yaml', {
    query: '?summary',
    import: 'default',
    eager: true,
  }),
).sort((left, right) => left.difficulty - right.difficulty || left.order - right.order);

/** The lessons of the guided path, in their order. */
export const LESSONS: readonly LessonSummary[] = Object.values(
  import.meta.glob<LessonSummary>('../../scenarios/*/lesson.yaml', {
    query: '?summary',
    import: 'default',
    eager: true,
  }),
).sort((left, right) => left.order - right.order);

/** The exams, in their order. */
export const EXAMS: readonly ExamSummary[] = Object.values(
  import.meta.glob<ExamSummary>('../../scenarios/*/exam.yaml', { query: '?summary', import: 'default', eager: true }),
).sort((left, right) => left.order - right.order);

/** How far the learner came in a scenario, as this browser remembers it; null when it does not. */
export function progressOf(id: string): ProgressNote | null {
  try {
    const text = window.localStorage.getItem(progressKey(id));
    return text === null ? null : readProgressNote(text);
  } catch {
    return null;
  }
}

/** The newest recorded kubelet's figure; null when nothing was recorded. */
export function fidelity(): FidelitySum | null {
  const [newest] = FIDELITY;
  if (newest === undefined) return null;
  const figures = FIDELITY.filter(({ version }) => version === newest.version);
  const sum = (of: (figure: (typeof figures)[number]) => number): number =>
    figures.reduce((total, figure) => total + of(figure), 0);
  return { version: newest.version, equal: sum(({ equal }) => equal), total: sum(({ total }) => total) };
}
