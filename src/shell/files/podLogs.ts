import { podLogs } from '#engine/controlplane/containersOf.ts';
import type { Files } from '#engine/host/files.ts';
import { type Changing, filesOf } from './change.ts';

type World = ReturnType<Changing['world']>;

/** Where the runtime writes what containers say; the kubelet's links to it lie beside. */
const FOLDERS = ['/var/log/pods', '/var/log/containers'];

const remembered = new WeakMap<World, Map<string, Files>>();

/**
 * A node's files as a path there is looked for: below the folders of container logs with those logs, which follow from what runs and
 * are no files of the world. The links of `/var/log/containers` stand as files.
 */
export function filesWithLogs(on: Changing, path: string): Files {
  const files = filesOf(on);
  if (!FOLDERS.some((folder) => path === folder || path.startsWith(`${folder}/`))) return files;
  const world = on.world();
  const byNode = remembered.get(world) ?? new Map<string, Files>();
  remembered.set(world, byNode);
  const known = byNode.get(on.node) ?? { ...files, ...logsOf(world, on.node) };
  byNode.set(on.node, known);
  return known;
}

function logsOf(world: World, node: string): Files {
  const entries = Object.entries(podLogs(world, node)).map(([path, text]) => {
    const entry = { kind: 'file', text, mode: 0o640, owner: 'root', group: 'root', modifiedAt: world.now } as const;
    return [path, entry] as const;
  });
  return Object.fromEntries(entries);
}
