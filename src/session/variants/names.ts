import type { BaseNames } from '#engine/world/names.ts';
import { HARBOUR_NUMBERS, HARBOUR_WORDS, PEOPLE } from './pools.data.ts';
import { type Seeded, seeded } from './seeded.ts';

/** Neighbouring machines, each pair of a word and of numbers that no other pair has. */
const PAIRS: readonly (readonly string[])[] = HARBOUR_WORDS.flatMap((word) =>
  HARBOUR_NUMBERS.map((number) => [number, number + 1].map((each) => `${word}${String(each).padStart(2, '0')}`)),
);

/** So many parts of one exam have hosts that no other part has. */
export const MOST_PARTS = PAIRS.length;

/**
 * What machines and people are called in one part of an exam, or in a scenario alone. Parts of one seed share no machine, and
 * names follow from seed and part only, so that scenarios of one seed can share a base.
 */
export function seededNames(seed: number, part: number): BaseNames {
  const workers = shuffled(PAIRS, seeded(`machines ${seed}`))[part % PAIRS.length] ?? [];
  const user = PEOPLE[seeded(`people ${seed} ${part}`).below(PEOPLE.length)] ?? '';
  return { workers, user };
}

function shuffled<T>(items: readonly T[], random: Seeded): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
