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

/** Why a check does not hold: what was expected, what is so instead, and what stands in the way, with its place. */
export interface Gap {
  /** A thing, as the end of "Expected …": `401 for a stranger`. */
  readonly expected: string;
  /** A thing, as the end of "got …": `403`. */
  readonly got: string;
  /** Sentences: the line, setting, rule, file or object that makes it so, or that nothing was done yet. */
  readonly because: string;
}

/** What a check found: whether it holds, in a sentence, and the gap when it does not. */
export interface Finding {
  readonly holds: boolean;
  readonly words: string;
  readonly gap: Gap | null;
}

/** A finding that holds, and the sentence that says so. */
export function holding(words: string): Finding {
  return { holds: true, words, gap: null };
}

/** A finding that does not hold; `words` where another sentence than "Expected …, got …." says it better. */
export function lacking(gap: Gap, words?: string): Finding {
  return { holds: false, words: words ?? `Expected ${gap.expected}, got ${gap.got}. ${gap.because}`, gap };
}

/** Whether a kubelet runs on a node: a port that is shut because nothing runs is damage, no achievement. */
export function isRunning(world: World, node: string): boolean {
  return (world.nodes[node]?.kubelet.process ?? null) !== null;
}

/** “ on NODE” where it is not the scenario's own. */
export function onNode(node: string | undefined, home: string): string {
  return node === undefined || node === home ? '' : ` on ${node}`;
}
