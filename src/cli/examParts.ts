import type { Exam } from '#packs/exam.ts';
import type { Pack } from '#packs/readPack.ts';
import type { Scenario } from '#packs/schema.ts';
import type { SeededPart, SeedsProof } from '#session/variants/proveSeeds.ts';

/** Each scenario that an exam draws, once, with each seed from 1. Scenarios of one seed share their machines' names. */
export function drawnParts(packs: readonly Pack[], seeds: number): readonly SeededPart[] {
  const drawn = new Set(examsOf(packs).flatMap(({ tasks }) => tasks.map(({ scenario }) => scenario)));
  const scenarios = scenariosOf(packs).filter(({ id }) => drawn.has(id));
  return counted(seeds).flatMap((seed) => scenarios.map((scenario) => ({ scenario, seed, part: 0 })));
}

/** Every task of every exam with each seed from 1, as an exam makes them: the parts of one exam have hosts of their own. */
export function examParts(packs: readonly Pack[], seeds: number): readonly SeededPart[] {
  const scenarios = new Map(scenariosOf(packs).map((scenario) => [scenario.id, scenario]));
  return counted(seeds).flatMap((seed) =>
    examsOf(packs).flatMap(({ tasks }) =>
      tasks.flatMap((task, part) => {
        const scenario = scenarios.get(task.scenario);
        return scenario === undefined ? [] : [{ scenario, seed, part }];
      }),
    ),
  );
}

/** "20 seeds, 19 different worlds": what was proved of a scenario's seeds, and what failed. */
export function seedWords({ seeds, worlds, failures }: SeedsProof): {
  readonly claim: string;
  readonly reason: string;
} {
  return {
    claim: `each seed's start scores nothing and its solution passes: ${seeds} seeds, ${worlds} different worlds`,
    reason: failures.map(({ seed, part, reason }) => `seed ${seed}, part ${part}: ${reason}`).join('\n        '),
  };
}

function scenariosOf(packs: readonly Pack[]): readonly Scenario[] {
  return packs.flatMap((pack) => (pack.kind === 'scenario' ? [pack.scenario] : []));
}

function examsOf(packs: readonly Pack[]): readonly Exam[] {
  return packs.flatMap((pack) => (pack.kind === 'exam' ? [pack.exam] : []));
}

function counted(seeds: number): readonly number[] {
  return Array.from({ length: seeds }, (_, index) => index + 1);
}
