import { readText } from '#engine/host/files.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Move, Scenario } from '#packs/schema.ts';

/** The moment at which every scenario starts. A fixed one, so that the same steps give the same world. */
const START = parseTime('2026-11-24T09:00:00Z');

/** A scenario's world as the learner meets it: its base, its own files, and a kubelet started an hour before. */
export function startWorld(scenario: Scenario): { readonly world: World; readonly node: string } {
  const base = BASES[scenario.base](START - 3_600_000);
  const node = base.node;
  const files = base.world.nodes[node]?.host.files ?? {};
  const events: WorldEvent[] = [
    ...Object.entries(scenario.start.copies).map(
      ([path, original]) => ({ type: 'write', node, path, text: readText(files, original) ?? '' }) as const,
    ),
    ...Object.entries(scenario.start.files).map(([path, text]) => ({ type: 'write', node, path, text }) as const),
    { type: 'daemon-reload', node },
    { type: 'start', node, unit: KUBELET_UNIT },
    { type: 'advance', milliseconds: 3_600_000 },
  ];
  return { world: events.reduce((world, event) => step(world, event).world, base.world), node };
}

/** A move of a solution or wrong fix as an event; null when the text it wants to replace is not there. */
export function moveEvent(move: Move, world: World, node: string): WorldEvent | null {
  switch (move.do) {
    case 'write':
      return { type: 'write', node, path: move.file, text: move.text };
    case 'replace': {
      const entry = world.nodes[node]?.host.files[move.file];
      if (entry?.kind !== 'file' || !entry.text.includes(move.find)) return null;
      return { type: 'write', node, path: move.file, text: entry.text.replace(move.find, () => move.with) };
    }
    case 'daemon-reload':
      return { type: 'daemon-reload', node };
    case 'restart':
    case 'stop':
      return { type: move.do, node, unit: KUBELET_UNIT };
  }
}
