import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadyLab, readyLab } from '#session/lab/readLab.ts';
import { assignmentOf } from '#session/result/assignment.ts';
import { classroom } from './classroom.ts';
import { pagePacks } from './pagePacks.ts';

const SEED = 4711;

/** A lab of these scenarios and the results of a class that took it, for benches. */
export async function madeClass(
  scenarios: readonly string[],
  learners: number,
): Promise<{ readonly ready: ReadyLab; readonly texts: readonly string[] }> {
  const packs = pagePacks();
  const read = readyLab({
    kind: 'portside-lab',
    format: 1,
    title: 'Bench',
    message: [],
    items: scenarios.map((id) => ({ kind: 'scenario', id })),
    seed: SEED,
    minutes: null,
    allowed: { hints: true, diagnosis: true, checks: true, solutions: false, sandbox: true },
    packs: {},
  });
  if (!read.ok) throw new Error(read.words);
  const { ready } = read;
  const assignment = assignmentOf(ready.lab, ready.digest, packs.examOf);
  const scenarioOf = (id: string) => {
    const scenario = packs.scenarioOf(id);
    if (scenario === null) throw new Error(`there is no scenario ${id}`);
    return scenario;
  };
  return { ready, texts: await classroom(assignment, scenarioOf, learners) };
}

/** The same as files in a folder, which is made. */
export async function writeClass(scenarios: readonly string[], learners: number, directory: string): Promise<void> {
  const { texts } = await madeClass(scenarios, learners);
  mkdirSync(directory, { recursive: true });
  for (const [index, text] of texts.entries()) {
    writeFileSync(join(directory, `result-${String(index).padStart(5, '0')}.json`), text);
  }
}
