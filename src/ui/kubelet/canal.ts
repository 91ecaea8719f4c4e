import type { StageView } from '#session/view.ts';

/** A gate of the canal as it is drawn at one moment. */
export interface Gate {
  readonly stage: StageView;
  /** Whether the request has come here by now, so that the gate shows what it decided. */
  readonly shown: boolean;
  /** How full the basin before the gate is, and the stretch behind it: 0 to 1. */
  readonly before: number;
  readonly behind: number;
}

/** The whole picture at one moment. */
export interface Frame {
  readonly gates: readonly Gate[];
  /** How far along the whole canal the boat is: 0 to 1. It stops where the water does. */
  readonly boat: number;
  /** The gate whose decision is the newest; null before the first. */
  readonly at: StageView | null;
  /** The journey is over, and the answer stands. */
  readonly landed: boolean;
}

/** How wide the six gates are drawn, by the length of their names. */
export const WIDTHS = [52, 38, 42, 74, 62, 50] as const;

/** Where on the canal a clock is, as a share of its length. */
function along(clock: number): number {
  const whole = WIDTHS.reduce((sum, width) => sum + width, 0);
  return WIDTHS.reduce((sum, width, index) => sum + width * part(clock - index), 0) / whole;
}

/** How long a journey is: as many gates as it reached. Water stops where the request was refused or answered. */
export function journeyLength(stages: readonly StageView[]): number {
  return stages.filter((stage) => stage.state !== 'not-reached').length;
}

/**
 * The picture of a journey at a moment. `clock` counts gates: at 2 the request leaves the second gate, at 2.5 it stands
 * before the third, which has decided by then. Nothing else moves the picture, so that it can be stopped, stepped and rewound.
 */
export function frame(stages: readonly StageView[], clock: number): Frame {
  const length = journeyLength(stages);
  const gates = stages.map((stage, index): Gate => {
    const within = clock - index;
    const flowsOn = index < length - 1;
    const before = index < length ? part(within * 2) : 0;
    const behind = flowsOn ? part(within * 2 - 1) : 0;
    return { stage, shown: index < length && within >= 0.5, before, behind };
  });
  return {
    gates,
    boat: along(Math.min(Math.max(0, clock), length - 0.5)),
    at: gates.findLast((gate) => gate.shown)?.stage ?? null,
    landed: clock >= length,
  };
}

function part(value: number): number {
  return Math.min(1, Math.max(0, value));
}
