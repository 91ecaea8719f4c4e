import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Move, Scenario } from '#packs/schema.ts';
import { isSolved, judge } from './judge/judge.ts';
import { moveEvent, startWorld } from './startWorld.ts';

/** One claim about a scenario, and whether it holds. */
export interface Proof {
  readonly claim: string;
  readonly holds: boolean;
  /** Why it does not hold; empty when it does. */
  readonly reason: string;
}

/** Proves a scenario: untouched it does not pass, its solution passes, each wrong fix fails where it says it fails. */
export function prove(scenario: Scenario): readonly Proof[] {
  const { world, node } = startWorld(scenario);
  return [
    untouched(scenario, world, node),
    solution(scenario, world, node),
    ...scenario.wrong.map((wrong) => wrongFix(scenario, wrong, world, node)),
  ];
}

function untouched(scenario: Scenario, world: World, node: string): Proof {
  const claim = 'untouched, it does not pass';
  const solved = isSolved(judge(scenario, world, node));
  return { claim, holds: !solved, reason: solved ? 'the start already meets every task' : '' };
}

function solution(scenario: Scenario, world: World, node: string): Proof {
  const claim = 'the solution passes';
  const played = playMoves(scenario.solution, world, node);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const unmet = unmetTasks(scenario, played, node);
  return { claim, holds: unmet.length === 0, reason: unmet.map(({ id, words }) => `${id}: ${words}`).join('; ') };
}

function wrongFix(scenario: Scenario, wrong: Scenario['wrong'][number], world: World, node: string): Proof {
  const claim = `wrong fix: ${wrong.title}`;
  const played = playMoves(wrong.moves, world, node);
  if (typeof played === 'string') return { claim, holds: false, reason: played };
  const unmet = unmetTasks(scenario, played, node).map(({ id }) => id);
  const missing = wrong.unmet.filter((id) => !unmet.includes(id));
  const reason =
    missing.length === 0
      ? ''
      : `it should leave ${missing.join(', ')} unmet, but unmet are ${unmet.join(', ') || 'none'}`;
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

function unmetTasks(
  scenario: Scenario,
  world: World,
  node: string,
): readonly { readonly id: string; readonly words: string }[] {
  return judge(scenario, world, node).flatMap(({ task, state, findings }) =>
    state === 'met'
      ? []
      : [
          {
            id: task.id,
            words:
              state === 'waiting'
                ? `waits for ${task.after.join(', ')}`
                : findings
                    .filter((each) => !each.holds)
                    .map((each) => each.words)
                    .join(' '),
          },
        ],
  );
}
