import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LabView, SessionLab } from '#session/view/lab.ts';

const SECOND = 1000;
/** Time on the screen is noted this often, in milliseconds. */
const NOTED = 10 * SECOND;

/** A lab's view, followed; its clock goes on while it is looked at. */
export function useLab(lab: SessionLab): LabView {
  const view = useSyncExternalStore(lab.subscribe, lab.view);
  useEffect(() => {
    const timer = setInterval(() => lab.tick(), SECOND);
    return () => clearInterval(timer);
  }, [lab]);
  return view;
}

/** Notes how long an item is on the screen of a page that is seen. */
export function useSpending(lab: SessionLab, number: number): void {
  useEffect(() => {
    let since = document.hidden ? null : performance.now();
    const note = (): void => {
      const now = performance.now();
      if (since !== null) lab.spend(number, now - since);
      since = document.hidden ? null : now;
    };
    const timer = setInterval(note, NOTED);
    document.addEventListener('visibilitychange', note);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', note);
      note();
    };
  }, [lab, number]);
}

/** What a promise brings; null while it does not. */
export function useBrought<Value>(bring: () => Promise<Value>): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  const [first] = useState(() => bring);
  useEffect(() => {
    let wanted = true;
    void first().then((brought) => wanted && setValue(() => brought));
    return () => {
      wanted = false;
    };
  }, [first]);
  return value;
}
