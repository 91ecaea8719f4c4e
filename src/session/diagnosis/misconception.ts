import type { World } from '#engine/world/world.ts';
import type { PlayedStep } from '../run.ts';
import type { CauseView } from '../view.ts';

/** All that a detector may look at: the world at the start, what was done, and the world as it is. */
export interface Evidence {
  readonly start: World;
  readonly world: World;
  /** The node that the scenario plays on. */
  readonly home: string;
  /** Everything that was done, oldest first, with its traces and the world after it. */
  readonly played: readonly PlayedStep[];
  /** Lines typed in the terminal, oldest first, those that changed nothing too. */
  readonly typed: readonly string[];
}

/** A mistake that was seen: what was done, what really happens, and how to come on by oneself. */
export interface Sighting {
  /** "You edited config.yaml, and the kubelet has not been restarted since." */
  readonly done: string;
  /** "The file says anonymous access is off; the running kubelet read the file at 09:00 and still has it on." */
  readonly happens: string;
  /** The lines, rules and objects that it rests on. */
  readonly causes: readonly CauseView[];
  /** From a nudge (the next question to ask oneself) over an explanation to the answer. */
  readonly levels: readonly [nudge: string, explanation: string, answer: string];
}

/** Numbers of the catalogue of wrong fixes that people really make. */
export type MisconceptionId = `W${number}`;

/** A mistake that people really make, recognised in any world whatsoever. */
export interface Misconception {
  readonly id: MisconceptionId;
  /** In a few words: "Edited, not restarted". */
  readonly name: string;
  /** How near it is to the root when several are seen: 1 = stands in everybody's way, 3 = worth knowing. */
  readonly rank: 1 | 2 | 3;
  /** What was seen of it; null when it is not there. Pure and quick (a few ms); never throws. */
  detect(evidence: Evidence): Sighting | null;
}
