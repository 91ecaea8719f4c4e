import { startTransition, useEffect, useState } from 'react';
import type { GridFrom, GridView } from '#session/view/grid.ts';
import { useSession, useStores } from '../store/bench.tsx';
import { reuse } from '../store/reuse.ts';

/** The latest the browser may put a painting off, in milliseconds. */
const PATIENCE = 250;

/** Calls `act` when the browser has nothing better to do; gives its undoing. */
function whenIdle(act: () => void): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const id = window.requestIdleCallback(act, { timeout: PATIENCE });
    return () => window.cancelIdleCallback(id);
  }
  const id = window.setTimeout(act, 32);
  return () => window.clearTimeout(id);
}

/** A grid on the screen. */
export interface Painted {
  readonly grid: GridView;
  /** Grows with each painting, also of an equal grid. */
  readonly painting: number;
  /** The session has moved since. */
  readonly stale: boolean;
}

/**
 * The grid as it was last painted; null before the first time. It is painted again when the session has moved, but never
 * between a keystroke and its letter: only once the browser is idle, and drawn as a transition.
 */
export function useGrid(from: GridFrom): Painted | null {
  const session = useSession();
  const { view } = useStores();
  const [painted, setPainted] = useState<Omit<Painted, 'stale'> | null>(null);
  const [stale, setStale] = useState(true);
  useEffect(() => {
    const paint = (): void => {
      const next = session.grid.view(from);
      startTransition(() => {
        setPainted((before) =>
          before === null
            ? { grid: next, painting: 1 }
            : { grid: reuse(before.grid, next), painting: before.painting + 1 },
        );
        setStale(false);
      });
    };
    const schedule = (): (() => void) => {
      setStale(true);
      return whenIdle(paint);
    };
    let cancel = schedule();
    const unsubscribe = view.subscribe(() => {
      cancel();
      cancel = schedule();
    });
    return () => {
      cancel();
      unsubscribe();
    };
  }, [session, view, from]);
  return painted === null ? null : { ...painted, stale };
}
