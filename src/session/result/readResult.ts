import * as v from 'valibot';
import { MOST_COST, replayCost } from '../saved/cost.ts';
import { parseJson } from '../saved/saved.ts';
import { type Result, resultSchema } from './result.ts';
import { RESULT_WORDS } from './words.ts';

/** A result holds no more characters than this. */
export const MOST_RESULT_CHARACTERS = 2 * 1024 * 1024;

/** A result has many runs: four times what a single one may cost, counted for a slow machine. */
const MOST_RESULT_COST = 4 * MOST_COST;

export type ReadResult =
  | { readonly ok: true; readonly result: Result }
  /** Why it is none, in a sentence. */
  | { readonly ok: false; readonly reason: string };

/** Reads a stranger's text as a result: bounded in size, steps, events, depth and the time that replaying takes. Never throws. */
export function readResult(text: string): ReadResult {
  if (text.length > MOST_RESULT_CHARACTERS) return { ok: false, reason: RESULT_WORDS.tooLarge };
  const value = parseJson(text);
  if (value === undefined) return { ok: false, reason: RESULT_WORDS.notJson };
  const parsed = v.safeParse(resultSchema, value, { abortEarly: true });
  if (!parsed.success) return { ok: false, reason: whyNot(value, v.getDotPath(parsed.issues[0]) ?? '') };
  const result = parsed.output;
  const seen = new Set<string>();
  let cost = 0;
  for (const { scenario, part, run } of result.parts) {
    const key = `${scenario} ${part}`;
    if (seen.has(key)) return { ok: false, reason: RESULT_WORDS.twice(scenario) };
    seen.add(key);
    if (run.scenario !== scenario) return { ok: false, reason: RESULT_WORDS.otherRun(scenario) };
    if (run.at > run.steps.length) return { ok: false, reason: RESULT_WORDS.places(scenario) };
    const own = replayCost(run);
    cost += own;
    if (own > MOST_COST || cost > MOST_RESULT_COST) return { ok: false, reason: RESULT_WORDS.tooCostly };
  }
  return { ok: true, result };
}

function whyNot(value: unknown, at: string): string {
  const fields: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  if (fields.kind === 'portside-lab') return RESULT_WORDS.lab;
  if (fields.kind === 'portside-result' && typeof fields.format === 'number' && fields.format > 1)
    return RESULT_WORDS.newer;
  if (Array.isArray(fields.steps) && fields.kind === undefined) return RESULT_WORDS.run;
  return RESULT_WORDS.notAResult(at);
}
