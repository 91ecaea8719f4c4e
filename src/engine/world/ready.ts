import { nodeNamed, type World } from './world.ts';

/**
 * Whether the API server holds the node for Ready: its kubelet runs and the API server takes the kubelet's own
 * credential for this node's. The 40 s that a Lease outlives its kubelet are not waited for.
 */
export function isReady(world: World, name: string): boolean {
  const node = nodeNamed(world, name);
  const process = node?.kubelet.process;
  if (!process || node?.kubelet.state !== 'running') return false;
  return world.cluster.reachable && process.client?.subject?.user === `system:node:${process.nodeName}`;
}
