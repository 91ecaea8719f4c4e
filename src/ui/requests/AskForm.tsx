import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Guess } from '#session/view.ts';
import { useCommands, useStores, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { type History, recall } from './history.ts';

const GUESSES: readonly (Guess | null)[] = [null, '200', '401', '403', '404', 'refused'];

/** The request line, an optional guess, and the requests that lie ready. */
export function AskForm() {
  const commands = useCommands();
  const { view } = useStores();
  const ready = useView((now) => now.readyRequests);
  const predictions = useView((now) => now.predictions);
  const [line, setLine] = useState('');
  const [guess, setGuess] = useState<Guess | null>(null);
  const [history, setHistory] = useState<History>({ at: Number.MAX_SAFE_INTEGER, draft: '' });

  const ask = (text: string): void => {
    commands.ask(text, guess);
    setGuess(null);
    setHistory({ at: Number.MAX_SAFE_INTEGER, draft: '' });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (line.trim() === '') return;
    ask(line);
    setLine('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null) return;
    const lines = view.getState().requests.map((request) => request.line);
    const found = recall(lines, history, line, step);
    if (found === null) return;
    event.preventDefault();
    setHistory(found.history);
    setLine(found.line);
  };

  return (
    <form className="ask" onSubmit={onSubmit}>
      <fieldset className="guesses">
        <legend className="sr-only">{WORDS.guess}</legend>
        <span className="eyebrow" aria-hidden="true">
          {WORDS.guess}
        </span>
        {GUESSES.map((one) => (
          <label key={one ?? 'none'}>
            <input type="radio" name="guess" checked={guess === one} onChange={() => setGuess(one)} />
            {WORDS.guesses[one ?? 'none']}
          </label>
        ))}
        <span className="guesses-score">{WORDS.score(predictions.right, predictions.asked)}</span>
      </fieldset>
      <div className="ask-line">
        <span className="prompt" aria-hidden="true">
          $
        </span>
        <input
          type="text"
          aria-label={WORDS.requestLine}
          placeholder="curl -sk https://localhost:10250/pods"
          value={line}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="button">
          {WORDS.ask}
        </button>
      </div>
      <ul className="ready" aria-label={WORDS.readyRequests}>
        {ready.map((request) => (
          <li key={request.line}>
            <button type="button" className="button" title={request.line} onClick={() => ask(request.line)}>
              {request.label}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
