import { Fragment, useState } from 'react';
import type { CauseView } from '#session/view.ts';
import { PlaceLink } from '../files/PlaceLink.tsx';
import { Modal } from '../kit/Modal.tsx';
import { WORDS } from '../words.ts';

/** What a sentence leans on: a line of a file, a rule with its YAML, or plain words. */
export function Causes({ causes }: { readonly causes: readonly CauseView[] }) {
  return causes.map((cause, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the causes of a stage never move.
    <Fragment key={index}>
      {index > 0 && ', '}
      <Cause cause={cause} />
    </Fragment>
  ));
}

function Cause({ cause }: { readonly cause: CauseView }) {
  const [open, setOpen] = useState(false);
  switch (cause.kind) {
    case 'text':
      return <span>{cause.label}</span>;
    case 'place':
      return <PlaceLink place={cause.place}>{cause.label}</PlaceLink>;
    case 'rule':
      return (
        <>
          <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {cause.label}
          </button>
          {open && (
            <Modal title={cause.title} onClose={() => setOpen(false)}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard. */}
              <pre tabIndex={0}>{cause.yaml}</pre>
              <form method="dialog" className="modal-actions">
                <button type="submit" className="button">
                  {WORDS.close}
                </button>
              </form>
            </Modal>
          )}
        </>
      );
  }
}
