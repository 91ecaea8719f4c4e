import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import type { Session } from '#session/commands.ts';
import { progressKey, progressNote } from '#session/progressNote.ts';
import { isSandboxBase, sandbox } from '#session/sandbox.ts';
import { openSession as open } from '#session/session.ts';
import { startWorld } from '#session/startWorld.ts';
import { tellEmbedder } from './embed/embed.ts';
import { openKeeper, plainStorage } from './storage/openKeeper.ts';

/** The scenarios, as text, by their path below the project; each comes when it is opened. */
const PACKS = import.meta.glob<string>('../../scenarios/*/scenario.yaml', { query: '?raw', import: 'default' });

/** Opens a scenario's session on this browser's clock and storage. Rejects, in words, when the page was built without it. */
export async function openScenario(id: string): Promise<Session> {
  const found = Object.entries(PACKS).find(([path]) => path.endsWith(`/${id}/scenario.yaml`));
  if (found === undefined) throw new Error(`This page holds no scenario called ${id}.`);
  const [path, load] = found;
  const parsed = parseScenario(path, id, await load());
  if (!parsed.ok) throw new Error(parsed.problems.map(({ line, message }) => `line ${line}: ${message}`).join('; '));
  return openSession(parsed.scenario);
}

/** Opens a node without a task. Rejects, in words, when there is no such node. */
export async function openSandbox(base: string): Promise<Session> {
  if (!isSandboxBase(base)) throw new Error(`There is no node of the kind ${base}.`);
  return openSession(sandbox(base));
}

async function openSession(scenario: Scenario): Promise<Session> {
  const { world, node } = startWorld(scenario);
  const session = open({
    scenario,
    start: world,
    node,
    clock: { now: () => Date.now() },
    progress: plainStorage,
    keeper: await openKeeper(scenario.id),
  });
  // A look at what was kept is no work, so the note is not renewed by opening.
  session.subscribe(() => noteProgress(session));
  if (scenario.tasks.length > 0) tellEmbedder(session);
  return session;
}

/** Leaves a note for the home page. Without storage home tells no progress; that work is not kept, the session says. */
function noteProgress(session: Session): void {
  const view = session.view();
  const note = progressNote(view, Date.now());
  if (view.saved.state === 'unsaved') return;
  try {
    plainStorage.save(progressKey(view.scenario.id), note === null ? '' : JSON.stringify(note));
  } catch {
    // Told by the session itself.
  }
}
