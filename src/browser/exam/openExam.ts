import { parseScenario } from '#packs/parse.ts';
import { parseExam } from '#packs/parseExam.ts';
import type { PackProblem } from '#packs/problem.ts';
import type { Scenario } from '#packs/schema.ts';
import { openPastExam as openPast } from '#session/exam/pastExam.ts';
import { type ExamInput, openExam as open } from '#session/exam/sessionExam.ts';
import type { SessionExam } from '#session/view/exam.ts';
import { examText, scenarioText } from '../packs.ts';
import { plainStorage } from '../storage/openKeeper.ts';
import { forgetRun, openOneOfSeveral } from './openOneOfSeveral.ts';

/** Seeds are read aloud and typed: six digits are enough for any class. */
const SEEDS = 999_999;

/**
 * Opens an exam on this browser's clocks and storage; `seed` is of a new one, by chance when null. Rejects, in words, when
 * the page was built without it.
 */
export async function openExam(id: string, seed: number | null): Promise<SessionExam> {
  return open(await inputOf(id, seed ?? 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS)));
}

/** Opens an exam that ended at this moment; null when this browser keeps it no longer. Rejects as `openExam` does. */
export async function openPastExam(id: string, ended: number): Promise<SessionExam | null> {
  return openPast(await inputOf(id, 1), ended);
}

async function inputOf(id: string, seed: number): Promise<ExamInput> {
  const text = await examText(id);
  if (text === null) throw new Error(`This page holds no exam called ${id}.`);
  const parsed = parseExam(`${id}/exam.yaml`, id, text);
  if (!parsed.ok) throw new Error(wordsOf(parsed.problems));
  const exam = parsed.pack;
  return {
    exam,
    scenarios: await Promise.all(exam.tasks.map(({ scenario }) => scenarioOf(scenario))),
    seed,
    clock: { now: () => Date.now() },
    steady: { now: () => performance.now() },
    progress: plainStorage,
    openKeeper: openOneOfSeveral,
    forgetRun,
    onForeignChange(key, listener) {
      // Storage tells of what other pages wrote, never of what this one did.
      addEventListener('storage', (event) => {
        if (event.key === key) listener();
      });
    },
  };
}

async function scenarioOf(id: string): Promise<Scenario> {
  const text = await scenarioText(id);
  if (text === null) throw new Error(`This page holds no scenario called ${id}.`);
  const parsed = parseScenario(`${id}/scenario.yaml`, id, text);
  if (!parsed.ok) throw new Error(wordsOf(parsed.problems));
  return parsed.scenario;
}

function wordsOf(problems: readonly PackProblem[]): string {
  return problems.map(({ line, message }) => `line ${line}: ${message}`).join('; ');
}
