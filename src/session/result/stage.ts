import type { Scenario } from '#packs/schema.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { type Play, playOf } from '../play.ts';
import { scorer } from '../score/score.ts';

/** What all results of a class share about one part: its start, how it is scored, and what stood in the way from the beginning. */
export interface Stage extends Play {
  readonly score: ReturnType<typeof scorer>;
  /** Ids of mistakes that the scenario began with. */
  readonly planted: ReadonlySet<string>;
}

export function stageOf(scenario: Scenario, seed: number | null, part: number): Stage {
  const play = playOf(scenario, seed, part);
  const { start, node } = play;
  const planted = diagnose({ start, world: start, home: node, played: [], typed: [] });
  return {
    ...play,
    score: scorer(play.scenario, start, node),
    planted: new Set(planted.map(({ misconception }) => misconception.id)),
  };
}

/** So many are kept: a class has few, and strangers' seeds must not fill the memory. */
const MOST_STAGES = 100;

/** Makes each stage once, as long as there are not too many of them. `scenario` must be the one that the id names. */
export function stages(): (scenario: Scenario, seed: number | null, part: number) => Stage {
  const made = new Map<string, Stage>();
  return (scenario, seed, part) => {
    const key = `${scenario.id} ${seed ?? '-'} ${part}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= MOST_STAGES) made.delete(made.keys().next().value ?? '');
    const stage = stageOf(scenario, seed, part);
    made.set(key, stage);
    return stage;
  };
}
