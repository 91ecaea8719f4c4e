import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import { parseScenario } from '#packs/parse.ts';
import { summaryOf } from './summary.ts';

const QUERY = '?summary';

/**
 * Vite's part of the catalogue: `scenario.yaml?summary` is a module whose default export is the scenario's summary, so
 * that the home page carries neither YAML nor its parser. A scenario that cannot be read ends the build, in its words.
 */
export function scenarioSummaries(): Plugin {
  return {
    name: 'portside:scenario-summaries',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(`scenario.yaml${QUERY}`)) return null;
      const file = id.slice(0, -QUERY.length);
      this.addWatchFile(file);
      const parsed = parseScenario(file, basename(dirname(file)), readFileSync(file, 'utf8'));
      if (!parsed.ok) {
        return this.error(parsed.problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
      }
      return { code: `export default ${JSON.stringify(summaryOf(parsed.scenario))};`, moduleType: 'js', map: null };
    },
  };
}
