import { readText } from '#engine/host/files.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { JsonObject } from '#engine/json.ts';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { type BaseNames, USUAL_NAMES } from '#engine/world/names.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';

/** The moment at which every scenario starts. A fixed one, so that the same steps give the same world. */
const START = parseTime('2026-11-24T09:00:00Z');
const HOUR = 3_600_000;

/** What a start changes on one node. */
type NodeStart = Scenario['start']['nodes'][string];

/**
 * A scenario's world as the learner meets it: its base, what the scenario changes in the cluster and on its nodes, kubelets
 * that were started an hour before with all that, and what was written since. `names` are those that its texts were written or
 * varied with.
 */
export function startWorld(
  scenario: Scenario,
  names: BaseNames = USUAL_NAMES,
): { readonly world: World; readonly node: string } {
  const base = BASES[scenario.base](START - HOUR, names);
  const { node } = base;
  const { start } = scenario;
  const own = changesOn(base.world, node, start);
  const others = Object.entries(start.nodes).flatMap(([name, change]) => changesOn(base.world, name, change));
  const restarted = Object.keys(start.nodes).filter((name) => name !== node);
  const events: WorldEvent[] = [
    ...start.objects.map((object): WorldEvent => ({ type: 'apply', object: object as JsonObject })),
    ...start.deleted.map((object): WorldEvent => ({ type: 'delete', object })),
    ...others,
    ...restarted.flatMap((name) => restart(name)),
    ...own,
    ...(scenario.kubernetes === '1.36.3' ? [] : [{ type: 'upgrade', node, version: scenario.kubernetes } as const]),
    { type: 'daemon-reload', node },
    { type: 'start', node, unit: KUBELET_UNIT },
    { type: 'advance', milliseconds: HOUR },
    // Set later than the kubelet was started, which would have set them as it wants them.
    ...[[node, start] as const, ...Object.entries(start.nodes)].flatMap(([name, change]) => sysctlsOn(name, change)),
    ...Object.entries(start.afterwards).map(([path, text]): WorldEvent => ({ type: 'write', node, path, text })),
  ];
  return { world: events.reduce((world, event) => step(world, event).world, base.world), node };
}

/** What a start wants to replace and does not find, in words for its author; none when all is there. */
export function unfound(scenario: Scenario, names: BaseNames = USUAL_NAMES): readonly string[] {
  const { world, node } = BASES[scenario.base](START - HOUR, names);
  const { start } = scenario;
  return [[node, start] as const, ...Object.entries(start.nodes)].flatMap(([name, change]) =>
    change.replaced.flatMap(({ file, find }) =>
      textBefore(world, name, change, file).includes(find) ? [] : [`${name} has no ${JSON.stringify(find)} in ${file}`],
    ),
  );
}

/** The text of a file before anything in it is replaced. */
function textBefore(world: World, node: string, change: NodeStart, path: string): string {
  const files = world.nodes[node]?.host.files ?? {};
  return change.files[path] ?? readText(files, change.copies[path] ?? path) ?? '';
}

/** Each file with its replacements made, one after the other. */
function replacedFiles(world: World, node: string, change: NodeStart): readonly WorldEvent[] {
  const texts = new Map<string, string>();
  for (const { file, find, with: text } of change.replaced) {
    texts.set(
      file,
      (texts.get(file) ?? textBefore(world, node, change, file)).replace(find, () => text),
    );
  }
  return [...texts].map(([path, text]) => ({ type: 'write', node, path, text }));
}

function changesOn(world: World, node: string, change: NodeStart): readonly WorldEvent[] {
  const files = world.nodes[node]?.host.files ?? {};
  return [
    ...Object.entries(change.copies).map(
      ([path, original]): WorldEvent => ({ type: 'write', node, path, text: readText(files, original) ?? '' }),
    ),
    ...Object.entries(change.files).map(([path, text]): WorldEvent => ({ type: 'write', node, path, text })),
    ...replacedFiles(world, node, change),
    ...change.removed.map((path): WorldEvent => ({ type: 'remove', node, path })),
    ...Object.entries(change.modes).map(
      ([path, mode]): WorldEvent => ({ type: 'chmod', node, path, mode: Number.parseInt(mode, 8) }),
    ),
    ...Object.entries(change.owners).map(
      ([path, { user, group }]): WorldEvent => ({ type: 'chown', node, path, owner: user, group }),
    ),
  ];
}

function sysctlsOn(node: string, { sysctls }: NodeStart): readonly WorldEvent[] {
  return Object.entries(sysctls).map(([name, value]) => ({ type: 'sysctl', node, name, value }));
}

function restart(node: string): readonly WorldEvent[] {
  return [
    { type: 'daemon-reload', node },
    { type: 'restart', node, unit: KUBELET_UNIT },
  ];
}
