import { applyObject, deleteObject } from '../apiserver/objects.ts';
import { type Step, told } from './change.ts';
import type { WorldEvent } from './event.ts';
import type { World } from './world.ts';

/** Applies or deletes an object of the cluster, as a cluster admin with kubectl would. */
export function changeObject(world: World, event: WorldEvent & { readonly type: 'apply' | 'delete' }): Step {
  const result =
    event.type === 'apply'
      ? applyObject(world.cluster, event.object, world.now)
      : deleteObject(world.cluster, event.object);
  const next = { ...world, cluster: result.cluster };
  const failed = result.error !== undefined;
  return {
    world: next,
    trace: told(next, { stdout: result.stdout, stderr: result.error ?? '', exitCode: failed ? 1 : 0 }),
  };
}
