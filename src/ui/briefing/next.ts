import { createContext } from 'react';
import type { ProgressNote, ScenarioSummary } from '#session/view/catalogue.ts';

/** Where a learner may go when a scenario is solved; null when there is nothing left, or nothing to solve. */
export const NextScenario = createContext<Pick<ScenarioSummary, 'id' | 'title'> | null>(null);

/** The first unsolved scenario behind the one with that id, in the catalogue's order; from the start when there is none behind it. */
export function nextAfter(
  scenarios: readonly ScenarioSummary[],
  id: string,
  progressOf: (id: string) => ProgressNote | null,
): ScenarioSummary | null {
  const at = scenarios.findIndex((one) => one.id === id);
  const others = [...scenarios.slice(at + 1), ...scenarios.slice(0, Math.max(0, at))];
  return others.find((one) => progressOf(one.id)?.solved !== true) ?? null;
}
