import { useEffect } from 'react';
import type { SessionClock } from '#session/view/clock.ts';
import { useDesk, useSession } from '../store/bench.tsx';

/** The simulated clock moves once a second, as the learner's does. */
const BEAT = 1_000;

/** Lets simulated time flow as long as it is to run and the page is in sight. */
export function useFlow(): void {
  const { clock } = useSession();
  const runs = useDesk((desk) => desk.clockRuns);
  useEffect(() => (runs ? flowing(clock) : undefined), [runs, clock]);
}

/** Starts from where time stands; its undoing takes in what has passed until then. */
function flowing(clock: SessionClock): () => void {
  let timer: number | undefined;
  const begin = (): void => {
    clock.rest();
    timer = window.setInterval(() => clock.flow(), BEAT);
  };
  const end = (): void => {
    if (timer === undefined) return;
    window.clearInterval(timer);
    timer = undefined;
    clock.flow();
  };
  const onSight = (): void => (document.hidden ? end() : begin());
  if (!document.hidden) begin();
  document.addEventListener('visibilitychange', onSight);
  return () => {
    document.removeEventListener('visibilitychange', onSight);
    end();
  };
}
