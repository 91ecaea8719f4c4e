import { useState } from 'react';
import { ariaKeys, shownKeys, withKeys } from '../keys/chord.ts';
import { Keys } from '../keys/Keys.tsx';
import { Modal } from '../kit/Modal.tsx';
import { useCommands, useView } from '../store/bench.tsx';
import { VersionButton } from '../version/VersionButton.tsx';
import { WORDS } from '../words.ts';

/** Undo, redo, start over, the keys, and the version that is simulated. */
export function HeaderActions() {
  const undo = useView((view) => view.undo);
  const redo = useView((view) => view.redo);
  const commands = useCommands();
  const [asking, setAsking] = useState(false);

  return (
    <>
      <button
        type="button"
        className="button"
        disabled={undo === null}
        title={undo === null ? undefined : WORDS.undoWhat(undo)}
        aria-keyshortcuts={ariaKeys('undo')}
        onClick={() => commands.undo()}
      >
        {WORDS.undo}
        <span className="keys" aria-hidden="true">
          {shownKeys('undo')}
        </span>
      </button>
      <button
        type="button"
        className="button"
        disabled={redo === null}
        title={redo === null ? undefined : withKeys(WORDS.redoWhat(redo), 'redo')}
        aria-keyshortcuts={ariaKeys('redo')}
        onClick={() => commands.redo()}
      >
        {WORDS.redo}
      </button>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {WORDS.startOver}
      </button>
      <Keys />
      <VersionButton />
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
