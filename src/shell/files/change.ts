import { isDirectory } from '#engine/host/files.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import type { Trace } from '#engine/world/trace.ts';
import { nodeNamed } from '#engine/world/world.ts';
import { SKELETON } from './skeleton.table.ts';

/** The umask of root's shell. */
const UMASK = 0o022;

/** Where a change of files is done: a node of a world that can be stepped. */
export interface Changing {
  readonly node: string;
  world(): Parameters<typeof nodeNamed>[0];
  apply(event: WorldEvent): Trace;
}

/** The entry of a path as the world has it; undefined when it has none of its own. */
export function ownEntry(on: Changing, path: string) {
  const files = filesOf(on);
  return Object.hasOwn(files, path) ? files[path] : undefined;
}

export function filesOf(on: Changing) {
  return nodeNamed(on.world(), on.node)?.host.files ?? {};
}

/** Gives a path a mode; a directory that is only implied by what lies in it becomes one of its own. */
export function changeMode(on: Changing, path: string, mode: number): void {
  if (ownEntry(on, path)?.mode !== mode) on.apply({ type: 'chmod', node: on.node, path, mode });
}

/** Gives a path an owner and a group. */
export function changeOwner(on: Changing, path: string, owner: string, group: string): void {
  const entry = ownEntry(on, path);
  if (entry?.owner !== owner || entry.group !== group) on.apply({ type: 'chown', node: on.node, path, owner, group });
}

/** Removes a file, or a directory with all that is in it; what it lay in stays, even when it is empty now. */
export function removeTree(on: Changing, path: string): void {
  const below = Object.keys(filesOf(on)).filter((name) => name === path || name.startsWith(`${path}/`));
  for (const name of below.sort().reverse()) on.apply({ type: 'remove', node: on.node, path: name });
  keepDirectory(on, path.slice(0, path.lastIndexOf('/')));
}

/** Copies a file's text; the copy is root's and has the mode that the umask leaves, unless the file was there. */
export function copyFile(on: Changing, source: { readonly text: string; readonly mode: number }, to: string): void {
  const isNew = ownEntry(on, to) === undefined;
  on.apply({ type: 'write', node: on.node, path: to, text: source.text });
  if (isNew) changeMode(on, to, source.mode & ~UMASK);
}

/** Moves a file or a directory with all that is in it; modes and owners go along. */
export function moveTree(on: Changing, from: string, to: string): void {
  const below = Object.keys(filesOf(on)).filter((name) => name === from || name.startsWith(`${from}/`));
  for (const name of below.sort()) {
    const entry = ownEntry(on, name);
    const path = `${to}${name.slice(from.length)}`;
    if (entry === undefined) continue;
    if (entry.kind === 'file') {
      if (ownEntry(on, path) !== undefined) on.apply({ type: 'remove', node: on.node, path });
      on.apply({ type: 'write', node: on.node, path, text: entry.text });
    } else if (!isDirectory(filesOf(on), path)) on.apply({ type: 'mkdir', node: on.node, path });
    changeMode(on, path, entry.mode);
    changeOwner(on, path, entry.owner, entry.group);
  }
  removeTree(on, from);
}

/** A directory that was only implied by what lay in it vanishes with it; on a disk it would not. */
function keepDirectory(on: Changing, path: string): void {
  if (path === '' || Object.hasOwn(SKELETON, path) || isDirectory(filesOf(on), path)) return;
  on.apply({ type: 'mkdir', node: on.node, path });
}
