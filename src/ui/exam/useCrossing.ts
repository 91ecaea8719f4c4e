import { type RefObject, useEffect } from 'react';

/** Whether any view of an exam was shown since the page was loaded. */
let crossed = false;

/** From one view of an exam to another: what had the focus is gone, and the new view's heading takes it. Not so for the first. */
export function useCrossing(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (crossed && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    crossed = true;
  }, [heading]);
}
