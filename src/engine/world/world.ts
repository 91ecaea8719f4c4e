import type { Cluster } from '../apiserver/cluster.ts';
import type { Runtime } from '../controlplane/runtime.ts';
import type { Host } from '../host/host.ts';
import type { Kubelet } from '../kubelet/process.ts';

/** A node: a Linux host and the kubelet on it. `name` is the key in {@link World.nodes}. */
export interface Node {
  readonly name: string;
  readonly host: Host;
  readonly kubelet: Kubelet;
  /** What its container runtime was told to run; absent before a kubelet ran. */
  readonly runtime?: Runtime;
}

/** Everything there is, as one JSON value. Only `step` makes a new one. */
export interface World {
  readonly format: 1;
  /** The simulated present: milliseconds since the epoch, UTC. */
  readonly now: number;
  readonly nodes: Readonly<Record<string, Node>>;
  readonly cluster: Cluster;
}

/** The node of that name, which may be any text; undefined when the world has none. */
export function nodeNamed(world: World, name: string): Node | undefined {
  return Object.hasOwn(world.nodes, name) ? world.nodes[name] : undefined;
}
