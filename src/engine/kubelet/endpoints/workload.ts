import { type Workload, workloadOf } from '../../host/containers/pods.ts';
import type { HandlerContext } from './handler.ts';

/** What runs on the node that a handler speaks for, at the world's present. */
export function workload({ node, process, world }: HandlerContext): Workload {
  return workloadOf({ node, process, cluster: world.cluster, now: world.now });
}
