import { useDesk, useSession } from '../store/bench.tsx';
import { REQUESTS as WORDS } from '../words/requests.ts';

/** Which earlier request this one repeats but for one thing; leads to the two side by side. */
export function Like({ number }: { readonly number: number }) {
  const { requests } = useSession();
  const compare = useDesk((desk) => desk.compare);
  const showRequest = useDesk((desk) => desk.showRequest);
  const showSide = useDesk((desk) => desk.showSide);
  const like = requests.likeness(number);
  if (like === null) return null;
  return (
    <button
      type="button"
      className="link"
      title={WORDS.likeTitle(like.number)}
      onClick={() => {
        showRequest(number);
        compare(like.number);
        showSide('kubelet');
      }}
    >
      {WORDS.like(like.number, like.words)}
    </button>
  );
}
