import { type PlayedStep, type Run, repliesOf, sentIn, worldOf } from '../run.ts';
import { type Judgement, judge, type TaskJudgement } from './judge.ts';

type Met = ReadonlyMap<string, TaskJudgement>;

const NONE: Met = new Map();
const known = new WeakMap<PlayedStep, { readonly before: Met; readonly met: Met }>();

/**
 * A judgement in which a task that was met after any step of the run is met still: what a lesson's steps are about was tried,
 * whatever came after. What is undone was not tried.
 */
export function everMet(judgement: Judgement, run: Run, node: string): Judgement {
  const met = run.played.reduce<Met>((sofar, _, index) => metAfter(run, index, sofar, node), NONE);
  return { ...judgement, tasks: judgement.tasks.map((one) => met.get(one.task.id) ?? one) };
}

/** What was met by the step at an index, with what was met before it. Each step is judged once as long as it stands. */
function metAfter(run: Run, index: number, before: Met, node: string): Met {
  const played = run.played[index];
  if (played === undefined || before.size === run.scenario.tasks.length) return before;
  const remembered = known.get(played);
  if (remembered?.before === before) return remembered.met;
  const then: Run = { ...run, played: run.played.slice(0, index + 1) };
  const { tasks } = judge(run.scenario, worldOf(then), node, repliesOf(then), () => sentIn(then));
  const fresh = tasks.filter(({ task, state }) => state === 'met' && !before.has(task.id));
  const met = fresh.length === 0 ? before : new Map([...before, ...fresh.map((one) => [one.task.id, one] as const)]);
  known.set(played, { before, met });
  return met;
}
