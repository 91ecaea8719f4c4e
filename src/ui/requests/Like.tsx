import { useMemo } from 'react';
import { useDesk, useSession } from '../store/bench.tsx';
import { REQUESTS as WORDS } from '../words/requests.ts';

/** Which earlier request this one repeats but for one thing; leads to the two side by side. */
export function Like({ number, line }: { readonly number: number; readonly line: string }) {
  const { requests } = useSession();
  const compare = useDesk((desk) => desk.compare);
  const showRequest = useDesk((desk) => desk.showRequest);
  const showSide = useDesk((desk) => desk.showSide);
  // What was asked before a request does not change as long as that request stands there with its line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const like = useMemo(() => requests.likeness(number), [requests, number, line]);
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
