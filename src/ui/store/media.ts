import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Below this width the kubelet's column shares the place of the task's. */
export const NARROW = '(max-width: 1179px)';
/** The system forces its own colours. */
export const FORCED = '(forced-colors: active)';
/** Whoever looks wants nothing to move. */
export const STILL = '(prefers-reduced-motion: reduce)';

/** Whether a media query holds at this moment. */
export function holds(query: string): boolean {
  return window.matchMedia(query).matches;
}
