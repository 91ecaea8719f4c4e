import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';

/** A request that was sent in a run, to a kubelet or to the API server. */
export type SentTrace = RequestTrace | ApiTrace;

/**
 * What a check is asked of: a copy of the world, the scenario's own node, what the learner answered to this task, and every
 * request of the run so far, oldest first.
 */
export interface Case {
  readonly world: World;
  readonly home: string;
  readonly reply: string | null;
  sent(): readonly SentTrace[];
}

/** What a check found: whether it holds, and a sentence that says what was expected and what is so. */
export interface Finding {
  readonly holds: boolean;
  readonly words: string;
}

/** A finding from what was expected and what is so. */
export function found(holds: boolean, good: string, bad: string): Finding {
  return { holds, words: holds ? good : bad };
}

/** Whether a kubelet runs on a node: a port that is shut because nothing runs is damage, no achievement. */
export function isRunning(world: World, node: string): boolean {
  return (world.nodes[node]?.kubelet.process ?? null) !== null;
}
