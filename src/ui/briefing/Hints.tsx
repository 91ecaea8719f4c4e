import { useId } from 'react';
import { Inline } from '../kit/Inline.tsx';
import { useCommands, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

/** Hints, one by one, as the learner wishes. */
export function Hints() {
  const hints = useView((view) => view.hints);
  const commands = useCommands();
  const id = useId();
  const all = hints.opened.length + hints.left;
  if (all === 0) return null;
  return (
    <section className="hints" aria-labelledby={id}>
      <div className="hints-head">
        <h2 id={id} className="eyebrow">
          {WORDS.hints}
        </h2>
        <span className="eyebrow-aside">{WORDS.hintsOpened(hints.opened.length, all)}</span>
      </div>
      <ol className="hints-list" aria-live="polite">
        {hints.opened.map((hint) => (
          <li key={hint.level}>
            <span className="hint-level">{WORDS.hintLevels[hint.level]}</span> <Inline text={hint.text} />
          </li>
        ))}
      </ol>
      {hints.left > 0 ? (
        <button type="button" className="button" onClick={() => commands.openHint()}>
          {WORDS.nextHint}
        </button>
      ) : (
        <p className="eyebrow-aside">{WORDS.noHintLeft}</p>
      )}
    </section>
  );
}
