import type { Step } from '../world/change.ts';
import type { World } from '../world/world.ts';
import { withReports } from './reports.ts';

/**
 * What follows in the cluster from an event, at once: kubelets tell the API server what changed on their nodes. A world in which
 * nothing changed is given back as it is.
 */
export function settle(before: World, { world, trace }: Step): Step {
  return { world: withReports(before, world), trace };
}
