import { type FormEvent, useId, useState } from 'react';
import type { Confidence, PredictionView } from '#session/view/lesson.ts';
import { LESSON } from '../words/lesson.ts';

interface Props {
  readonly prediction: PredictionView;
  onPredict(guess: string, confidence: Confidence): Promise<void>;
}

const CONFIDENCES: readonly Confidence[] = [50, 75, 95];

/** How the learner thinks that it ends, and how sure they are; both before the kubelet is asked. */
export function PredictionForm({ prediction, onPredict }: Props) {
  const [guess, setGuess] = useState<string | null>(null);
  const [confidence, setConfidence] = useState<Confidence | null>(null);
  const [asking, setAsking] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const id = useId();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (guess === null || confidence === null) {
      setIncomplete(true);
      return;
    }
    setAsking(true);
    void onPredict(guess, confidence);
  };
  return (
    <form className="lesson-form" onSubmit={onSubmit}>
      <fieldset>
        <legend>{LESSON.answers}</legend>
        {prediction.choices.map((choice) => (
          <label key={choice}>
            <input type="radio" name={`${id}-guess`} checked={guess === choice} onChange={() => setGuess(choice)} />
            {LESSON.choices[choice] ?? choice}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{LESSON.sure}</legend>
        {CONFIDENCES.map((one) => (
          <label key={one}>
            <input type="radio" name={`${id}-sure`} checked={confidence === one} onChange={() => setConfidence(one)} />
            {LESSON.confidences[one]}
          </label>
        ))}
      </fieldset>
      <p className="lesson-actions">
        <button type="submit" className="button button-owed" aria-disabled={asking}>
          {LESSON.ask}
        </button>
        <span className="lesson-aside" role="status">
          {asking ? LESSON.asking : incomplete && (guess === null || confidence === null) ? LESSON.incomplete : ''}
        </span>
      </p>
    </form>
  );
}
