import type { LabView } from '#session/view/lab.ts';
import { LAB } from '../words/lab.ts';
import { timeText, warningAt } from './timeText.ts';

/** What is left of a lab's time; the last minutes are told aloud, once each. */
export function Countdown({ view }: { readonly view: Pick<LabView, 'left' | 'minutes'> }) {
  const { left, minutes } = view;
  if (left === null) return null;
  const warning = warningAt(left, minutes);
  return (
    <span className={warning !== null && warning <= 5 ? 'lab-countdown lab-countdown-late' : 'lab-countdown'}>
      <span role="timer" aria-label={LAB.leftLabel}>
        {LAB.left(timeText(left))}
      </span>
      <span className="sr-only" role="status">
        {warning === null ? '' : LAB.soon(warning)}
      </span>
    </span>
  );
}
