import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '#packs/readPack.ts';

/** A folder of packs as its reader wants it: each entry by its name, folders with the texts of their files. Throws when there is none. */
export function packFolder(directory: string): readonly Entry[] {
  return readdirSync(directory, { withFileTypes: true }).map((entry): Entry => {
    const { name } = entry;
    if (!entry.isDirectory()) return { kind: 'file', name };
    const files = readdirSync(join(directory, name), { withFileTypes: true });
    return {
      kind: 'folder',
      name,
      files: Object.fromEntries(
        files.map((file) => [file.name, file.isFile() ? readFileSync(join(directory, name, file.name), 'utf8') : '']),
      ),
    };
  });
}
