import * as v from 'valibot';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import { hintsOf } from '../hints.ts';
import { newRun, play, type Run } from '../run.ts';
import type { LearnerStep } from '../step.ts';
import { migrate } from './migrations.ts';
import { ownSchema, type SavedSchema } from './schema.ts';

/** The number of the format in which runs are written now. */
export const FORMAT = 3;

/** What is kept of a run: its scenario and its steps. The first `at` of them are done, the rest is what redo would bring. */
export interface SavedRun {
  readonly format: typeof FORMAT;
  readonly scenario: string;
  readonly steps: readonly LearnerStep[];
  readonly at: number;
  readonly hintsOpened: number;
  readonly note: string;
}

/** What is kept of a run. The steps are the run's own values: those that did not change are the same objects as before. */
export function savedOf(run: Run): SavedRun {
  return {
    format: FORMAT,
    scenario: run.scenario.id,
    steps: [...run.played.map((played) => played.step), ...run.undone.toReversed()],
    at: run.played.length,
    hintsOpened: run.hintsOpened,
    note: run.note,
  };
}

/** What a value that was kept, or came from elsewhere, turned out to be. */
export type ReadRun =
  | { readonly kind: 'run'; readonly saved: SavedRun }
  /** Of a format that this version does not know yet. */
  | { readonly kind: 'newer' }
  /** `at` says where it is wrong: "steps.3.kind". */
  | { readonly kind: 'unreadable'; readonly at: string };

/** Reads any value as a run of whatever format, within a schema's bounds. Never throws. */
export function readSaved(value: unknown, schema: SavedSchema = ownSchema): ReadRun {
  const current = migrate(value, FORMAT);
  if (current === 'newer') return { kind: 'newer' };
  const parsed = v.safeParse(schema, current, { abortEarly: true });
  if (parsed.success) return { kind: 'run', saved: parsed.output };
  const [issue] = parsed.issues;
  return { kind: 'unreadable', at: v.getDotPath(issue) ?? '' };
}

/**
 * Plays the steps that were done; those ahead stay for redo. `mayGoOn` is asked after each step with the run so far; null
 * when it says no.
 */
export function replay(
  scenario: Scenario,
  start: World,
  saved: SavedRun,
  mayGoOn: (run: Run) => boolean = () => true,
): Run | null {
  let run = newRun(scenario, start);
  for (const step of saved.steps.slice(0, saved.at)) {
    run = play(run, step);
    if (!mayGoOn(run)) return null;
  }
  return {
    ...run,
    undone: saved.steps.slice(saved.at).toReversed(),
    hintsOpened: Math.min(saved.hintsOpened, hintsOf(scenario).length),
    note: saved.note,
  };
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
