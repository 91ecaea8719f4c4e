import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';

/** A copy of the world in which systemd has read its files again and the kubelet has just been restarted. */
export function afterRestart(world: World, node: string): World {
  const reloaded = step(world, { type: 'daemon-reload', node }).world;
  return step(reloaded, { type: 'restart', node, unit: KUBELET_UNIT }).world;
}
