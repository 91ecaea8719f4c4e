import { type BaseNames, USUAL_NAMES } from '#engine/world/names.ts';
import type { Scenario } from '#packs/schema.ts';
import { seededNames } from './names.ts';
import { renamedScenario, renaming } from './renaming.ts';
import { seeded } from './seeded.ts';

/** A scenario as a seed has it, and what its base is to call machines and people. */
export interface Varied {
  readonly scenario: Scenario;
  readonly names: BaseNames;
}

/**
 * A scenario as a seed has it: which of its mistakes was planted, what its own names are, and how its machines and people are
 * called. Pure: the same seed and part, the same scenario, which varies no further.
 */
export function varied(scenario: Scenario, seed: number, part: number): Varied {
  const random = seeded(`${scenario.id} ${seed} ${part}`);
  const { plants = [], names: own = {} } = scenario.variants ?? {};
  const planted = withPlant(scenario, random.below(plants.length + 1) - 1);
  const chosen = seededNames(seed, part);
  // A fleet is known by its numbers.
  const names = scenario.base === 'fleet' ? { ...chosen, workers: USUAL_NAMES.workers } : chosen;
  const machines = USUAL_NAMES.workers.map((usual, index) => [usual, names.workers[index] ?? usual]);
  const others = Object.entries(own).map(([name, choices]) => [name, choices[random.below(choices.length)] ?? name]);
  const rename = renaming(Object.fromEntries([...machines, [USUAL_NAMES.user, names.user], ...others]));
  return { scenario: renamedScenario(planted, rename), names };
}

/** A scenario with one of its other mistakes, -1 for its own. Wrong fixes belong to the mistake that they were written for. */
export function withPlant(scenario: Scenario, index: number): Scenario {
  const { variants, ...written } = scenario;
  const plant = variants?.plants[index];
  if (plant === undefined) return written;
  const { start, solution, alternatives } = plant;
  return {
    ...written,
    start,
    solution,
    alternatives,
    wrong: [],
    ...(plant.tabs && { tabs: plant.tabs }),
    ...(plant.hints && { hints: plant.hints }),
    ...(plant.debrief && { debrief: plant.debrief }),
  };
}
