import { useMemo, useSyncExternalStore } from 'react';
import { depart } from './arrival.ts';
import { type Route, routeOf } from './route.ts';

/** The route of the page's address, followed. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => routeOf(hash), [hash]);
}

function subscribe(listener: () => void): () => void {
  const onHashChange = (): void => {
    depart();
    listener();
  };
  window.addEventListener('hashchange', onHashChange);
  return () => window.removeEventListener('hashchange', onHashChange);
}
