import type { Scenario } from '#packs/schema.ts';
import type { ScenarioSummary } from '#session/view/catalogue.ts';

/** What the home page tells of a scenario: no start, no solution, no hint. */
export function summaryOf(scenario: Scenario): ScenarioSummary {
  const { id, title, order, minutes, difficulty, teaches, goal, tags, tasks } = scenario;
  return { id, title, order, minutes, difficulty, teaches, goal, tasks: tasks.length, tags };
}
