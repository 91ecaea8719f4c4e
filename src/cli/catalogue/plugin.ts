import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import { PACK_FILES, readPack } from '#packs/readPack.ts';
import { packSummary } from './summary.ts';

const QUERY = '?summary';

/**
 * Vite's part of the catalogue: `scenario.yaml?summary`, and the same of a lesson or an exam, is a module whose default
 * export is the pack's summary, so that the home page carries neither YAML nor its parser. A pack that cannot be read ends
 * the build, in its words.
 */
export function packSummaries(): Plugin {
  return {
    name: 'portside:pack-summaries',
    enforce: 'pre',
    load(id) {
      const name = PACK_FILES.find((one) => id.endsWith(`/${one}${QUERY}`));
      if (name === undefined) return null;
      const file = id.slice(0, -QUERY.length);
      this.addWatchFile(file);
      const read = readPack(basename(dirname(file)), { [name]: readFileSync(file, 'utf8') });
      if (!read.ok) {
        return this.error(read.problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
      }
      return { code: `export default ${JSON.stringify(packSummary(read.pack))};`, moduleType: 'js', map: null };
    },
  };
}
