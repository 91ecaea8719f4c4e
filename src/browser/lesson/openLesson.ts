import { parseLesson } from '#packs/parseLesson.ts';
import { lessonNote } from '#session/lesson/note.ts';
import { scenarioOf } from '#session/lesson/scenarioOf.ts';
import { sessionLesson } from '#session/lesson/sessionLesson.ts';
import { progressKey } from '#session/progressNote.ts';
import { openSession } from '#session/session.ts';
import { startWorld } from '#session/startWorld.ts';
import type { OpenLesson } from '#session/view/lesson.ts';
import { openKeeper, plainStorage } from '../storage/openKeeper.ts';

/** The lessons, as text, by their path below the project; each comes when it is opened. */
const LESSONS = import.meta.glob<string>('../../../scenarios/*/lesson.yaml', { query: '?raw', import: 'default' });

/** Opens a lesson on this browser's clock and storage. Rejects, in words, when the page was built without it. */
export async function openLesson(id: string): Promise<OpenLesson> {
  const found = Object.entries(LESSONS).find(([path]) => path.endsWith(`/${id}/lesson.yaml`));
  if (found === undefined) throw new Error(`This page holds no lesson called ${id}.`);
  const [path, load] = found;
  const parsed = parseLesson(path, id, await load());
  if (!parsed.ok) throw new Error(parsed.problems.map(({ line, message }) => `line ${line}: ${message}`).join('; '));
  const scenario = scenarioOf(parsed.lesson);
  const { world: start, node } = startWorld(scenario);
  const kept = { progress: plainStorage, clock: { now: () => Date.now() } };
  const session = openSession({ scenario, start, node, ...kept, keeper: await openKeeper(scenario.id), stays: true });
  const of = Object.keys(LESSONS).length;
  const lesson = await sessionLesson({ lesson: parsed.lesson, of, start, node, session, ...kept });
  // A look at what was kept is no work, so the note is not renewed by opening.
  lesson.subscribe(() => noteProgress({ session, lesson }));
  return { session, lesson };
}

/** Leaves a note for the path on the home page. */
function noteProgress({ session, lesson }: OpenLesson): void {
  const note = lessonNote(lesson.view(), session.view(), Date.now());
  try {
    plainStorage.save(progressKey(session.view().scenario.id), note === null ? '' : JSON.stringify(note));
  } catch {
    // The session tells that nothing is kept.
  }
}
