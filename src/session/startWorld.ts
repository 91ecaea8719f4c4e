import { readText } from '#engine/host/files.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';

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
