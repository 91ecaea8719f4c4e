import { type Files, isDirectory, readText } from '#engine/host/files.ts';
import { byteLength } from './bytes.ts';
import { programText } from './programText.ts';
import { DEVICES, SKELETON } from './skeleton.table.ts';

/** What `lstat` tells of a path. `size` is in bytes, `modifiedAt` in milliseconds since the epoch. */
export interface EntryStatus {
  readonly kind: 'file' | 'directory' | 'device';
  readonly mode: number;
  readonly owner: string;
  readonly group: string;
  readonly size: number;
  readonly modifiedAt: number;
}

/** What lies where programs do; programs are not files of a world, so the shell adds them. */
export interface Place {
  readonly files: Files;
  /** Names in /usr/bin beside the world's own files. */
  readonly programs: ReadonlySet<string>;
  /** The kubelet that is installed: `1.36.3`. */
  readonly version: string;
  /** When whatever has no time of its own was made, in milliseconds since the epoch. */
  readonly born: number;
}

/** Directories that are links to others in a merged /usr. */
const MERGED: Readonly<Record<string, string>> = { '/bin': '/usr/bin', '/sbin': '/usr/sbin', '/lib': '/usr/lib' };

/** The path with /bin, /sbin and /lib taken for what they link to. */
export function mergedPath(path: string): string {
  const [, first = ''] = path.split('/', 2);
  const target = Object.hasOwn(MERGED, `/${first}`) ? MERGED[`/${first}`] : undefined;
  return target === undefined ? path : `${target}${path.slice(first.length + 1)}`;
}

/** What is at an absolute, clean path; null when nothing is. */
export function entryAt({ files, programs, version, born }: Place, path: string): EntryStatus | null {
  const entry = Object.hasOwn(files, path) ? files[path] : undefined;
  const roots = { owner: 'root', group: 'root', modifiedAt: born };
  if (entry?.kind === 'file') return { ...entry, size: byteLength(entry.text) };
  if (entry !== undefined) return { ...entry, size: 4096 };
  const skeleton = Object.hasOwn(SKELETON, path) ? SKELETON[path] : undefined;
  if (skeleton !== undefined) return { kind: 'directory', mode: skeleton, size: 4096, ...roots };
  if (DEVICES.includes(path)) return { kind: 'device', mode: 0o666, size: 0, ...roots };
  const program = programAt(programs, path);
  if (program !== null) return { kind: 'file', mode: 0o755, size: byteLength(programText(program, version)), ...roots };
  return isDirectory(files, path) ? { kind: 'directory', mode: 0o755, size: 4096, ...roots } : null;
}

/** A file's text; null when no file is there. Devices are empty. */
export function textAt(place: Place, path: string): string | null {
  const entry = entryAt(place, path);
  if (entry === null || entry.kind === 'directory') return null;
  const own = readText(place.files, path);
  const program = programAt(place.programs, path);
  return own ?? (program === null ? '' : programText(program, place.version));
}

/** The program whose place a path is; null when it is none's. */
function programAt(programs: ReadonlySet<string>, path: string): string | null {
  const name = path.startsWith(PROGRAMS) ? path.slice(PROGRAMS.length) : '';
  return programs.has(name) ? name : null;
}

const PROGRAMS = '/usr/bin/';

/** Names in a directory, in no particular order; empty when it is none. */
export function namesIn({ files, programs }: Place, directory: string): readonly string[] {
  const prefix = directory === '/' ? '/' : `${directory}/`;
  const names = new Set<string>();
  for (const paths of [Object.keys(files), Object.keys(SKELETON), DEVICES, Object.keys(MERGED)]) {
    for (const path of paths) {
      if (path.startsWith(prefix) && path.length > prefix.length)
        names.add(path.slice(prefix.length).split('/', 1)[0] ?? '');
    }
  }
  if (directory === '/usr/bin')
    for (const program of programs) if (!program.startsWith('portside-')) names.add(program);
  return [...names];
}
