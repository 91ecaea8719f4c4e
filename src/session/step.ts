import type { WorldEvent } from '#engine/world/event.ts';
import type { Guess } from './view.ts';

/**
 * One thing the learner did: the unit of undo. Its events are what is stored and replayed; the rest is for the screen.
 */
export type LearnerStep = Deed & {
  /** What the learner wrote beside it; absent when nothing. */
  readonly note?: string;
};

type Deed =
  /** `node` is where it was done; the scenario's own when absent. */
  | { readonly kind: 'edit'; readonly node?: string; readonly path: string; readonly events: readonly WorldEvent[] }
  | {
      readonly kind: 'daemon-reload' | 'restart' | 'start' | 'stop' | 'wait';
      readonly events: readonly WorldEvent[];
    }
  /** Another version of the kubelet was installed. */
  | { readonly kind: 'switch'; readonly version: string; readonly events: readonly WorldEvent[] }
  | {
      readonly kind: 'ask';
      readonly node?: string;
      readonly line: string;
      readonly guess: Guess | null;
      readonly events: readonly WorldEvent[];
    }
  /** The learner's answer to a task's question. It changes nothing in the world. */
  | { readonly kind: 'reply'; readonly task: string; readonly text: string; readonly events: readonly WorldEvent[] }
  /** A line typed in the terminal, on the node of its innermost shell. */
  | { readonly kind: 'line'; readonly node: string; readonly line: string; readonly events: readonly WorldEvent[] };
