import type { Scenario } from '#packs/schema.ts';
import { repliesOf, worldOf } from '../run.ts';
import { FORMAT, replay, type SavedRun } from '../saved/saved.ts';
import { type Assignment, weighted } from './assignment.ts';
import { momentOf } from './momentOf.ts';
import { readResult } from './readResult.ts';
import type { Result, ResultPart } from './result.ts';
import { stageOf } from './stage.ts';

/** What was done in one part of an assignment. */
export interface DonePart {
  readonly scenario: Scenario;
  /** Null when it was never opened. */
  readonly run: SavedRun | null;
  /** Milliseconds that it was on the screen. */
  readonly spent: number;
}

export interface MakeResult {
  readonly assignment: Assignment;
  readonly name: string;
  readonly began: number;
  readonly ended: number;
  /** Whether the page may judge; if not, the scores are left to whoever reads it. */
  readonly judged: boolean;
  /** As many as the assignment has, in its order. */
  readonly parts: readonly DonePart[];
}

/** A result as it is handed in, and what it says that it scores. */
export interface MadeResult {
  readonly text: string;
  readonly score: number | null;
}

/**
 * The text of a result of all that was done. What was undone is left out; parts that were never opened are in it with no
 * steps. Null when nobody would take it, because it is too long.
 */
export function makeResult({ assignment, name, began, ended, judged, parts }: MakeResult): MadeResult | null {
  const scores: { readonly weight: number; readonly thousandths: number }[] = [];
  const handed: ResultPart[] = [];
  for (const [index, { scenario, part, weight }] of assignment.parts.entries()) {
    const done = parts[index];
    if (done === undefined) continue;
    const kept = done.run ?? nothingDone(scenario);
    const run = { ...kept, steps: kept.steps.slice(0, kept.at) };
    const thousandths = judged ? scoreOf(done.scenario, assignment.seed, part, run) : null;
    scores.push({ weight, thousandths: thousandths ?? 0 });
    // The schema's own kind of steps is the learner's, only not readonly.
    handed.push({ scenario, part, run: run as ResultPart['run'], score: thousandths, spent: Math.round(done.spent) });
  }
  const result: Result = {
    kind: 'portside-result',
    format: 1,
    name: name.slice(0, 120),
    lab: assignment.id,
    seed: assignment.seed,
    began,
    ended: Math.max(began, ended),
    score: judged ? weighted(scores) : null,
    parts: handed,
  };
  const text = JSON.stringify(result);
  return readResult(text).ok ? { text, score: result.score } : null;
}

function nothingDone(scenario: string): SavedRun {
  return { format: FORMAT, scenario, steps: [], at: 0, hintsOpened: 0, note: '' };
}

function scoreOf(scenario: Scenario, seed: number | null, part: number, saved: SavedRun): number {
  const stage = stageOf(scenario, seed, part);
  const run = replay(stage.scenario, stage.start, saved);
  return run === null ? 0 : stage.score(worldOf(run), repliesOf(run), momentOf(run, stage.node).sent).thousandths;
}
