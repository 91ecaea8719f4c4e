import type { Scenario } from '#packs/schema.ts';
import { playOf } from '../play.ts';
import { repliesIn } from '../prove.ts';
import { parseJson, readSaved, type SavedRun } from '../saved/saved.ts';
import { openSession } from '../session.ts';

/** Milliseconds that a learner takes before each line, by its number. */
export type Pace = (line: number) => number;

/**
 * The run of somebody who types these lines into the terminal of a scenario as a seed has it; comments of the form
 * `# answer TASK: TEXT` answer questions. For tests and benches, which need whole classes.
 */
export async function scriptedRun(
  scenario: Scenario,
  { seed, part = 0, lines, pace = () => 20_000 }: ScriptedRun,
): Promise<SavedRun> {
  const play = playOf(scenario, seed, part);
  let now = 0;
  const session = openSession({
    ...play,
    clock: { now: () => now },
    progress: { load: () => null, save: () => {} },
  });
  const terminal = await session.terminal.open();
  for (const [index, line] of lines.entries()) {
    now += pace(index);
    for (const [task, text] of Object.entries(repliesIn([line]))) session.commands.reply(task, text);
    if (!line.startsWith('#')) await terminal.run(line, () => {}, 80);
  }
  const read = readSaved(parseJson(session.archive.exported().text));
  if (read.kind !== 'run') throw new Error(`a run of ${scenario.id} cannot be read again`);
  return read.saved;
}

export interface ScriptedRun {
  readonly seed: number | null;
  readonly part?: number;
  readonly lines: readonly string[];
  readonly pace?: Pace;
}
