import { type FileEntry, type Files, isDirectory } from '../host/files.ts';
import type { Node } from '../world/world.ts';
import { CANDIDATES, FALLBACKS } from './candidates.table.ts';
import type { Role } from './profile.ts';

/** What a benchmark looks at: a node's disk, and the lines that `ps -f` has of programs that run. */
export interface Machine {
  readonly files: Files;
  /** What `ps -fC kubelet` prints; null when none runs. */
  readonly kubelet: string | null;
  /** What `ps -fC kube-proxy` prints; null when none runs. */
  readonly proxy: string | null;
}

/** A node as a benchmark sees it: the command line of the process that runs, not of the unit. */
export function machineOf({ host, kubelet }: Node): Machine {
  const line = kubelet.process?.argv.map(({ text }) => text).join(' ');
  return {
    files: host.files,
    kubelet: line === undefined ? null : `UID PID PPID C STIME TTY TIME CMD\nroot ${line}\n`,
    proxy: null,
  };
}

/** The file that a check means: the first candidate that exists. */
export function fileOf(files: Files, role: Role | 'authority'): string {
  return CANDIDATES[role].find((path) => exists(files, path)) ?? FALLBACKS[role];
}

/** Whether there is something at a path. */
export function exists(files: Files, path: string): boolean {
  return entryAt(files, path) !== null || isDirectory(files, merged(path));
}

/** What is at a path, null when nothing is; a directory without an entry of its own has none. */
export function entryAt(files: Files, path: string): FileEntry | null {
  const at = merged(path);
  return (Object.hasOwn(files, at) ? files[at] : undefined) ?? null;
}

/** `/lib` is a link to `/usr/lib`. */
function merged(path: string): string {
  return path.replace(/^\/(?=(?:lib|bin|sbin)\/)/, '/usr/');
}
