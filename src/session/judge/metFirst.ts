import type { World } from '#engine/world/world.ts';
import type { Task } from '#packs/schema.ts';
import type { SentTrace } from './case.ts';
import { findOut } from './finding.ts';
import { afterRestart, afterUpgrade, nodesOf } from './fork.ts';
import type { Replies } from './judge.ts';

/** A moment that is asked about. */
export interface Moment {
  readonly world: World;
  readonly node: string;
  readonly replies: Replies;
  readonly sent: () => readonly SentTrace[];
}

/**
 * Which of these tasks are met at a moment, as `judge` says, for whoever asks of many moments: a task ends at its first check
 * that does not hold, and copies of the world are made only when one needs them. `before` are met already, for those that wait.
 */
export function metFirst(
  tasks: readonly Task[],
  before: ReadonlySet<string>,
  { world, node, ...told }: Moment,
): readonly string[] {
  let restarted: World | null = null;
  const met = new Set<string>();
  for (const task of tasks) {
    if (!task.after.every((id) => met.has(id) || before.has(id))) continue;
    if (task.afterRestart) restarted ??= afterRestart(world, node);
    const upgraded = task.afterUpgrade ? afterUpgrade(world, ...nodesOf(task, node)) : null;
    const asked = (task.afterUpgrade ? upgraded : task.afterRestart ? restarted : world) ?? world;
    const reply = (Object.hasOwn(told.replies, task.id) ? told.replies[task.id] : undefined) ?? null;
    const given = { world: asked, home: node, reply, sent: told.sent };
    if (task.checks.length > 0 && task.checks.every((check) => findOut(check, given).holds)) met.add(task.id);
  }
  return [...met];
}
