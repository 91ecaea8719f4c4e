import { type RefObject, useEffect, useRef } from 'react';

/** Whether the learner went from one page to another and has not been received there. Not so for the first page. */
let underway = false;

/** To be called when the route changes. */
export function depart(): void {
  underway = true;
}

/** For a page's heading: takes the focus when the learner comes from another page. `waiting` pages are passed through. */
export function useArrival(waiting: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!underway) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    if (!waiting) underway = false;
  }, [waiting]);
  return heading;
}
