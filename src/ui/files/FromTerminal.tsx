import { useCallback } from 'react';
import type { FileView } from '#session/view.ts';
import { useDesk, useView } from '../store/bench.tsx';
import { FROM_TERMINAL } from '../words/terminal.ts';
import type { ViWord } from './viWord.ts';
import './FromTerminal.css';

/** Whether a file lies in the editor because `vi` opened it. */
function useFromTerminal(file: FileView): boolean {
  const node = useView((view) => view.node.name);
  return useDesk(({ fromTerminal }) => fromTerminal?.path === file.path && fromTerminal.node === node);
}

/** What vi's own words do in a file that it opened: they lead back to the terminal. Null where they are only text. */
export function useViWords(file: FileView): ((word: ViWord) => void) | null {
  const wanted = useFromTerminal(file);
  const { editFromTerminal, askTerminal, say } = useDesk((desk) => desk);
  const back = useCallback(
    (word: ViWord) => {
      editFromTerminal(null);
      askTerminal();
      say(word === 'write' ? FROM_TERMINAL.written : FROM_TERMINAL.notDiscarded);
    },
    [editFromTerminal, askTerminal, say],
  );
  return wanted ? back : null;
}

/** The bar under a file that was opened from the terminal: what happens to changes, and the way back. */
export function FromTerminal({ file }: { readonly file: FileView }) {
  const wanted = useFromTerminal(file);
  const askTerminal = useDesk((desk) => desk.askTerminal);
  const editFromTerminal = useDesk((desk) => desk.editFromTerminal);
  if (!wanted) return null;
  return (
    <div className="from-terminal">
      <p>{FROM_TERMINAL.kept}</p>
      <button
        type="button"
        className="button"
        aria-keyshortcuts="Control+`"
        onClick={() => {
          editFromTerminal(null);
          askTerminal();
        }}
      >
        {FROM_TERMINAL.back}
        <span className="keys" aria-hidden="true">
          {FROM_TERMINAL.keys}
        </span>
      </button>
    </div>
  );
}
