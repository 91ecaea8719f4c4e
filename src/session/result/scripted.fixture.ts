import type { Scenario } from '#packs/schema.ts';
import { playOf } from '../play.ts';
import { repliesIn } from '../prove.ts';
import { parseJson, readSaved, type SavedRun } from '../saved/saved.ts';
import { openSession } from '../session.ts';

/** The run of somebody who types a scenario's reference into its terminal, changed by `lines`, twenty seconds a line. */
export async function scripted(
  scenario: Scenario,
  seed: number | null,
  lines: (solution: readonly string[]) => readonly string[],
): Promise<SavedRun> {
  const play = playOf(scenario, seed, 0);
  let now = 0;
  const session = openSession({
    ...play,
    clock: { now: () => now },
    progress: { load: () => null, save: () => {} },
  });
  const terminal = await session.terminal.open();
  for (const line of lines(play.scenario.solution)) {
    now += 20_000;
    for (const [task, text] of Object.entries(repliesIn([line]))) session.commands.reply(task, text);
    if (!line.startsWith('#')) await terminal.run(line, () => {}, 80);
  }
  const read = readSaved(parseJson(session.archive.exported().text));
  if (read.kind !== 'run') throw new Error(`a run of ${scenario.id} cannot be read again`);
  return read.saved;
}
