import { isRunning } from '#engine/host/containers/podStatus.ts';
import { workloadOf } from '#engine/host/containers/pods.ts';
import type { Node, World } from '#engine/world/world.ts';

/** The container that ready lines are about: the first that runs on the node. */
export interface Target {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** What the lines name while no kubelet runs, and so no container is known. */
const UNKNOWN: Target = { namespace: 'default', pod: 'POD', container: 'CONTAINER' };

/** The first container that runs on a node, or names that stand for one. */
export function targetOn(node: Node, world: World): Target {
  return runningOn(node, world) ?? UNKNOWN;
}

/** The first container that runs on a node; null when none does. */
export function runningOn(node: Node, world: World): Target | null {
  const { process } = node.kubelet;
  if (process === null) return null;
  const { pods } = workloadOf({ node, process, cluster: world.cluster, now: world.now });
  for (const pod of pods) {
    const container = pod.containers.find((each) => each.kind === 'app' && isRunning(each));
    if (container !== undefined) return { namespace: pod.namespace, pod: pod.name, container: container.name };
  }
  return null;
}
