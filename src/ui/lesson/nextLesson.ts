import { createContext } from 'react';
import type { LessonSummary } from '#session/view/lesson.ts';

/** The lesson that follows on the path; null behind the last one. */
export const NextLesson = createContext<Pick<LessonSummary, 'id' | 'title'> | null>(null);

/** The first lesson behind the one of that id. */
export function lessonAfter(lessons: readonly LessonSummary[], id: string): LessonSummary | null {
  const at = lessons.findIndex((one) => one.id === id);
  return at === -1 ? null : (lessons[at + 1] ?? null);
}
