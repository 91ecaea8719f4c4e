import type { Guess } from '#session/view.ts';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

export type GuessChoice = Guess | null;

const GUESSES: readonly GuessChoice[] = [null, '200', '401', '403', '404', 'refused'];

/** What the learner expects, said before it is asked. */
export function Guesses({ guess, onGuess }: { readonly guess: GuessChoice; onGuess(guess: GuessChoice): void }) {
  const predictions = useView((now) => now.predictions);
  return (
    <fieldset className="guesses">
      <legend className="sr-only">{WORDS.guess}</legend>
      <span className="eyebrow" aria-hidden="true">
        {WORDS.guess}
      </span>
      {GUESSES.map((one) => (
        <label key={one ?? 'none'}>
          <input type="radio" name="guess" checked={guess === one} onChange={() => onGuess(one)} />
          {WORDS.guesses[one ?? 'none']}
        </label>
      ))}
      <span className="guesses-score">{WORDS.score(predictions.right, predictions.asked)}</span>
    </fieldset>
  );
}
