import { lazy, Suspense, useCallback, useState } from 'react';
import { useDesk } from '../store/bench.tsx';
import { KEYS } from '../words/keys.ts';
import { MAP_KEY } from './shortcuts.table.ts';
import { useShortcuts } from './useShortcuts.ts';

const KeyMap = lazy(() => import('./KeyMap.tsx').then((module) => ({ default: module.KeyMap })));

/** The shortcuts at work, and the button that lists them. */
export function Keys({ tour = true }: { readonly tour?: boolean }) {
  const [open, setOpen] = useState(false);
  const startTour = useDesk((desk) => desk.startTour);
  useShortcuts(useCallback(() => setOpen(true), []));
  return (
    <>
      <button
        type="button"
        id="keys"
        className="button"
        aria-haspopup="dialog"
        aria-keyshortcuts={MAP_KEY}
        onClick={() => setOpen(true)}
      >
        {KEYS.button}
        <span className="keys" aria-hidden="true">
          {MAP_KEY}
        </span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <KeyMap
            onClose={() => setOpen(false)}
            onTour={
              tour
                ? () => {
                    setOpen(false);
                    startTour('asked');
                  }
                : null
            }
          />
        </Suspense>
      )}
    </>
  );
}
