import { useState } from 'react';
import type { OfferedRun } from '#session/view/timeline.ts';
import { Modal } from '../kit/Modal.tsx';
import { useSession } from '../store/bench.tsx';
import { TIMELINE } from '../words/timeline.ts';
import { download } from './download.ts';

interface Props {
  readonly offered: OfferedRun;
  readonly from: 'file' | 'link';
  onClose(): void;
}

/** A run that came from elsewhere: what it is, and whether it may take the place of the one that is here. */
export function OfferDialog({ offered, from, onClose }: Props) {
  const { archive } = useSession();
  const [trouble, setTrouble] = useState<string | null>(offered.ok ? null : offered.words);
  if (trouble !== null || !offered.ok) {
    return (
      <Modal key="refused" title={TIMELINE.refused} onClose={onClose}>
        <p>{trouble}</p>
        <form method="dialog" className="modal-actions">
          <button type="submit" className="button">
            {TIMELINE.refuse}
          </button>
        </form>
      </Modal>
    );
  }
  const accept = (): void => {
    const words = offered.accept();
    if (words === null) onClose();
    else setTrouble(words);
  };
  return (
    <Modal key="offered" title={TIMELINE.offered} onClose={onClose}>
      <p>
        {TIMELINE.offeredFrom[from]}
        {offered.words} {TIMELINE.untrusted}
      </p>
      {offered.replaces && <p>{TIMELINE.replaces}</p>}
      <div className="modal-actions">
        {offered.replaces && (
          <button type="button" className="button" onClick={() => download(archive.exported())}>
            {TIMELINE.exportFirst}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {TIMELINE.refuse}
        </button>
        <button type="button" className="button button-owed" onClick={accept}>
          {TIMELINE.accept}
        </button>
      </div>
    </Modal>
  );
}
