import type { Scenario } from '#packs/schema.ts';
import { playOf } from '#session/play.ts';
import type { Assignment } from '#session/result/assignment.ts';
import { makeResult } from '#session/result/makeResult.ts';
import { scriptedRun } from '#session/result/scriptedRun.ts';
import type { SavedRun } from '#session/saved/saved.ts';
import { type Seeded, seeded } from '#session/variants/seeded.ts';

/**
 * A class of learners who each take every part of an assignment their own way: by the solution, another right way, half of
 * it, a wrong fix, or a wrong fix and then the solution; each at a pace of their own, up to a minute a line. Texts of
 * results, as they are handed in. The same number gives the same class.
 */
export async function classroom(
  assignment: Assignment,
  scenarioOf: (id: string) => Scenario,
  learners: number,
): Promise<readonly string[]> {
  const parts = await Promise.all(
    assignment.parts.map(async ({ scenario: id, part }) => {
      const scenario = scenarioOf(id);
      const ways: SavedRun[] = [];
      for (const lines of waysOf(playOf(scenario, assignment.seed, part).scenario)) {
        ways.push(await scriptedRun(scenario, { seed: assignment.seed, part, lines }));
      }
      return { scenario, ways };
    }),
  );
  return Array.from({ length: learners }, (_, learner) => {
    const random = seeded(`${assignment.id} ${learner}`);
    const began = 1_790_000_000_000 + random.below(600_000);
    const result = makeResult({
      assignment,
      name: `Learner ${String(learner + 1).padStart(3, '0')}`,
      began,
      ended: began + 3_600_000,
      judged: true,
      parts: parts.map(({ scenario, ways }) => {
        const run = ways[random.below(ways.length)] ?? null;
        return { scenario, run: run === null ? null : paced(run, random), spent: 60_000 };
      }),
    });
    if (result === null) throw new Error('a generated result is too long');
    return result.text;
  });
}

function waysOf({ solution, alternatives, wrong }: Scenario): readonly (readonly string[])[] {
  const mistakes = wrong.map(({ lines }) => lines);
  return [
    solution,
    ...alternatives.map(({ lines }) => lines),
    solution.slice(0, Math.ceil(solution.length / 2)),
    ...mistakes,
    ...mistakes.map((lines) => [...lines, ...solution]),
  ];
}

/** The same steps, with other times before each. */
function paced(run: SavedRun, random: Seeded): SavedRun {
  return {
    ...run,
    steps: run.steps.map((step) => {
      const [first, ...rest] = step.events;
      if (first?.type !== 'advance') return step;
      return { ...step, events: [{ type: 'advance', milliseconds: 1000 * (3 + random.below(58)) }, ...rest] };
    }),
  };
}
