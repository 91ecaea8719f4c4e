import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CANARIES } from './canaries.data.ts';

/**
 * A copy of the project's configuration in a temporary folder, with a canary and a harmless `neighbour.ts` in each layer
 * instead of the sources. The caches of the real project stay untouched. Call `open` to remove it.
 */
export function cage(root: string): { readonly directory: string; open(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'portside-canary-'));
  for (const name of ['package.json', 'biome.json', 'tsconfig.base.json'])
    cpSync(join(root, name), join(directory, name));
  mkdirSync(join(directory, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(directory, 'node_modules', name));
  }
  const references = CANARIES.map(({ layer }) => ({ path: `src/${layer}` }));
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ files: [], references }));
  for (const { layer, code } of CANARIES) {
    const folder = join(directory, 'src', layer);
    mkdirSync(folder, { recursive: true });
    for (const name of ['tsconfig.json', 'biome.json']) cpSync(join(root, 'src', layer, name), join(folder, name));
    writeFileSync(join(folder, 'canary.ts'), code);
    writeFileSync(join(folder, 'neighbour.ts'), 'export const neighbour = 1;\n');
  }
  return { directory, open: () => rmSync(directory, { recursive: true, force: true }) };
}
