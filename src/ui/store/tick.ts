import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from './bench.tsx';

/**
 * Draws the caller again whenever the session tells of anything, for views that are no part of the mirrored one. Each
 * telling has a view of its own, so that one between the first drawing and the subscription is not missed.
 */
export function useTick(): void {
  const session = useSession();
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  useSyncExternalStore(subscribe, () => session.view());
}
