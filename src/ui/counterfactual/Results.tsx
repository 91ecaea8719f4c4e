import type { CounterfactualResult, CounterfactualView, WantedAnswer } from '#session/view/counterfactual.ts';
import { useCommands } from '../store/bench.tsx';
import { COUNTERFACTUAL as WORDS } from '../words/counterfactual.ts';
import { Parts } from './Parts.tsx';
import { useSearch } from './useSearch.ts';
import './Results.css';

interface Props {
  readonly number: number;
  readonly wanted: WantedAnswer;
}

/** What was found so far: how many copies were tried, then the changes, the smallest first. */
export function Results({ number, wanted }: Props) {
  const found = useSearch(number, wanted);
  if (found === null) return null;
  return (
    <>
      {found.state === 'looking' && <p className="results-said">{WORDS.looking(found.tried, found.pairs)}</p>}
      <p className="results-said" role="status">
        {summary(found, wanted)}
      </p>
      {found.results.length > 0 && (
        <ol className="results" aria-label={WORDS.list(wanted)}>
          {found.results.map((result) => (
            <Result key={result.id} result={result} />
          ))}
        </ol>
      )}
    </>
  );
}

function summary({ state, tried, pairs, results, impossible }: CounterfactualView, wanted: WantedAnswer): string {
  switch (state) {
    case 'looking':
      return '';
    case 'already':
      return WORDS.already(wanted);
    case 'none':
      return impossible ?? WORDS.none(tried, wanted);
    case 'found':
      return WORDS.found(results.length, wanted, pairs);
  }
}

function Result({ result }: { readonly result: CounterfactualResult }) {
  const { ask: send } = useCommands();
  const { ask, sentences, outcome, parts, dangers, costs } = result;
  const sentence = sentences.join(' ');
  return (
    <li className="result">
      <p className="result-does">{sentence}</p>
      <p className="result-outcome">{WORDS.comes(outcome)}</p>
      {dangers.length > 0 && <Warning word={WORDS.dangerous} sentences={dangers} />}
      {costs.length > 0 && <Warning word={WORDS.breaks} sentences={costs} />}
      <div className="result-how">
        <details>
          <summary>
            {WORDS.how}
            <span className="sr-only">{WORDS.howTo(sentence)}</span>
          </summary>
          <Parts parts={parts} />
        </details>
        {ask !== null && (
          <button type="button" className="link" aria-label={WORDS.tryLine(sentence)} onClick={() => send(ask, null)}>
            {WORDS.tryIt}
          </button>
        )}
      </div>
    </li>
  );
}

function Warning({ word, sentences }: { readonly word: string; readonly sentences: readonly string[] }) {
  return (
    <p className="result-warning">
      <strong>
        <span aria-hidden="true">▲ </span>
        {word}:
      </strong>{' '}
      {sentences.join(' ')}
    </p>
  );
}
