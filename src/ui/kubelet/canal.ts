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

/** How wide each gate is drawn, by the length of its name. */
const WIDTHS: Readonly<Record<StageView['name'], number>> = {
  connect: 52,
  tls: 38,
  route: 42,
  authenticate: 74,
  authorize: 62,
  admit: 42,
  handle: 50,
};

/** The gates of a kubelet, before any request came. */
export const KUBELET_GATES = ['connect', 'tls', 'route', 'authenticate', 'authorize', 'handle'] as const;

/** The widths of a row of gates, for drawing them under each other. */
export function widthsOf(names: readonly StageView['name'][]): readonly number[] {
  return names.map((name) => WIDTHS[name]);
}

/** Where on the canal a clock is, as a share of its length. */
function along(clock: number, widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.reduce((sum, width, index) => sum + width * part(clock - index), 0) / whole;
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
    boat: along(Math.min(Math.max(0, clock), length - 0.5), widthsOf(stages.map(({ name }) => name))),
    at: gates.findLast((gate) => gate.shown)?.stage ?? null,
    landed: clock >= length,
  };
}

function part(value: number): number {
  return Math.min(1, Math.max(0, value));
}
