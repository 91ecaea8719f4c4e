import { lazy, Suspense, useEffect } from 'react';
import { useDesk, useStores } from '../store/bench.tsx';
import { isTourOver } from './memory.ts';
import { isUntouched } from './steps.ts';

const TourCard = lazy(() => import('./TourCard.tsx').then((module) => ({ default: module.TourCard })));

interface Props {
  /** Whether it comes unasked to whoever is here for the first time. */
  readonly byItself?: boolean;
}

/** The tour, where it is shown: by itself to whoever is here for the first time, else when it is asked for. */
export function Tour({ byItself = true }: Props) {
  const { view, desk } = useStores();
  const why = useDesk((state) => state.tour);
  useEffect(() => {
    if (byItself && !isTourOver() && isUntouched(view.getState())) desk.getState().startTour('first');
  }, [view, desk, byItself]);
  if (why === null) return null;
  return (
    <Suspense fallback={null}>
      <TourCard why={why} />
    </Suspense>
  );
}
