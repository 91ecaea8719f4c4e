import type { RequestTrace } from '#engine/world/trace.ts';
import type { EditPart } from '../view/counterfactual.ts';
import type { Situation } from './situation.ts';

/** One change out of the stated set. */
export interface Edit {
  readonly id: string;
  /** Two edits of one slot exclude each other. */
  readonly slot: string;
  readonly kind: 'nothing' | 'credential' | 'rule' | 'setting' | 'service';
  /** The situation after it; null where it cannot be done there, or is so already. */
  apply(situation: Situation): Applied | null;
}

/** An edit that was done to a copy of the world. */
export interface Applied {
  readonly situation: Situation;
  /** What a learner would do, in order; `restart` is done once, behind all files. */
  readonly parts: readonly EditPart[];
  readonly restart: boolean;
  readonly sentence: string;
  readonly dangers: readonly string[];
  readonly costs: readonly string[];
}

/** An edit with what the request got then. */
export interface Tried {
  readonly edits: readonly Edit[];
  readonly applied: readonly Applied[];
  readonly situation: Situation;
  readonly trace: RequestTrace | null;
  /** Seconds that had to pass until the kubelet forgot an earlier answer. */
  readonly waited: number;
}
