import { useEffect, useState } from 'react';
import { Modal } from '../kit/Modal.tsx';
import { useCommands, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { bare } from './StatusBar.tsx';
import { SHORTCUTS, shortcutOf } from './shortcuts.ts';

/** Undo, redo, start over, and the version that is simulated. */
export function HeaderActions() {
  const undo = useView((view) => view.undo);
  const redo = useView((view) => view.redo);
  const version = useView((view) => bare(view.node.version));
  const commands = useCommands();
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (shortcut === null) return;
      event.preventDefault();
      commands[shortcut]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [commands]);

  return (
    <>
      <button
        type="button"
        className="button"
        disabled={undo === null}
        title={undo === null ? undefined : WORDS.undoWhat(undo)}
        aria-keyshortcuts={SHORTCUTS.undo.keys}
        onClick={() => commands.undo()}
      >
        {WORDS.undo}
        <span className="keys" aria-hidden="true">
          {SHORTCUTS.undo.shown}
        </span>
      </button>
      <button
        type="button"
        className="button"
        disabled={redo === null}
        title={redo === null ? undefined : WORDS.redoWhat(redo)}
        aria-keyshortcuts={SHORTCUTS.redo.keys}
        onClick={() => commands.redo()}
      >
        {WORDS.redo}
      </button>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {WORDS.startOver}
      </button>
      <span className="version" title={WORDS.versionTitle(version)}>
        {WORDS.version(version)}
      </span>
      {asking && (
        <Modal title={WORDS.startOverTitle} onClose={() => setAsking(false)}>
          <p>{WORDS.startOverText}</p>
          <form method="dialog" className="modal-actions">
            <button type="submit" className="button">
              {WORDS.keep}
            </button>
            <button type="submit" className="button button-owed" onClick={() => commands.startOver()}>
              {WORDS.startOver}
            </button>
          </form>
        </Modal>
      )}
    </>
  );
}
