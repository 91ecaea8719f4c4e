import type { Scenario } from '#packs/schema.ts';
import { KEEPING } from '../keeping/words.ts';
import { MOST_COST, replayCost } from './cost.ts';
import { parseJson, readSaved, type SavedRun } from './saved.ts';
import { foreignSchema } from './schema.ts';

/** A file that is imported holds no more characters than this. */
export const MOST_CHARACTERS = 2 * 1024 * 1024;

export type ReadForeign =
  | { readonly ok: true; readonly saved: SavedRun }
  /** Why it is not taken, in a sentence. */
  | { readonly ok: false; readonly words: string };

/** Reads a stranger's text as a run of this scenario: bounded in size, steps, events, depth and the time its replay takes. */
export function readForeign(text: string, scenario: Scenario): ReadForeign {
  if (text.length > MOST_CHARACTERS) return { ok: false, words: KEEPING.tooLarge };
  const value = parseJson(text);
  if (value === undefined) return { ok: false, words: KEEPING.notJson };
  const read = readSaved(value, foreignSchema);
  if (read.kind === 'newer') return { ok: false, words: KEEPING.newer };
  if (read.kind === 'unreadable') return { ok: false, words: KEEPING.notARun(read.at) };
  const { saved } = read;
  if (saved.scenario !== scenario.id)
    return { ok: false, words: KEEPING.otherScenario(saved.scenario, scenario.title) };
  if (saved.at > saved.steps.length) return { ok: false, words: KEEPING.notARun('at') };
  if (replayCost(saved) > MOST_COST) return { ok: false, words: KEEPING.tooCostly };
  return { ok: true, saved };
}
