import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import { type Node, nodeNamed, type World } from '#engine/world/world.ts';

/** A base with its kubelet started, its files changed before. */
export function started(
  base: keyof typeof BASES,
  files: Readonly<Record<string, string>> = {},
): { readonly world: World; readonly node: string; readonly here: Node } {
  const { world: before, node } = BASES[base](parseTime('2026-11-24T09:00:00Z'));
  const events: readonly WorldEvent[] = [
    ...Object.entries(files).map(([path, text]) => ({ type: 'write', node, path, text }) as const),
    { type: 'daemon-reload', node },
    { type: 'start', node, unit: KUBELET_UNIT },
    { type: 'advance', milliseconds: 60_000 },
  ];
  const world = events.reduce((now, event) => step(now, event).world, before);
  return { world, node, here: nodeIn(world, node) };
}

export function nodeIn(world: World, name: string): Node {
  const node = nodeNamed(world, name);
  if (node === undefined) throw new Error(`no node ${name}`);
  return node;
}
