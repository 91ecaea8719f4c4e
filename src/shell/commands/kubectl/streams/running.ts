import { type ContainerRuntime, findPod, workloadOf } from '#engine/host/containers/pods.ts';
import type { World } from '#engine/world/world.ts';

/** A container by where it runs. */
export interface ContainerPlace {
  /** The name that the API server knows the node by. */
  readonly nodeName: string;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** What stands behind a stream: the container that the node's kubelet has, and the node's key; null when there is none. */
export interface Found {
  readonly node: string;
  readonly runtime: ContainerRuntime;
}

/** Looks for a container among those of the kubelet that registered as a node; it need not run. */
export function findContainer(world: World, place: ContainerPlace): Found | null {
  for (const [key, node] of Object.entries(world.nodes)) {
    const { process } = node.kubelet;
    if (process === null || process.nodeName !== place.nodeName) continue;
    const workload = workloadOf({ node, process, cluster: world.cluster, now: world.now });
    const runtime = findPod(workload, place.namespace, place.pod)?.containers.find(
      ({ name }) => name === place.container,
    );
    if (runtime !== undefined) return { node: key, runtime };
  }
  return null;
}

/** The key in `World.nodes` of the machine whose kubelet runs as a node; null when none does. */
export function nodeKey(world: World, nodeName: string): string | null {
  const found = Object.entries(world.nodes).find(([, node]) => node.kubelet.process?.nodeName === nodeName);
  return found?.[0] ?? null;
}
