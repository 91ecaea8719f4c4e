import { useEffect, useRef, useState } from 'react';
import type { OfferedRun } from '#session/view/timeline.ts';
import { useDesk, useSession } from '../store/bench.tsx';
import { PRESENT } from '../words/present.ts';
import { TIMELINE, UNREADABLE } from '../words/timeline.ts';
import { download } from './download.ts';
import { linkTo, packRun, takesRuns } from './link.ts';
import { OfferDialog } from './OfferDialog.tsx';

/** A larger file is not even read, in bytes. */
const LARGEST = 2 * 1024 * 1024;

type Link =
  | { readonly kind: 'copied' }
  | { readonly kind: 'shown'; readonly address: string }
  | { readonly kind: 'none'; readonly words: string };

/** Whether a presentation was begun here: whoever leaves it comes back to where it began. */
let presented = false;

/** Export and import of the run as a file, and the link that carries it where a page would read it. */
export function Exchange() {
  const { archive } = useSession();
  const present = useDesk((desk) => desk.present);
  const input = useRef<HTMLInputElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const [offered, setOffered] = useState<OfferedRun | null>(null);
  const [link, setLink] = useState<Link | null>(null);

  useEffect(() => {
    if (presented) start.current?.focus();
    presented = false;
  }, []);

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > LARGEST) return setOffered({ ok: false, words: UNREADABLE.fileTooLarge });
    const text = await file.text().catch(() => null);
    setOffered(text === null ? { ok: false, words: UNREADABLE.fileUnread } : archive.offer(text));
  };

  const share = async (): Promise<void> => {
    setLink(null);
    if (!('CompressionStream' in globalThis)) return setLink({ kind: 'none', words: TIMELINE.linkImpossible });
    const fragment = await packRun(archive.exported().text);
    if (fragment === null) return setLink({ kind: 'none', words: TIMELINE.linkTooLong });
    const address = linkTo(location.href, fragment);
    // Without a secure context there is no clipboard at all; the link can then be copied by hand.
    const written = 'clipboard' in navigator ? navigator.clipboard.writeText(address) : Promise.reject(new Error());
    await written.then(
      () => setLink({ kind: 'copied' }),
      () => setLink({ kind: 'shown', address }),
    );
  };

  return (
    <div className="exchange">
      <button
        type="button"
        className="button"
        title={TIMELINE.exportTitle}
        onClick={() => download(archive.exported())}
      >
        {TIMELINE.exportRun}
      </button>
      <button type="button" className="button" title={TIMELINE.importTitle} onClick={() => input.current?.click()}>
        {TIMELINE.importRun}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={TIMELINE.file}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {takesRuns(location.hash) && (
        <button type="button" className="button" title={TIMELINE.linkTitle} onClick={() => void share()}>
          {TIMELINE.link}
        </button>
      )}
      <button
        type="button"
        className="button"
        ref={start}
        title={PRESENT.startTitle}
        onClick={() => {
          presented = true;
          present(true);
        }}
      >
        {PRESENT.start}
      </button>
      <span className="exchange-said" aria-live="polite">
        {link?.kind === 'copied' && TIMELINE.linkCopied}
        {link?.kind === 'none' && link.words}
      </span>
      {link?.kind === 'shown' && (
        <input
          className="exchange-link"
          readOnly
          aria-label={TIMELINE.linkHere}
          value={link.address}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {offered !== null && <OfferDialog offered={offered} from="file" onClose={() => setOffered(null)} />}
    </div>
  );
}
