import type { Scenario } from '#packs/schema.ts';
import { seeded } from './seeded.ts';

/** A scenario as a seed has it: which of its mistakes was planted. Pure: the same seed, the same scenario. */
export function varied(scenario: Scenario, seed: number, part: number): Scenario {
  const random = seeded(`${scenario.id} ${seed} ${part}`);
  const plants = scenario.variants?.plants ?? [];
  const plant = plants[random.below(plants.length + 1) - 1];
  if (plant === undefined) return scenario;
  const { start, solution, alternatives } = plant;
  return {
    ...scenario,
    start,
    solution,
    alternatives,
    ...(plant.tabs && { tabs: plant.tabs }),
    ...(plant.hints && { hints: plant.hints }),
    ...(plant.debrief && { debrief: plant.debrief }),
  };
}
