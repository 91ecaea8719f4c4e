import type { SessionExam } from '../view/exam.ts';
import { examKey, finishedKey, readSavedExam } from './savedExam.ts';
import { type ExamInput, openExam } from './sessionExam.ts';

const MINUTE = 60_000;

/**
 * An exam that ended at this moment, as it was then: its report is made anew of the steps that were kept. Null when this
 * browser keeps it no longer. Whatever is being taken meanwhile is not touched.
 */
export function openPastExam(input: ExamInput, ended: number): SessionExam | null {
  const { exam, scenarios, progress } = input;
  const text = keptText(input, ended);
  if (readSavedExam(text, exam.id, scenarios.length, exam.minutes * MINUTE)?.phase !== 'over') return null;
  const key = examKey(exam.id);
  return openExam({
    ...input,
    progress: {
      load: (asked) => (asked === key ? text : progress.load(asked)),
      save(asked, value) {
        if (asked !== key) progress.save(asked, value);
      },
    },
    onForeignChange: () => {},
  });
}

function keptText({ exam, progress }: ExamInput, ended: number): string {
  try {
    return progress.load(finishedKey(exam.id, ended)) ?? '';
  } catch {
    return '';
  }
}
