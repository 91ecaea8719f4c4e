import { useState } from 'react';
import type { HandedIn, LabView, SessionLab } from '#session/view/lab.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { download } from '../timeline/download.ts';
import { LONGEST_MADE, packText } from '../timeline/link.ts';
import { LAB } from '../words/lab.ts';

/** As the board knows them. */
const CODE_PREFIX = 'portside-result.';

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'handed'; readonly handed: HandedIn; readonly code: string | null };

/** Hands in: a file, and a code where it is short enough to be sent. */
export function HandIn({ lab, view }: { readonly lab: SessionLab; readonly view: LabView }) {
  const [state, setState] = useState<State>({ kind: 'none' });
  const handIn = async (): Promise<void> => {
    setState({ kind: 'busy' });
    const handed = await lab.handIn();
    if ('words' in handed) return setState({ kind: 'refused', words: handed.words });
    download(handed.file);
    const packed = await packText(handed.file.text).catch(() => null);
    const code = packed === null || packed.length > LONGEST_MADE ? null : `${CODE_PREFIX}${packed}`;
    setState({ kind: 'handed', handed, code });
  };
  return (
    <section aria-labelledby="hand-in" className="hand-in">
      <h2 id="hand-in">{LAB.handIn}</h2>
      <p className="lab-dim">{LAB.handInLead}</p>
      <p className="lab-actions">
        <button
          type="button"
          className="button button-owed"
          disabled={state.kind === 'busy' || view.name.trim() === ''}
          onClick={() => void handIn()}
        >
          {LAB.handIn}
        </button>
        <span role="status">
          {state.kind === 'busy' && LAB.handing}
          {state.kind === 'refused' && state.words}
          {state.kind === 'handed' &&
            `${LAB.handed(state.handed.file.name)} ${
              state.handed.score === null ? LAB.handedUnjudged : LAB.handedScore(state.handed.score)
            }`}
          {state.kind === 'none' && view.handedIn > 0 && LAB.times(view.handedIn)}
        </span>
      </p>
      {state.kind === 'handed' && state.code !== null && (
        <div className="hand-in-code">
          <label>
            {LAB.code}
            <input readOnly value={state.code} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <CopyButton text={state.code} label={LAB.copyCode} />
          <p className="lab-dim">{LAB.codeNote}</p>
        </div>
      )}
    </section>
  );
}
