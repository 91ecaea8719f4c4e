import { MISCONCEPTIONS } from '../diagnosis/misconceptions.table.ts';
import { metFirst } from '../judge/metFirst.ts';
import { type Run, repliesOf, worldOf } from '../run.ts';
import { replay, type SavedRun } from '../saved/saved.ts';
import type { BoardCell } from '../view/board.ts';
import { momentOf } from './momentOf.ts';
import { isTelling, momentsOf } from './moments.ts';
import type { Stage } from './stage.ts';

/** What one run of a result came to. */
export interface PartMark {
  readonly thousandths: number;
  /** One cell a task, in order. */
  readonly cells: readonly BoardCell[];
}

/** Mistakes seen from one moment on, until the next that was looked at. */
interface Seen {
  /** Milliseconds since the start. */
  readonly at: number;
  readonly mistakes: readonly { readonly id: string; readonly rank: number }[];
}

const MINUTE = 60_000;

/**
 * Replays a run from its start and scores it: what was done is played, what was undone is not. `mayGoOn` is asked at each
 * step; null when it says no.
 */
export function markPart(stage: Stage, saved: SavedRun, mayGoOn: () => boolean): PartMark | null {
  const { scenario, start, node } = stage;
  const run = replay(scenario, start, { ...saved, steps: saved.steps.slice(0, saved.at) }, mayGoOn);
  if (run === null) return null;
  const score = stage.score(worldOf(run), repliesOf(run), momentOf(run, node).sent);
  const atEnd = score.tasks.filter(({ state }) => state === 'met').map(({ id }) => id);
  const met = new Map<string, number>();
  const seen: Seen[] = [];
  const moments = momentsOf(run);
  for (const [index, count] of moments.entries()) {
    if (!mayGoOn()) return null;
    const open = scenario.tasks.filter(({ id }) => !met.has(id));
    if (open.length === 0) break;
    const then: Run = { ...run, played: run.played.slice(0, count) };
    const at = worldOf(then).now - start.now;
    // After the last moment nothing changed any more: what stands at the end stood then.
    const last = index === moments.length - 1;
    for (const id of last ? atEnd : metFirst(open, new Set(met.keys()), momentOf(then, node))) {
      if (!met.has(id)) met.set(id, at);
    }
    if (met.size < scenario.tasks.length) seen.push({ at, mistakes: mistakesIn(then, stage) });
  }
  const end = worldOf(run).now - start.now;
  const touched = run.played.some((step, index) => isTelling(step, run.played[index - 1]?.world ?? start));
  return {
    thousandths: score.thousandths,
    cells: score.tasks.map(({ id, state, points, of }) => {
      const at = met.get(id) ?? (state === 'met' ? end : null);
      const stuck = touched ? longest(seen, state === 'met' ? (at ?? end) : null, end) : null;
      return {
        task: `${scenario.id}/${id}`,
        state: state === 'met' ? 'met' : points > 0 ? 'part' : touched ? 'unmet' : 'untouched',
        percent: of === 0 ? 0 : Math.floor((points * 100) / of),
        metAt: at === null ? null : Math.floor(at / MINUTE),
        stuck: stuck?.id ?? '',
        stuckAt: stuck === null ? null : Math.floor(stuck.at / MINUTE),
      };
    }),
  };
}

/**
 * As a learner is told of them: their own mistakes first, those planted once a kubelet was started and none is their own.
 * What is only worth knowing is asked when nothing worse is there: it takes the most time.
 */
function mistakesIn(run: Run, { start, node, planted }: Stage): Seen['mistakes'] {
  const typed = run.played.flatMap(({ step }) => (step.kind === 'line' ? [step.line] : []));
  const evidence = { start, world: worldOf(run), home: node, played: run.played, typed };
  const tried = run.played.some(({ step }) => step.events.some(({ type }) => type === 'restart' || type === 'start'));
  for (const among of [WORSE, WORTH_KNOWING]) {
    const seen = among.filter(({ detect }) => detect(evidence) !== null);
    const own = seen.filter(({ id }) => !planted.has(id));
    if (own.length > 0) return own;
    if (tried && seen.length > 0) return seen;
  }
  return [];
}

const WORSE = MISCONCEPTIONS.filter(({ rank }) => rank < 3);
const WORTH_KNOWING = MISCONCEPTIONS.filter(({ rank }) => rank === 3);

/**
 * The mistake that stood longest until a task was met, and when it was first seen; until the end when it never was. Whoever
 * edits and restarts within a minute is not stuck between. What stands in everybody's way beats what is worth knowing.
 */
function longest(
  seen: readonly Seen[],
  met: number | null,
  end: number,
): { readonly id: string; readonly at: number } | null {
  const found = new Map<string, { readonly id: string; readonly rank: number; readonly at: number; stood: number }>();
  for (const [index, { at, mistakes }] of seen.entries()) {
    if (met !== null && at >= met) break;
    const left = Math.min(met ?? end, seen[index + 1]?.at ?? end);
    for (const { id, rank } of mistakes) {
      const one = found.get(id) ?? { id, rank, at, stood: 0 };
      one.stood += left - at;
      found.set(id, one);
    }
  }
  const stood = [...found.values()].filter((one) => met === null || one.stood >= MINUTE);
  const worst = stood.sort(
    (left, right) =>
      Number(left.rank === 3) - Number(right.rank === 3) || right.stood - left.stood || left.rank - right.rank,
  );
  return worst[0] ?? null;
}
