/** Where the picture stands, and whether it moves. The clock counts gates, see {@link frame}. */
export interface Transport {
  readonly clock: number;
  readonly playing: boolean;
}

/** How long a request takes from one gate to the next at full speed. */
export const GATE_MILLISECONDS = 120;

/** Time passes while it plays; at the end of the journey it stops by itself. */
export function tick(now: Transport, milliseconds: number, speed: number, end: number): Transport {
  if (!now.playing) return now;
  const clock = Math.min(end, now.clock + (Math.max(0, milliseconds) * speed) / GATE_MILLISECONDS);
  return { clock, playing: clock < end };
}

/**
 * The last stop that is not after `clock`: the start, each gate that has just decided, the answer. Where nothing may travel
 * the picture is drawn at its stops only.
 */
export function stopAt(clock: number, end: number): number {
  if (clock >= end) return end;
  return clock < 0.5 ? 0 : Math.min(Math.floor(clock - 0.5) + 0.5, end - 0.5);
}

export function stepForward({ clock }: Transport, end: number): Transport {
  const stop = stopAt(clock, end);
  const next = stop === 0 ? 0.5 : stop + 1;
  return { clock: next > end - 0.5 ? end : next, playing: false };
}

export function stepBack({ clock }: Transport, end: number): Transport {
  const stop = stopAt(clock, end);
  // From within a stretch, back is to where that stretch began.
  if (stop < clock) return { clock: stop, playing: false };
  if (stop >= end) return { clock: Math.max(0, end - 0.5), playing: false };
  return { clock: Math.max(0, stop === 0.5 ? 0 : stop - 1), playing: false };
}

export function replay(): Transport {
  return { clock: 0, playing: true };
}

/** Pauses what plays; plays on from where it stands, or from the start when it is over. */
export function toggle(now: Transport, end: number): Transport {
  if (now.playing) return { ...now, playing: false };
  return now.clock >= end ? replay() : { ...now, playing: true };
}

/** At the gate of that index, which has just decided; not further than the journey goes. */
export function jumpTo(index: number, end: number): Transport {
  return { clock: index >= end ? end : index + 0.5, playing: false };
}
