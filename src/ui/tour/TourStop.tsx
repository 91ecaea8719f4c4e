import { TOUR } from '../words/keys.ts';

interface Props {
  readonly words: keyof typeof TOUR.steps;
  /** Index of the stop among `of`. */
  readonly at: number;
  readonly of: number;
  onBack(): void;
  onNext(): void;
  onSkip(): void;
}

/** What the tour says at one stop, and the ways on. */
export function TourStop({ words, at, of, onBack, onNext, onSkip }: Props) {
  const { title, text } = TOUR.steps[words];
  return (
    <>
      <div className="tour-words" aria-live="polite" aria-atomic="true">
        <p className="eyebrow">{TOUR.count(at + 1, of)}</p>
        <p>
          <strong>{title}.</strong> {text}
        </p>
      </div>
      <div className="tour-actions">
        {/* Stays in the order of the Tab key when there is nothing before, so that the focus is not lost. */}
        <button
          type="button"
          className="button"
          aria-disabled={at === 0}
          onClick={() => {
            if (at > 0) onBack();
          }}
        >
          {TOUR.back}
        </button>
        <button type="button" className="button tour-next" onClick={onNext}>
          {at === of - 1 ? TOUR.done : TOUR.next}
        </button>
        <button type="button" className="link" aria-keyshortcuts="Escape" onClick={onSkip}>
          {TOUR.skip}
        </button>
      </div>
    </>
  );
}
