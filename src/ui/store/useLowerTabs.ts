import { useView } from './bench.tsx';
import { LOWER_TABS, type LowerTab } from './desk.ts';

/** A control plane and the learner's node make no fleet. */
const FEW = 2;

const NONE: readonly LowerTab[] = [];

/** The panels under the files that there are here, in the order of their tabs. */
export function useLowerTabs(without: readonly LowerTab[] = NONE): readonly LowerTab[] {
  const isFleet = useView((view) => view.nodes.length > FEW);
  // Who gets where, asked of everybody at once, is a check of the work.
  const mayCheck = useView((view) => view.allowed.checks);
  return LOWER_TABS.filter(
    (tab) => (tab !== 'fleet' || isFleet) && (tab !== 'grid' || mayCheck) && !without.includes(tab),
  );
}
