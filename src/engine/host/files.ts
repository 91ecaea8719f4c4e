/** A regular file or a directory of the node, as root sees it. */
export type FileEntry = RegularFile | Directory;

/** A regular file. `mode` holds the permission bits (0o644); times are milliseconds since the epoch. */
export interface RegularFile {
  readonly kind: 'file';
  readonly text: string;
  readonly mode: number;
  readonly owner: string;
  readonly group: string;
  readonly modifiedAt: number;
}

/** A directory that is there even when empty. Directories above an entry exist without one. */
export interface Directory {
  readonly kind: 'directory';
  readonly mode: number;
  readonly owner: string;
  readonly group: string;
  readonly modifiedAt: number;
}

/** A node's files by absolute, clean path (`/etc/kubernetes/pki/ca.crt`). */
export type Files = Readonly<Record<string, FileEntry>>;

/** Text of a regular file, or null when there is none at `path`. */
export function readText(files: Files, path: string): string | null {
  const entry = Object.hasOwn(files, path) ? files[path] : undefined;
  return entry?.kind === 'file' ? entry.text : null;
}

/** Whether `path` is a directory: named itself, or implied by an entry below it. */
export function isDirectory(files: Files, path: string): boolean {
  if (path === '/') return true;
  const entry = Object.hasOwn(files, path) ? files[path] : undefined;
  if (entry !== undefined) return entry.kind === 'directory';
  const prefix = `${path}/`;
  return Object.keys(files).some((name) => name.startsWith(prefix));
}

/** Regular files below a directory, in `filepath.WalkDir` order (lexical within each directory). */
export function walk(files: Files, directory: string): readonly string[] {
  const prefix = directory === '/' ? '/' : `${directory}/`;
  const found = Object.keys(files).filter((name) => name.startsWith(prefix) && files[name]?.kind === 'file');
  return found.sort((left, right) => comparePaths(left, right));
}

/** Orders paths the way a walk meets them: component by component, by code unit. */
function comparePaths(left: string, right: string): number {
  const a = left.split('/');
  const b = right.split('/');
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const x = a[index] ?? '';
    const y = b[index] ?? '';
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** Writes a file, keeping mode and owner of one that is there; a new one is root's, mode 0644. */
export function writeText(files: Files, path: string, text: string, now: number, mode = 0o644): Files {
  const old = Object.hasOwn(files, path) ? files[path] : undefined;
  const entry: RegularFile = {
    kind: 'file',
    text,
    mode: old?.kind === 'file' ? old.mode : mode,
    owner: old?.owner ?? 'root',
    group: old?.group ?? 'root',
    modifiedAt: now,
  };
  return { ...files, [path]: entry };
}
