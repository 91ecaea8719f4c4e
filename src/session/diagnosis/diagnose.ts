import type { Evidence, Misconception, Sighting } from './misconception.ts';
import { MISCONCEPTIONS } from './misconceptions.table.ts';

/** A mistake that is there, with what was seen of it. */
export interface Diagnosis {
  readonly misconception: Misconception;
  readonly sighting: Sighting;
}

/** All that the catalogue sees, what stands in everybody's way first; at the home node before others. */
export function diagnose(evidence: Evidence): readonly Diagnosis[] {
  const others = touchedBeside(evidence);
  return MISCONCEPTIONS.flatMap((misconception) => {
    const sighting = misconception.detect(evidence) ?? seenAt(others, evidence, misconception);
    return sighting === null ? [] : [{ misconception, sighting }];
  }).toSorted((left, right) => left.misconception.rank - right.misconception.rank);
}

/** Other nodes that are not as they were. Of the start itself all, so that what was planted there is nobody's own mistake. */
function touchedBeside({ start, world, home }: Evidence): readonly string[] {
  return Object.keys(world.nodes).filter((name) => {
    const [before, now] = [start.nodes[name], world.nodes[name]];
    const touched = before?.host.files !== now?.host.files || before?.kubelet !== now?.kubelet;
    return name !== home && (touched || start === world);
  });
}

/** What is seen when another node is looked at as the home node is; its name goes before what does not say it. */
function seenAt(nodes: readonly string[], evidence: Evidence, { detect }: Misconception): Sighting | null {
  for (const home of nodes) {
    const sighting = detect({ ...evidence, home });
    if (sighting === null) continue;
    const { done, levels } = sighting;
    const on = (text: string): string => (text.includes(home) ? text : `On ${home}: ${text}`);
    return {
      ...sighting,
      done: on(done),
      levels: [levels[0], levels[1], levels[2].startsWith('kubectl ') ? levels[2] : on(levels[2])],
    };
  }
  return null;
}
