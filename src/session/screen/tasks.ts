import type { Judgement } from '../judge/judge.ts';
import type { TaskView } from '../view.ts';
import { WORDS } from './words.ts';

/** The tasks as they stand; an unmet one says what was expected, what is so, and what stands in the way. */
export function taskViews(judgements: readonly Judgement[]): readonly TaskView[] {
  const titles = new Map(judgements.map(({ task }) => [task.id, task.title]));
  return judgements.map(({ task, state, findings }) => ({
    id: task.id,
    title: task.title,
    state,
    detail:
      state === 'waiting'
        ? `${WORDS.waitingFor} ${task.after.map((id) => `“${titles.get(id) ?? id}”`).join(' and ')}.`
        : findings
            .filter((finding) => state === 'met' || !finding.holds)
            .map((finding) => finding.words)
            .join(' '),
  }));
}
