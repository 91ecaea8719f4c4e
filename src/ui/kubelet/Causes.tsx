import { useState } from 'react';
import type { CauseView } from '#session/view.ts';
import { PlaceLink } from '../files/PlaceLink.tsx';
import { Modal } from '../kit/Modal.tsx';
import { WORDS } from '../words.ts';
import './Causes.css';

/** What a sentence leans on, one a line: a line of a file, a rule with its YAML, or plain words. */
export function Causes({ causes }: { readonly causes: readonly CauseView[] }) {
  if (causes.length === 0) return null;
  return (
    <ul className="causes">
      {causes.map((cause, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the causes of a stage never move.
        <li key={index}>
          <Cause cause={cause} />
        </li>
      ))}
    </ul>
  );
}

export function Cause({ cause }: { readonly cause: CauseView }) {
  switch (cause.kind) {
    case 'text':
      return <span>{cause.label}</span>;
    case 'place':
      return <PlaceLink place={cause.place}>{cause.label}</PlaceLink>;
    case 'rule':
      return <Rule label={cause.label} title={cause.title} yaml={cause.yaml} />;
  }
}

interface RuleProps {
  readonly label: string;
  readonly title: string;
  readonly yaml: string;
}

function Rule({ label, title, yaml }: RuleProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </button>
      {open && (
        <Modal title={title} onClose={() => setOpen(false)}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard. */}
          <pre tabIndex={0}>{yaml}</pre>
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
