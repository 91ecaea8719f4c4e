import type { Scenario } from '#packs/schema.ts';
import { playOf } from '#session/play.ts';
import type { Assignment } from '#session/result/assignment.ts';
import { type DonePart, makeResult } from '#session/result/makeResult.ts';
import { seeded } from '#session/variants/seeded.ts';
import { scriptedRun } from './scripted.ts';

/**
 * A class of learners who each take every part of an assignment their own way: by the solution, another right way, half of
 * it, or a wrong fix and then the solution. Each at a pace of their own. The same number gives the same class.
 */
export async function classroom(
  assignment: Assignment,
  scenarioOf: (id: string) => Scenario,
  learners: number,
): Promise<readonly string[]> {
  const results: string[] = [];
  for (let learner = 0; learner < learners; learner += 1) {
    const random = seeded(`${assignment.id} ${learner}`);
    const parts: DonePart[] = [];
    for (const { scenario: id, part } of assignment.parts) {
      const scenario = scenarioOf(id);
      const lines = linesOf(playOf(scenario, assignment.seed, part).scenario, random.below(6));
      const run = await scriptedRun(scenario, {
        seed: assignment.seed,
        part,
        lines,
        pace: () => 3_000 + random.below(60_000),
      });
      parts.push({ scenario, run, spent: 60_000 });
    }
    const began = 1_790_000_000_000 + random.below(600_000);
    const result = makeResult({
      assignment,
      name: `Learner ${String(learner + 1).padStart(3, '0')}`,
      began,
      ended: began + 3_600_000,
      judged: true,
      parts,
    });
    if (result !== null) results.push(result.text);
  }
  return results;
}

function linesOf({ solution, alternatives, wrong }: Scenario, way: number): readonly string[] {
  const other = alternatives[0]?.lines ?? solution;
  const mistake = wrong[0]?.lines ?? [];
  switch (way) {
    case 0:
      return other;
    case 1:
      return mistake;
    case 2:
      return solution.slice(0, Math.ceil(solution.length / 2));
    case 3:
    case 4:
      return [...mistake, ...solution];
    default:
      return solution;
  }
}
