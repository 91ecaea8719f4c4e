import type { World } from '#engine/world/world.ts';
import type { MustWork, Scenario, Task } from '#packs/schema.ts';
import type { Finding, SentTrace } from './case.ts';
import { findOut } from './finding.ts';
import { afterRestart, afterUpgrade, nodesOf } from './fork.ts';

/** How a task stands: `waiting` while a task that it depends on is unmet. */
export interface TaskJudgement {
  readonly task: Task;
  readonly state: 'met' | 'unmet' | 'waiting';
  /** One finding per check, in order; none while waiting. */
  readonly findings: readonly Finding[];
}

/** Whether something works that must work. */
export interface WorkJudgement {
  readonly work: MustWork;
  readonly works: boolean;
  /** True when it works as the kubelet runs, and would no more after a restart. */
  readonly ends: boolean;
  readonly findings: readonly Finding[];
}

export interface Judgement {
  readonly tasks: readonly TaskJudgement[];
  readonly mustWork: readonly WorkJudgement[];
}

/**
 * Judges a scenario on a world: every task, and what must work. Asks copies; the world itself stays as it is. `sent` tells
 * the requests of the run, where a check wants to know them.
 */
export function judge(
  scenario: Scenario,
  world: World,
  node: string,
  replies: Replies = {},
  sent: () => readonly SentTrace[] = () => [],
): Judgement {
  const restarted = once(() => afterRestart(world, node));
  const upgraded = (task: Task) => afterUpgrade(world, ...nodesOf(task, node));
  const forks = { now: () => world, restarted, upgraded };
  const told = { replies, sent: once(sent) };
  const met = tasksOn(scenario, node, forks, told);
  const allMet = met.every(({ state }) => state === 'met');
  const tasks = allMet ? met.map((task) => lasting(task, node, restarted, told)) : met;
  return { tasks, mustWork: scenario.mustWork.map((work) => workOn(work, world, node, allMet ? restarted : null)) };
}

/** What the learner answered, by the task's id. */
export type Replies = Readonly<Record<string, string>>;

/** What the learner did that no world shows. */
interface Told {
  readonly replies: Replies;
  readonly sent: () => readonly SentTrace[];
}

/** The world as it is, and copies of it on which time went on. */
interface Forks {
  readonly now: () => World;
  readonly restarted: () => World;
  readonly upgraded: (task: Task) => World;
}

function tasksOn(scenario: Scenario, home: string, forks: Forks, { replies, sent }: Told): readonly TaskJudgement[] {
  const met = new Set<string>();
  return scenario.tasks.map((task) => {
    if (!task.after.every((id) => met.has(id))) return { task, state: 'waiting', findings: [] };
    const world = task.afterUpgrade ? forks.upgraded(task) : task.afterRestart ? forks.restarted() : forks.now();
    const reply = replyTo(task, replies);
    const findings = task.checks.map((check) => findOut(check, { world, home, reply, sent }));
    // A task whose checks were left out of a learner's file is never met there.
    const holds = findings.length > 0 && findings.every((finding) => finding.holds);
    if (holds) met.add(task.id);
    return { task, state: holds ? 'met' : 'unmet', findings };
  });
}

/** Once every task is met, what is so must also be so after the next restart; before, files may be in the making. */
function lasting(met: TaskJudgement, home: string, restarted: () => World, { replies, sent }: Told): TaskJudgement {
  const { task } = met;
  if (task.afterRestart || task.afterUpgrade || task.checks.some(isOfTheMoment)) return met;
  const reply = replyTo(task, replies);
  const later = task.checks.map((check) => findOut(check, { world: restarted(), home, reply, sent }));
  if (later.every(({ holds }) => holds)) return met;
  const findings = later.map((finding) =>
    finding.holds ? finding : { ...finding, words: `${NOT_LASTING} ${finding.words}` },
  );
  return { task, state: 'unmet', findings };
}

/** How a finding begins that holds now, and not after the next restart. */
export const NOT_LASTING = 'It is so now, but would not be after the next restart.';

/** A kubelet that is wanted still would run after a restart. */
function isOfTheMoment(check: Task['checks'][number]): boolean {
  return check.check === 'kubelet' && check.is !== 'running';
}

function replyTo({ id }: Task, replies: Replies): string | null {
  return (Object.hasOwn(replies, id) ? replies[id] : undefined) ?? null;
}

/** What must work is a matter of the world alone. */
const NOTHING_TOLD = { reply: null, sent: () => [] } as const;

/** Once every task is met, what works must also work after the next restart; before, files may be in the making. */
function workOn(work: MustWork, world: World, home: string, restarted: (() => World) | null): WorkJudgement {
  const now = work.checks.map((check) => findOut(check, { world, home, ...NOTHING_TOLD }));
  const works = now.every((finding) => finding.holds);
  if (!works || restarted === null) return { work, works, ends: false, findings: now };
  const later = work.checks.map((check) => findOut(check, { world: restarted(), home, ...NOTHING_TOLD }));
  const lasts = later.every((finding) => finding.holds);
  return { work, works: lasts, ends: !lasts, findings: lasts ? now : later };
}

/** Whether all tasks are met and all works that must. A scenario without tasks has nothing to solve. */
export function isSolved({ tasks, mustWork }: Judgement): boolean {
  return tasks.length > 0 && tasks.every(({ state }) => state === 'met') && mustWork.every(({ works }) => works);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
