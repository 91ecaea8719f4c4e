import type { Session } from '#session/commands.ts';
import type { AboutView } from '#session/view/about.ts';
import type { Board } from '#session/view/board.ts';
import type { FidelitySum, ProgressNote, ScenarioSummary } from '#session/view/catalogue.ts';
import type { ExamSummary, SessionExam } from '#session/view/exam.ts';
import type { Labs } from '#session/view/lab.ts';
import type { LessonSummary, OpenLesson, PredictionScore } from '#session/view/lesson.ts';

/** What the browser brings: light things for home, and the way to a session, which may be heavy. */
export interface Host {
  readonly scenarios: readonly ScenarioSummary[];
  /** The guided path, in its order. */
  readonly lessons: readonly LessonSummary[];
  readonly exams: readonly ExamSummary[];
  /** Null when nothing was recorded. */
  readonly fidelity: FidelitySum | null;
  /** Null when this browser remembers nothing. */
  progressOf(id: string): ProgressNote | null;
  openScenario(id: string): Promise<Session>;
  openSandbox(base: string): Promise<Session>;
  openLesson(id: string): Promise<OpenLesson>;
  /** How good the learner's predictions are. */
  predictions(): Promise<PredictionScore>;
  /** The exam that was begun, or a new one; `seed` is of a new one, by chance when null. */
  openExam(id: string, seed: number | null): Promise<SessionExam>;
  /** One that ended at this moment; null when this browser keeps it no longer. */
  openPastExam(id: string, ended: number): Promise<SessionExam | null>;
  labs(): Promise<Labs>;
  board(): Promise<Board>;
  /** The figures and documents of the page about this page. */
  about(): Promise<AboutView>;
}
