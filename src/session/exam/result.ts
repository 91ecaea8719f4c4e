import type { Play } from '../play.ts';
import type { Result } from '../result/result.ts';
import { FORMAT, type SavedRun } from '../saved/saved.ts';
import type { ExamReport } from '../view/exam.ts';
import type { SavedExam } from './savedExam.ts';

/** What is handed in: every question's steps, and what they score here. */
export function resultOf(
  name: string,
  { exam, seed, context }: SavedExam,
  report: ExamReport,
  plays: readonly Play[],
  runs: readonly (SavedRun | null)[],
): Result {
  return {
    kind: 'portside-result',
    format: 1,
    name: name.trim().slice(0, 120),
    lab: exam,
    seed,
    began: Math.max(0, Math.round(context.began)),
    ended: Math.max(0, Math.round(context.ended)),
    score: report.score,
    parts: report.tasks.map((task, part) => {
      const scenario = plays[part]?.scenario.id ?? '';
      const run = runs[part] ?? { format: FORMAT, scenario, steps: [], at: 0, hintsOpened: 0, note: '' };
      return {
        scenario,
        part,
        // What was undone is not handed in.
        run: { ...run, steps: run.steps.slice(0, run.at) } as Result['parts'][number]['run'],
        score: task.thousandths,
        spent: Math.round(context.spent[part] ?? 0),
      };
    }),
  };
}
