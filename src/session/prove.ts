import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Move, Scenario } from '#packs/schema.ts';
import type { Finding } from './judge/finding.ts';
import { isSolved, type Judgement, judge } from './judge/judge.ts';
import { moveEvent, startWorld } from './startWorld.ts';

/** One claim about a scenario, and whether it holds. */
export interface Proof {
  readonly claim: string;
  readonly holds: boolean;
  /** Why it does not hold; empty when it does. */
  readonly reason: string;
}

/**
 * Proves a scenario: untouched it scores nothing, its solution and every alternative pass, each wrong fix fails what it
 * says it fails.
 */
export function prove(scenario: Scenario): readonly Proof[] {
  const { world, node } = startWorld(scenario);
  const start = { scenario, world, node };
  return [
    untouched(start),
    passes('the solution passes', scenario.solution, start),
    ...scenario.alternatives.map(({ title, moves }) => passes(`so does another way: ${title}`, moves, start)),
    ...scenario.wrong.map((wrong) => wrongFix(wrong, start)),
  ];
}

interface Start {
  readonly scenario: Scenario;
  readonly world: World;
  readonly node: string;
}

function untouched({ scenario, world, node }: Start): Proof {
  const met = judge(scenario, world, node).tasks.filter(({ state }) => state === 'met');
  const reason = met.length === 0 ? '' : `the start already meets ${met.map(({ task }) => task.id).join(', ')}`;
  return { claim: 'untouched, it scores nothing', holds: met.length === 0, reason };
}

function passes(claim: string, moves: readonly Move[], { scenario, world, node }: Start): Proof {
  const played = playMoves(moves, world, node);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const judgement = judge(scenario, played, node);
  const reason = shortfalls(judgement)
    .map(({ id, words }) => `${id}: ${words}`)
    .join('; ');
  return { claim, holds: isSolved(judgement), reason };
}

function wrongFix(wrong: Scenario['wrong'][number], { scenario, world, node }: Start): Proof {
  const claim = `wrong fix: ${wrong.title}`;
  const played = playMoves(wrong.moves, world, node);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const failed = shortfalls(judge(scenario, played, node)).map(({ id }) => id);
  const missing = [...wrong.unmet, ...wrong.broken].filter((id) => !failed.includes(id));
  const reason =
    missing.length === 0 ? '' : `it should fail ${missing.join(', ')}, but it fails ${failed.join(', ') || 'nothing'}`;
  return { claim, holds: missing.length === 0, reason };
}

function playMoves(moves: readonly Move[], start: World, node: string): World | string {
  let world = start;
  for (const move of moves) {
    const event = moveEvent(move, world, node);
    if (event === null && move.do === 'replace')
      return `there is no ${JSON.stringify(move.find)} to replace in ${move.file}`;
    if (event === null) return `nothing comes of ${move.do}`;
    world = step(world, event).world;
  }
  return world;
}

/** What is not as it should be: tasks that are not met, and what must work and does not. */
function shortfalls({ tasks, mustWork }: Judgement): readonly { readonly id: string; readonly words: string }[] {
  const failed = (findings: readonly Finding[]) =>
    findings
      .filter(({ holds }) => !holds)
      .map(({ words }) => words)
      .join(' ');
  return [
    ...tasks
      .filter(({ state }) => state !== 'met')
      .map(({ task, state, findings }) => ({
        id: task.id,
        words: state === 'waiting' ? `waits for ${task.after.join(', ')}` : failed(findings),
      })),
    ...mustWork.filter(({ works }) => !works).map(({ work, findings }) => ({ id: work.id, words: failed(findings) })),
  ];
}
