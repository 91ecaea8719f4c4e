import type { NoticeOffer, NoticeView } from '#session/view/timeline.ts';
import { useSession } from '../store/bench.tsx';
import { useTick } from '../store/tick.ts';
import { NOTICES } from '../words/timeline.ts';
import { download } from './download.ts';
import './Notices.css';

/** Trouble with keeping the run, in a sentence, with what can be done about it. Nothing when there is none. */
export function Notices() {
  const { archive } = useSession();
  useTick();
  const take = (notice: NoticeView, offer: NoticeOffer): void => {
    if (offer === 'export') download(archive.exported());
    else archive.answer(notice.id, offer);
  };
  const notices = archive.notices();
  return (
    <section className="notices" aria-label={NOTICES.label} aria-live="polite" hidden={notices.length === 0}>
      {notices.map((notice) => (
        <div key={notice.id} className="notice">
          <p>{notice.words}</p>
          <span className="notice-offers">
            {notice.offers.map((offer) => (
              <button
                key={offer}
                type="button"
                className="button"
                title={NOTICES.titles[offer]}
                onClick={() => take(notice, offer)}
              >
                {NOTICES.offers[offer]}
              </button>
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}
