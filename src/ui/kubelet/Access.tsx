import { useMemo, useState } from 'react';
import type { AccessView, ReviewView } from '#session/view/access.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Modal } from '../kit/Modal.tsx';
import { Sign } from '../kit/Sign.tsx';
import { useSession } from '../store/bench.tsx';
import { PICTURE } from '../words/picture.ts';
import { WORDS } from '../words.ts';
import './Access.css';

/** What the API server was asked for a request, and the smallest Role for it; nothing where nobody asked. */
export function Access({ number }: { readonly number: number }) {
  const session = useSession();
  const access = useMemo(() => session.access(number), [session, number]);
  const [open, setOpen] = useState<'reviews' | 'role' | null>(null);
  if (access === null) return null;
  const { reviews, grant } = access;
  const close = (): void => setOpen(null);
  return (
    <div className="access">
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen('reviews')}>
        {PICTURE.reviews(reviews.length)}
      </button>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen('role')}>
        {PICTURE.role}
      </button>
      {grant.dangers.length > 0 && <Danger />}
      {open === 'reviews' && (
        <Modal title={PICTURE.reviewsTitle} onClose={close}>
          <p className="access-note">{PICTURE.reviewsNote}</p>
          <ol className="reviews">
            {reviews.map((review) => (
              <Review key={review.title} review={review} />
            ))}
          </ol>
          <Close />
        </Modal>
      )}
      {open === 'role' && (
        <Modal title={PICTURE.roleTitle} onClose={close}>
          <Role grant={grant} />
          <Close />
        </Modal>
      )}
    </div>
  );
}

function Danger() {
  return (
    <span className="danger">
      <span aria-hidden="true">▲ </span>
      {PICTURE.dangerous}
    </span>
  );
}

function Review({ review }: { readonly review: ReviewView }) {
  return (
    <li className={`review review-${review.outcome}`}>
      <div className="access-head">
        <h3>{review.title}</h3>
        <CopyButton text={review.json} label={PICTURE.copyReview(review.title)} />
      </div>
      <p className="review-answer">
        <Sign kind={review.outcome === 'allowed' ? 'passed' : 'refused'} />
        <span>
          {review.answer} {review.cached && PICTURE.remembered}
        </span>
      </p>
      <Text text={review.json} />
    </li>
  );
}

function Role({ grant }: { readonly grant: AccessView['grant'] }) {
  return (
    <>
      <p>{grant.sentence}</p>
      {grant.dangers.map((danger) => (
        <p key={danger} className="role-danger">
          <Danger /> {danger}
        </p>
      ))}
      <div className="access-head">
        <span className="access-note">{PICTURE.apply}</span>
        <CopyButton text={grant.yaml} label={PICTURE.copyRole} />
      </div>
      <Text text={grant.yaml} />
    </>
  );
}

function Text({ text }: { readonly text: string }) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard.
  return <pre tabIndex={0}>{text}</pre>;
}

function Close() {
  return (
    <form method="dialog" className="modal-actions">
      <button type="submit" className="button">
        {WORDS.close}
      </button>
    </form>
  );
}
