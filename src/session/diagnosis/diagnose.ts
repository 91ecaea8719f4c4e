import type { Evidence, Misconception, Sighting } from './misconception.ts';
import { MISCONCEPTIONS } from './misconceptions.table.ts';

/** A mistake that is there, with what was seen of it. */
export interface Diagnosis {
  readonly misconception: Misconception;
  readonly sighting: Sighting;
}

/** All that the catalogue sees, what stands in everybody's way first. */
export function diagnose(evidence: Evidence): readonly Diagnosis[] {
  return MISCONCEPTIONS.flatMap((misconception) => {
    const sighting = misconception.detect(evidence);
    return sighting === null ? [] : [{ misconception, sighting }];
  }).toSorted((left, right) => left.misconception.rank - right.misconception.rank);
}
