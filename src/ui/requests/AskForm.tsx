import { type FormEvent, type KeyboardEvent, lazy, Suspense, useContext, useId, useRef, useState } from 'react';
import { ariaKeys, withKeys } from '../keys/chord.ts';
import { useCommands, useSession, useView } from '../store/bench.tsx';
import { Guessing } from '../store/guessing.ts';
import { useRoom } from '../store/useRoom.ts';
import { REQUESTS } from '../words/requests.ts';
import { WORDS } from '../words.ts';
import { type Fold, Folds } from './Folds.tsx';
import { type GuessChoice, Guesses } from './Guesses.tsx';
import { type History, recall } from './history.ts';
import { Ready } from './Ready.tsx';

const Fields = lazy(() => import('./Fields.tsx').then((module) => ({ default: module.Fields })));
const Attacks = lazy(() => import('./Attacks.tsx').then((module) => ({ default: module.Attacks })));

const DRAFT: History = { at: Number.MAX_SAFE_INTEGER, draft: '' };

/** The request line at the centre: a guess before it, and after it what lies ready, or a form or the attacks folded out. */
export function AskForm() {
  const commands = useCommands();
  const { requests } = useSession();
  const allowed = useView((view) => view.allowed);
  const guessing = useContext(Guessing);
  const [line, setLine] = useState('');
  const [guess, setGuess] = useState<GuessChoice>(null);
  const [history, setHistory] = useState(DRAFT);
  const [fold, setFold] = useState<Fold | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  useRoom(fold !== null);

  const write = (text: string): void => {
    setLine(text);
    setHistory(DRAFT);
  };
  const ask = (text: string): void => {
    commands.ask(text, guess);
    setGuess(null);
    setHistory(DRAFT);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (line.trim() === '') return;
    ask(line);
    // Under an open form the line stays, to be changed and asked again.
    if (fold !== 'form') setLine('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null) return;
    const found = recall(requests.history(), history, line, step);
    if (found === null) return;
    event.preventDefault();
    setHistory(found.history);
    setLine(found.line);
  };
  const onFold = (next: Fold | null): void => {
    setFold(next);
    if (next === 'form' && line.trim() === '') write(requests.compose(requests.choices().start));
  };

  return (
    <form className="ask" onSubmit={onSubmit}>
      {guessing && allowed.checks && <Guesses guess={guess} onGuess={setGuess} />}
      <div className="ask-line">
        <span className="prompt" aria-hidden="true">
          $
        </span>
        <input
          ref={input}
          id="request-line"
          type="text"
          aria-keyshortcuts={ariaKeys('ask')}
          aria-label={WORDS.requestLine}
          aria-describedby={hint}
          title={withKeys(REQUESTS.lineHint, 'ask')}
          placeholder="curl -sk https://localhost:10250/pods"
          value={line}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span id={hint} className="sr-only">
          {REQUESTS.lineHint}
        </span>
        <button type="submit" className="button">
          {WORDS.ask}
        </button>
        <Folds open={fold} panel="ask-fold" attacks={allowed.hints} onFold={onFold} />
      </div>
      {fold === null && <Ready onAsk={ask} />}
      {fold !== null && (
        <div className="ask-fold" id="ask-fold">
          <Suspense fallback={null}>
            {fold === 'form' ? (
              <Fields line={line} onLine={write} />
            ) : (
              <Attacks
                onAsk={ask}
                onLine={(text) => {
                  write(text);
                  input.current?.focus();
                }}
              />
            )}
          </Suspense>
        </div>
      )}
    </form>
  );
}
