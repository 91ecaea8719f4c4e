import { parseScenario } from '#packs/parse.ts';
import type { Session } from '#session/commands.ts';
import { openSession as open } from '#session/session.ts';
import { startWorld } from '#session/startWorld.ts';

/** The scenarios, as text, by their path below the project. */
const PACKS = import.meta.glob<string>('../../scenarios/*/scenario.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Opens a scenario's session on this browser's clock and storage. Rejects, in words, when the page was built without it. */
export function openSession(id: string): Session {
  const found = Object.entries(PACKS).find(([path]) => path.endsWith(`/${id}/scenario.yaml`));
  if (found === undefined) throw new Error(`This page holds no scenario called ${id}.`);
  const [path, text] = found;
  const parsed = parseScenario(path, id, text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ line, message }) => `line ${line}: ${message}`).join('; '));
  const { world, node } = startWorld(parsed.scenario);
  return open({
    scenario: parsed.scenario,
    start: world,
    node,
    clock: { now: () => Date.now() },
    progress: {
      load: (key) => window.localStorage.getItem(key),
      save: (key, saved) => window.localStorage.setItem(key, saved),
    },
  });
}
