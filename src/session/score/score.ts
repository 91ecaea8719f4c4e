import type { World } from '#engine/world/world.ts';
import type { Check, Scenario } from '#packs/schema.ts';
import type { SentTrace } from '../judge/case.ts';
import { type Judgement, judge, type Replies, type TaskJudgement, type WorkJudgement } from '../judge/judge.ts';
import { shares } from './shares.ts';

/** What one check of a task brought. Points are thousandths of the scenario's. */
export interface CheckScore {
  readonly check: Check;
  readonly holds: boolean;
  /** It held already when nothing was done yet, so by itself it is no achievement. */
  readonly held: boolean;
  readonly points: number;
  readonly of: number;
  /** What was expected and what is so; empty while its task waits for another. */
  readonly words: string;
}

export interface TaskScore {
  readonly id: string;
  readonly title: string;
  readonly state: TaskJudgement['state'];
  readonly points: number;
  readonly of: number;
  readonly checks: readonly CheckScore[];
}

/** Something that must work and does not at the end. */
export interface Damage {
  readonly id: string;
  readonly title: string;
  /** Thousandths that it takes away; less than a quarter when no more was left. */
  readonly points: number;
  /** Whether it worked at the start. */
  readonly worked: boolean;
  readonly words: string;
}

/** Partial credit for a scenario. */
export interface Score {
  /** 0 to 1000 thousandths of the scenario's points: what the tasks brought, less the damage. */
  readonly thousandths: number;
  readonly tasks: readonly TaskScore[];
  readonly damage: readonly Damage[];
}

/** A scenario that is worth everything. */
export const WHOLE = 1000;
/** What each thing that must work and does not takes away. */
const QUARTER = WHOLE / 4;

/** What a world is worth as the answer to a scenario; the start is needed to know what the learner did and what was there. */
export function scoreOf(
  scenario: Scenario,
  start: World,
  world: World,
  node: string,
  replies: Replies = {},
  sent: Sent = () => [],
): Score {
  return scorer(scenario, start, node)(world, replies, sent);
}

/** Every request of the run, where a check wants to know them. */
type Sent = () => readonly SentTrace[];
/** What a world is worth, with what was answered and sent on the way to it. */
export type Scorer = (world: World, replies?: Replies, sent?: Sent) => Score;

/**
 * The same for many worlds with one start, which is judged once. A task's share follows its weight and is divided equally
 * among its checks; a check that held at the start counts once its whole task is met; a task that waits brings nothing.
 */
export function scorer(scenario: Scenario, start: World, node: string): Scorer {
  const untouched = judge(withoutOrder(scenario), start, node);
  const weights = shares(
    WHOLE,
    scenario.tasks.map(({ weight }) => weight),
  );
  return (world, replies = {}, sent = () => []) => {
    const judgement = judge(scenario, world, node, replies, sent);
    const tasks = judgement.tasks.map((task, index) => taskScore(task, untouched.tasks[index], weights[index] ?? 0));
    const brought = tasks.reduce((sum, { points }) => sum + points, 0);
    const damage = damages(judgement, untouched, brought);
    const lost = damage.reduce((sum, { points }) => sum + points, 0);
    return { thousandths: brought - lost, tasks, damage };
  };
}

/** The start is asked of every check, those of tasks that wait, too. */
function withoutOrder(scenario: Scenario): Scenario {
  return { ...scenario, tasks: scenario.tasks.map((task) => ({ ...task, after: [] })) };
}

function taskScore({ task, state, findings }: TaskJudgement, before: TaskJudgement | undefined, of: number): TaskScore {
  const parts = shares(
    of,
    task.checks.map(() => 1),
  );
  const checks = task.checks.map((check, index): CheckScore => {
    const finding = findings[index];
    const holds = finding?.holds === true;
    const held = before?.findings[index]?.holds === true;
    const share = parts[index] ?? 0;
    const counts = state === 'met' || (holds && !held);
    return { check, holds, held, points: counts ? share : 0, of: share, words: finding?.words ?? '' };
  });
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  return { id: task.id, title: task.title, state, points, of, checks };
}

function damages({ mustWork }: Judgement, untouched: Judgement, brought: number): readonly Damage[] {
  let left = brought;
  return mustWork.flatMap((judged, index) => {
    if (judged.works) return [];
    const points = Math.min(QUARTER, left);
    left -= points;
    const { id, title } = judged.work;
    return [{ id, title, points, worked: untouched.mustWork[index]?.works === true, words: brokenWords(judged) }];
  });
}

function brokenWords({ ends, findings }: WorkJudgement): string {
  const words = findings
    .filter(({ holds }) => !holds)
    .map((finding) => finding.words)
    .join(' ');
  return ends ? `It works now, but ends with the next restart. ${words}` : words;
}
