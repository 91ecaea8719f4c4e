import { useRef, useState } from 'react';
import type { SessionHelp } from '#session/commands.ts';
import type { FileView } from '#session/view.ts';
import type { Draft } from '../store/desk.ts';
import { FROM_TERMINAL } from '../words/terminal.ts';
import { AnyEditor } from './AnyEditor.tsx';
import './FromTerminal.css';

const NO_HELP: SessionHelp = { hover: () => null, complete: () => [] };

/** A text that waits to be saved: of `kubectl edit`, or of a file that is not there yet. */
export function DraftEditor({ draft }: { readonly draft: Draft }) {
  const [text, setText] = useState(draft.text);
  // What is saved is what was typed last, drawn or not.
  const latest = useRef(draft.text);
  const save = (): void => draft.save(latest.current);
  const file: FileView = {
    node: '',
    path: draft.title,
    text,
    language: draft.language,
    permissions: '',
    changed: text !== draft.text,
    problems: [],
    marks: [],
  };
  return (
    <div className="files-panel">
      <h2 className="draft-head">{FROM_TERMINAL.draft(draft.title)}</h2>
      <AnyEditor
        file={file}
        help={NO_HELP}
        destination={null}
        onEdit={(_, next) => {
          latest.current = next;
          setText(next);
        }}
        onGoTo={() => {}}
        onVi={(word) => (word === 'write' ? save() : draft.close())}
      />
      <div className="from-terminal">
        <p>{FROM_TERMINAL.draftNote}</p>
        <button type="button" className="button button-owed" onClick={save}>
          {FROM_TERMINAL.save}
        </button>
        <button type="button" className="button" onClick={() => draft.close()}>
          {FROM_TERMINAL.close}
        </button>
      </div>
    </div>
  );
}
