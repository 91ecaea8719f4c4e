import * as v from 'valibot';
import { digest } from '#engine/pki/digest.ts';
import { type Lab, labSchema } from '#packs/lab.ts';
import type { PackProblem } from '#packs/problem.ts';
import type { Scenario } from '#packs/schema.ts';
import { parseLabPack, type Stripping, strip } from '#packs/stripped.ts';
import { parseJson } from '../saved/saved.ts';
import { LAB_WORDS } from './words.ts';

/** A lab's file or unpacked link holds no more characters than this. */
export const MOST_LAB_CHARACTERS = 2 * 1024 * 1024;

/** A lab that was read, its own scenarios with it. */
export interface ReadyLab {
  readonly lab: Lab;
  /** The same for the learners' and the instructor's file of one lab. */
  readonly digest: string;
  readonly packs: ReadonlyMap<string, { readonly scenario: Scenario; readonly stripped: Stripping | null }>;
  /** Whether all of it can be judged with this file: no checks were left out. */
  readonly judgeable: boolean;
}

export type ReadLab = { readonly ok: true; readonly ready: ReadyLab } | { readonly ok: false; readonly words: string };

/** Reads a stranger's text as a lab: bounded in size, then its schema, then each scenario of its own. Never throws. */
export function readLab(text: string): ReadLab {
  if (text.length > MOST_LAB_CHARACTERS) return { ok: false, words: LAB_WORDS.tooLarge };
  const value = parseJson(text);
  if (value === undefined) return { ok: false, words: LAB_WORDS.notJson };
  const parsed = v.safeParse(labSchema, value, { abortEarly: true });
  if (!parsed.success) return { ok: false, words: LAB_WORDS.notALab(v.getDotPath(parsed.issues[0]) ?? '') };
  return readyLab(parsed.output);
}

/** A lab's own scenarios read, and its digest. */
export function readyLab(lab: Lab): ReadLab {
  const packs = new Map<string, { readonly scenario: Scenario; readonly stripped: Stripping | null }>();
  for (const [id, text] of Object.entries(lab.packs)) {
    const pack = parseLabPack(`${id}/scenario.yaml`, id, text);
    if (!pack.ok) return { ok: false, words: LAB_WORDS.brokenPack(problemWords(pack.problems[0])) };
    packs.set(id, pack);
  }
  const judgeable = [...packs.values()].every(({ stripped }) => stripped !== 'checks');
  return { ok: true, ready: { lab, digest: labDigest(lab), packs, judgeable } };
}

/**
 * Tells labs apart: twelve hexadecimal digits, of a whole exam with its id behind them. What was left out for learners does
 * not count, so that the instructor's file and theirs are the same lab.
 */
export function labDigest(lab: Lab): string {
  const packs = Object.entries(lab.packs)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, text]) => [id, strip(text, 'checks', false)]);
  const { title, message, items, seed, minutes, allowed } = lab;
  const { hints, diagnosis, checks, solutions, sandbox } = allowed;
  const rules = [hints, diagnosis, checks, solutions, sandbox];
  const told = JSON.stringify([title, message, items.map(({ kind, id }) => [kind, id]), seed, minutes, rules, packs]);
  const hex = [...digest('SHA256', ascii(told)).slice(0, 6)].map((byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, '0'),
  );
  const exam = lab.items.find(({ kind }) => kind === 'exam');
  return `${hex.join('')}${exam === undefined ? '' : `.${exam.id.slice(0, 80)}`}`;
}

/** The id of the exam in a lab's digest; null for a lab of scenarios. */
export function examInDigest(id: string): string | null {
  return /^[0-9a-f]{12}\.(.+)$/.exec(id)?.[1] ?? null;
}

function ascii(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function problemWords(problem: PackProblem | undefined): string {
  return problem === undefined ? '' : `${problem.file}, line ${problem.line}: ${problem.message}`;
}
