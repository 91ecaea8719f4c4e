import { USUAL_NAMES } from '#engine/world/names.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import { startWorld } from './startWorld.ts';
import { varied } from './variants/varied.ts';

/** What is played: a scenario as a seed has it, its start, and the node that it plays on. */
export interface Play {
  readonly scenario: Scenario;
  readonly start: World;
  readonly node: string;
}

/**
 * A scenario as it is written (`seed` null), or as a seed varies it. The same seed gives the same play, everywhere and always.
 * `part` tells the tasks of one exam apart, so that each gets a host of its own.
 */
export function playOf(scenario: Scenario, seed: number | null, part = 0): Play {
  const variant = seed === null ? { scenario, names: USUAL_NAMES } : varied(scenario, seed, part);
  const { world, node } = startWorld(variant.scenario, variant.names);
  return { scenario: variant.scenario, start: world, node };
}
