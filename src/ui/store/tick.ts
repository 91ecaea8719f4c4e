import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useSession } from './bench.tsx';

/** Draws the caller again whenever the session tells of anything, for views that are no part of the mirrored one. */
export function useTick(): void {
  const session = useSession();
  const tick = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) =>
      session.subscribe(() => {
        tick.current += 1;
        listener();
      }),
    [session],
  );
  useSyncExternalStore(subscribe, () => tick.current);
}
