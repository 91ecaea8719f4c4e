import { useEffect, useState } from 'react';
import { useDesk } from '../store/bench.tsx';
import { useMedia } from '../store/media.ts';
import { jumpTo, replay, stepBack, stepForward, stopAt, type Transport, tick, toggle } from './transport.ts';

/** Where the clock of a picture stands, and what moves it. */
export interface Journey {
  /** In gates, as the picture is to be drawn: with reduced motion at stops only. */
  readonly clock: number;
  readonly playing: boolean;
  readonly end: number;
  replay(): void;
  toggle(): void;
  forward(): void;
  back(): void;
  jump(index: number): void;
  finish(): void;
}

/** Without travel each stop stays for a while, so that it can be read. */
const STILL_SPEED = 0.25;

/** The clock of a picture. A new `key` is a new journey, which sets out at once, or stands at its end where motion is reduced. */
export function useJourney(key: string, end: number): Journey {
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const speed = useDesk((desk) => desk.speed) * (reduced ? STILL_SPEED : 1);
  const [held, setHeld] = useState<Transport & { readonly key: string }>(() => ({ ...setOut(reduced, end), key }));
  const now = held.key === key ? held : { ...setOut(reduced, end), key };
  // A journey that another one replaces never comes to the screen.
  if (now !== held) setHeld(now);
  const move = (next: (at: Transport) => Transport): void => setHeld((at) => ({ ...next(at), key }));

  const { playing } = now;
  useEffect(() => {
    if (!playing) return;
    let last: number | null = null;
    let beat = requestAnimationFrame(function onBeat(at) {
      const passed = last === null ? 0 : at - last;
      last = at;
      setHeld((before) => (before.key === key ? { ...tick(before, passed, speed, end), key } : before));
      beat = requestAnimationFrame(onBeat);
    });
    return () => cancelAnimationFrame(beat);
  }, [playing, speed, end, key]);

  return {
    clock: reduced ? stopAt(now.clock, end) : now.clock,
    playing,
    end,
    replay: () => move(replay),
    toggle: () => move((at) => toggle(at, end)),
    forward: () => move((at) => stepForward(at, end)),
    back: () => move((at) => stepBack(at, end)),
    jump: (index) => move(() => jumpTo(index, end)),
    finish: () => move(() => ({ clock: end, playing: false })),
  };
}

function setOut(reduced: boolean, end: number): Transport {
  return reduced ? { clock: end, playing: false } : replay();
}
