import { type FocusEvent, useCallback, useEffect, useRef, useState } from 'react';
import { isTyping } from '../keys/typing.ts';
import { useStores } from '../store/bench.tsx';
import { TOUR } from '../words/keys.ts';
import { rememberTour } from './memory.ts';
import { point } from './point.ts';
import { tourOf } from './steps.ts';
import { TourStop } from './TourStop.tsx';
import './Tour.css';

/** Where the focus goes when nobody is left to give it back to. */
const KEYS_BUTTON = '#keys';

/** One stop of the tour at a time, above the columns, so that it covers nothing and keeps nobody from working. */
export function TourCard({ why }: { readonly why: 'first' | 'asked' }) {
  const { view, desk } = useStores();
  const [steps] = useState(() => tourOf(view.getState()));
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const step = steps[at];

  const end = useCallback((): void => {
    const held = card.current?.contains(document.activeElement) === true;
    rememberTour();
    desk.getState().endTour();
    if (!held) return;
    const back = cameFrom.current?.isConnected === true ? cameFrom.current : document.querySelector(KEYS_BUTTON);
    if (back instanceof HTMLElement) back.focus();
  }, [desk]);

  useEffect(() => {
    if (why === 'first') return;
    // The dialog that it was asked in gives its focus back first.
    const beat = requestAnimationFrame(() => card.current?.querySelector<HTMLElement>('.tour-next')?.focus());
    return () => cancelAnimationFrame(beat);
  }, [why]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') === null) end();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [end]);

  useEffect(() => {
    if (step === undefined) return;
    const { showSide, showLower, openFile } = desk.getState();
    if (step.side !== undefined) showSide(step.side);
    if (step.lower !== undefined) showLower(step.lower);
    if (step.file !== undefined) openFile(step.file);
    return point(step.part);
  }, [step, desk]);

  if (step === undefined) return null;
  const last = at === steps.length - 1;
  return (
    <div
      ref={card}
      className="tour"
      role="dialog"
      aria-label={TOUR.label}
      onFocus={({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
        if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
      }}
    >
      <TourStop
        words={step.words}
        at={at}
        of={steps.length}
        onBack={() => setAt(at - 1)}
        onNext={() => (last ? end() : setAt(at + 1))}
        onSkip={end}
      />
    </div>
  );
}
