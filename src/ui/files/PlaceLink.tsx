import type { ReactNode } from 'react';
import type { PlaceView } from '#session/view.ts';
import { useDesk, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

interface Props {
  readonly place: PlaceView | null;
  readonly children: ReactNode;
}

/** Words that open their file at their line; plain words when they have no place, or one that no tab of this node shows. */
export function PlaceLink({ place, children }: Props) {
  const goTo = useDesk((desk) => desk.goTo);
  const shown = useView(
    (view) =>
      place !== null &&
      ((place.node !== undefined && place.node !== view.node.name) ||
        view.files.some((file) => file.path === place.file)),
  );
  if (place === null || !shown) return <span>{children}</span>;
  return (
    <button type="button" className="link" title={WORDS.goToLine(place.file, place.line)} onClick={() => goTo(place)}>
      {children}
    </button>
  );
}
