import type { World } from '#engine/world/world.ts';
import type { Scenario, Task } from '#packs/schema.ts';
import { type Finding, findOut } from './finding.ts';
import { afterRestart } from './fork.ts';

/** How a task stands: `waiting` while a task that it depends on is unmet. */
export interface Judgement {
  readonly task: Task;
  readonly state: 'met' | 'unmet' | 'waiting';
  /** One finding per check, in order; none while waiting. */
  readonly findings: readonly Finding[];
}

/** Judges every task of a scenario on a world. Asks copies; the world itself stays as it is. */
export function judge(scenario: Scenario, world: World, node: string): readonly Judgement[] {
  const met = new Set<string>();
  return scenario.tasks.map((task) => {
    if (!task.after.every((id) => met.has(id))) return { task, state: 'waiting', findings: [] };
    const judged = task.afterRestart ? afterRestart(world, node) : world;
    const findings = task.checks.map((check) => findOut(check, judged, node));
    const holds = findings.every((finding) => finding.holds);
    if (holds) met.add(task.id);
    return { task, state: holds ? 'met' : 'unmet', findings };
  });
}

/** Whether all tasks are met. */
export function isSolved(judgements: readonly Judgement[]): boolean {
  return judgements.every((judgement) => judgement.state === 'met');
}
