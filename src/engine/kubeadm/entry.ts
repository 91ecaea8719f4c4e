import type { Directory, RegularFile } from '../host/files.ts';

/** A file of root's. `at` is its time of change, milliseconds since the epoch. */
export function file(text: string, at: number, mode = 0o644): RegularFile {
  return { kind: 'file', text, mode, owner: 'root', group: 'root', modifiedAt: at };
}

/** A directory of root's. */
export function directory(at: number, mode = 0o755): Directory {
  return { kind: 'directory', mode, owner: 'root', group: 'root', modifiedAt: at };
}
