import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TimelineView } from '#session/view/timeline.ts';
import { useSession } from '../store/bench.tsx';
import { TIMELINE } from '../words/timeline.ts';
import { neighbourStep } from './neighbourStep.ts';
import { StepRow } from './StepRow.tsx';

/** All steps, the start first: one stop of the Tab key, arrows to move, Enter to walk there. */
export function Steps({ timeline }: { readonly timeline: TimelineView }) {
  const { archive } = useSession();
  const list = useRef<HTMLOListElement>(null);
  const { at, steps } = timeline;
  const [stop, setStop] = useState(at);
  const [writing, setWriting] = useState<number | null>(null);

  useEffect(() => {
    setStop(at);
    const row = list.current?.querySelector(`[data-position="${at}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLButtonElement) || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = neighbourStep(stop, steps.length, event.key);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    list.current?.querySelector<HTMLElement>(`[data-position="${next}"]`)?.focus();
  };
  const endWriting = (position: number): void => {
    setWriting(null);
    // The field is gone with what had the focus; the step it belongs to takes it, unless another place has it already.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      list.current?.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus();
    });
  };
  const begin = {
    position: 0,
    kind: 'begin',
    title: TIMELINE.start,
    clock: timeline.start,
    answer: null,
    consequences: [],
    note: timeline.note,
    ahead: false,
  } as const;

  return (
    <section className="steps" aria-label={TIMELINE.steps}>
      <ol ref={list} onKeyDown={onKeyDown}>
        {[begin, ...steps].map((step) => (
          <StepRow
            key={step.position}
            step={step}
            here={step.position === at}
            stop={step.position === Math.min(stop, steps.length)}
            writing={step.position === writing}
            onGo={() => archive.walkTo(step.position)}
            onWriteNote={() => setWriting(step.position)}
            onNote={(text) => archive.note(step.position, text)}
            onDone={() => endWriting(step.position)}
          />
        ))}
      </ol>
      <p className="steps-hint">{steps.length === 0 ? TIMELINE.none : TIMELINE.hint}</p>
    </section>
  );
}
