import { useEffect, useState } from 'react';
import type { OfferedRun } from '#session/view/timeline.ts';
import { useSession } from '../store/bench.tsx';
import { routeIn, runInFragment, unpackRun, withoutRun } from './link.ts';
import { OfferDialog } from './OfferDialog.tsx';

/** Looks whether the page's address carries a run, and asks before it is opened. The address lets go of it at once. */
export function LinkGate() {
  const { archive } = useSession();
  const [offered, setOffered] = useState<OfferedRun | null>(null);
  useEffect(() => {
    const here = routeIn(location.hash);
    const look = (): void => {
      // A run for another scenario is for that scenario's page to open.
      if (routeIn(location.hash) !== here) return;
      const packed = runInFragment(location.hash);
      if (packed === null) return;
      const { pathname, search, hash } = location;
      history.replaceState(history.state, '', `${pathname}${search}${withoutRun(hash)}`);
      void unpackRun(packed).then((unpacked) => setOffered(unpacked.ok ? archive.offer(unpacked.text) : unpacked));
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [archive]);
  if (offered === null) return null;
  return <OfferDialog offered={offered} from="link" onClose={() => setOffered(null)} />;
}
