import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { readManifest } from '#engine/host/containers/manifest.ts';
import { readText } from '#engine/host/files.ts';
import type { JsonObject } from '#engine/json.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from './schema.ts';

/**
 * Containers that may run on a node of a start, as `namespace/pod/container`: of the API server's pods, whatever node they
 * are on, and of the manifests that lie on the node, wherever they lie. `home` says whether it is the pack's own node.
 */
export function containersOn(world: World, node: string, start: Scenario['start'], home: boolean): readonly string[] {
  const files = world.nodes[node]?.host.files ?? {};
  const own = home ? start : start.nodes[node];
  const texts = new Map(Object.keys(files).map((path) => [path, readText(files, path) ?? '']));
  for (const [copy, original] of Object.entries(own?.copies ?? {})) texts.set(copy, texts.get(original) ?? '');
  for (const [path, text] of Object.entries(own?.files ?? {})) texts.set(path, text);
  const statics = [...texts].flatMap(([path, text]) => {
    if (!/kind['"]?\s*:\s*['"]?Pod\b/.test(text)) return [];
    const read = readManifest(path, text, node, world.now);
    return read.ok ? containersOf(read.pod.metadata, read.pod.spec) : [];
  });
  const applied = [...Object.values(world.cluster.objects), ...(start.objects as readonly JsonObject[])];
  const pods = applied.flatMap((object) => {
    if (textAt(object, 'kind') !== 'Pod') return [];
    return containersOf(objectAt(object, 'metadata'), objectAt(object, 'spec'));
  });
  return [...statics, ...pods];
}

function containersOf(metadata: JsonObject, spec: JsonObject): readonly string[] {
  const pod = `${textAt(metadata, 'namespace') || 'default'}/${textAt(metadata, 'name')}`;
  return objectsAt(spec, 'containers').map((container) => `${pod}/${textAt(container, 'name')}`);
}
