import type { Host } from '../host/host.ts';
import { nodeNamed, type World } from '../world/world.ts';

/** What was looked at of a host: fields and the values that they had. */
export type Reads = ReadonlyMap<keyof Host, unknown>;

/**
 * The same world, in which it is noted which fields of a node's host are looked at; `reads` grows while it is. Looking at
 * the whole host notes all of them. A world without that node is given back as it is.
 */
export function watchedHost(world: World, name: string): { readonly world: World; readonly reads: Reads } {
  const reads = new Map<keyof Host, unknown>();
  const node = nodeNamed(world, name);
  if (node === undefined) return { world, reads };
  const host = new Proxy(node.host, {
    get(target, field) {
      const value: unknown = Reflect.get(target, field);
      reads.set(field as keyof Host, value);
      return value;
    },
    has(target, field) {
      reads.set(field as keyof Host, Reflect.get(target, field));
      return Reflect.has(target, field);
    },
  });
  return { world: { ...world, nodes: { ...world.nodes, [name]: { ...node, host } } }, reads };
}

/** Whether a host has all that was looked at as it was: then nothing that followed from it is different. */
export function stillReads(reads: Reads, host: Host): boolean {
  for (const [field, value] of reads) {
    if (host[field] !== value) return false;
  }
  return true;
}
