import { useEffect, useState } from 'react';
import type { CounterfactualView, WantedAnswer } from '#session/view/counterfactual.ts';
import { useSession, useView } from '../store/bench.tsx';

/** A copy of the world takes about so long to try, in milliseconds: none is begun with less time left. */
const ONE_TRY = 8;

/** A search, carried on in idle moments until it is over, and begun anew when the world is another. */
export function useSearch(number: number, wanted: WantedAnswer): CounterfactualView | null {
  const { counterfactual } = useSession();
  const now = useView((view) => view);
  const [found, setFound] = useState(() => counterfactual.view(number, wanted));
  useEffect(() => {
    void now;
    let idle = 0;
    const work = (deadline: IdleDeadline): void => {
      let more = counterfactual.advance(number, wanted);
      while (more && deadline.timeRemaining() > ONE_TRY) more = counterfactual.advance(number, wanted);
      setFound(counterfactual.view(number, wanted));
      if (more) idle = requestIdleCallback(work, { timeout: 500 });
    };
    setFound(counterfactual.view(number, wanted));
    idle = requestIdleCallback(work, { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, [counterfactual, now, number, wanted]);
  return found;
}
