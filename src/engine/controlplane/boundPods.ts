import type { Cluster } from '../apiserver/cluster.ts';
import { objectAt, textAt } from '../apiserver/json.ts';
import type { JsonObject } from '../json.ts';
import type { Node } from '../world/world.ts';
import type { Runtime } from './runtime.ts';

/** The node as its kubelet leaves it: the runtime keeps the pods that the API server had bound to it until then. */
export function leftBehind(old: Node, node: Node, cluster: Cluster): Node {
  const process = old.kubelet.process;
  if (process === null || node.kubelet.process !== null || node.runtime === undefined) return node;
  const { nodeName: name, client } = process;
  const bound = Object.entries(cluster.objects).filter(
    ([key, object]) => key.startsWith('Pod/') && textAt(objectAt(object, 'spec'), 'nodeName') === name,
  );
  const filledBy = { ...node.runtime.filledBy, client };
  return { ...node, runtime: { ...node.runtime, filledBy, bound: Object.fromEntries(bound) } };
}

const merged = new WeakMap<Runtime, WeakMap<Cluster, Cluster>>();

/** The cluster as the runtime of a node without a kubelet goes by: with the pods of then, none that came or went since. */
export function asLeft(cluster: Cluster, runtime: Runtime): Cluster {
  const { bound } = runtime;
  if (bound === undefined) return cluster;
  const byCluster = merged.get(runtime) ?? new WeakMap<Cluster, Cluster>();
  merged.set(runtime, byCluster);
  const known = byCluster.get(cluster);
  if (known !== undefined) return known;
  const others = Object.entries(cluster.objects).filter(([key]) => !key.startsWith('Pod/'));
  const objects: Readonly<Record<string, JsonObject>> = { ...Object.fromEntries(others), ...bound };
  const made = { ...cluster, objects };
  byCluster.set(cluster, made);
  return made;
}
