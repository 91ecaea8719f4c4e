import type { Replies, TaskJudgement, WorkJudgement } from '../judge/judge.ts';
import { wordsOf } from '../judge/wordsOf.ts';
import type { TaskView, WorkView } from '../view.ts';
import { WORDS } from './words.ts';

/** The tasks as they stand; an unmet one says what was expected, what is so, and what stands in the way. */
export function taskViews(judgements: readonly TaskJudgement[], replies: Replies, live: boolean): readonly TaskView[] {
  const titles = new Map(judgements.map(({ task }) => [task.id, task.title]));
  return judgements.map(({ task, state, findings }) => ({
    id: task.id,
    title: task.title,
    state: live ? state : 'hidden',
    detail: !live
      ? ''
      : state === 'waiting'
        ? waitingWords(task.after.map((id) => titles.get(id) ?? id))
        : `${state === 'met' ? '' : triedOn(task)}${wordsOf(findings.filter((finding) => state === 'met' || !finding.holds))}`,
    question:
      task.question === undefined
        ? null
        : { ...task.question, reply: (Object.hasOwn(replies, task.id) ? replies[task.id] : undefined) ?? null },
  }));
}

/** What an unmet task was asked of, where that is not the node as it runs: there nothing else shows what is told of it. */
function triedOn({ afterUpgrade, afterRestart }: TaskJudgement['task']): string {
  return afterUpgrade ? `${WORDS.triedUpgraded} ` : afterRestart ? `${WORDS.triedRestarted} ` : '';
}

/** Tasks wait for earlier ones only. */
function waitingWords(titles: readonly string[]): string {
  const [first = ''] = titles;
  return titles.length === 1 ? WORDS.waitingForOne(first) : WORDS.waitingForSeveral;
}

/** What must work, and what keeps it from working. */
export function workViews(judgements: readonly WorkJudgement[]): readonly WorkView[] {
  return judgements.map(({ work, works, ends, findings }) => {
    const words = wordsOf(findings.filter((finding) => works || !finding.holds));
    return { id: work.id, title: work.title, works, detail: ends ? `${WORDS.endsAtRestart} ${words}` : words };
  });
}
