import type { TimelineStepView } from '#session/view/timeline.ts';
import { TIMELINE } from '../words/timeline.ts';
import { NoteField } from './NoteField.tsx';

interface Props {
  readonly step: Omit<TimelineStepView, 'kind'> & { readonly kind: TimelineStepView['kind'] | 'begin' };
  readonly here: boolean;
  /** Whether the Tab key stops here. */
  readonly stop: boolean;
  readonly writing: boolean;
  onGo(): void;
  onWriteNote(): void;
  onNote(text: string): void;
  onDone(): void;
}

/** One step: go there, what it was, what followed by itself, and the note beside it. */
export function StepRow({ step, here, stop, writing, onGo, onWriteNote, onNote, onDone }: Props) {
  const noteLabel = step.position === 0 ? TIMELINE.noteOnRun : TIMELINE.noteOn(step.title);
  return (
    <li className={`step${step.ahead ? ' step-ahead' : ''}${here ? ' step-here' : ''}`}>
      <div className="step-row">
        <button
          type="button"
          className="step-go"
          data-position={step.position}
          aria-current={here ? 'step' : undefined}
          tabIndex={stop ? 0 : -1}
          onClick={onGo}
        >
          <span className="step-clock">{step.clock ?? TIMELINE.ahead}</span>{' '}
          <span className={`step-title step-${step.kind}`}>{step.title}</span>
          {step.answer !== null && (
            <>
              {' '}
              <span className="sr-only">{TIMELINE.answered}</span>{' '}
              <span className={`outcome-${step.answer.outcome}`}>{step.answer.headline}</span>
            </>
          )}
        </button>
        <button
          type="button"
          className="step-note-button link"
          tabIndex={stop ? 0 : -1}
          aria-label={noteLabel}
          onClick={onWriteNote}
        >
          {TIMELINE.note}
        </button>
      </div>
      {step.consequences.map((words) => (
        <p key={words} className="step-consequence">
          <span aria-hidden="true">↳ </span>
          {words}
        </p>
      ))}
      {writing ? (
        <NoteField label={noteLabel} text={step.note} onWrite={onNote} onDone={onDone} />
      ) : (
        step.note !== '' && <p className="step-note">{step.note}</p>
      )}
    </li>
  );
}
