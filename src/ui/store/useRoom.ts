import { useEffect } from 'react';
import { useStores } from './bench.tsx';

/** Gives the lower pane room as long as `wanted`, and takes it back afterwards unless the learner moved the border since. */
export function useRoom(wanted: boolean): void {
  const { desk } = useStores();
  useEffect(() => {
    if (!wanted) return;
    const before = desk.getState().lowerShare;
    desk.getState().makeRoom();
    const given = desk.getState().lowerShare;
    return () => {
      if (desk.getState().lowerShare === given) desk.getState().setLowerShare(before);
    };
  }, [desk, wanted]);
}
