import { useSyncExternalStore } from 'react';
import type { ExamView, SessionExam } from '#session/view/exam.ts';

/** A part of the exam's view; the caller is drawn again only when that part changes. Lists change with each second. */
export function useExam<T>(exam: SessionExam, select: (view: ExamView) => T): T {
  return useSyncExternalStore(exam.subscribe, () => select(exam.view()));
}
