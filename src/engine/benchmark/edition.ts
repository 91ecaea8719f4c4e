import { minorOf } from '../versions/release.ts';
import { CIS_1_12 } from './cis112.table.ts';
import type { Profile } from './profile.ts';

/** The first minor of Kubernetes that an edition is meant for, oldest first; past the last one kube-bench goes back. */
const EDITIONS: readonly (readonly [since: number, version: string])[] = [
  [25, 'cis-1.7'],
  [26, 'cis-1.8'],
  [27, 'cis-1.9'],
  [28, 'cis-1.10'],
  [29, 'cis-1.11'],
  [32, 'cis-1.12'],
];

/** The edition that kube-bench takes for a version (`1.36.3`); null where it knows none. */
export function editionFor(version: string): string | null {
  const minor = minorOf(version);
  return EDITIONS.findLast(([since]) => minor >= since)?.[1] ?? null;
}

/** The checks of an edition; null when they are not in the tables. */
export function profileOf(edition: string): Profile | null {
  return edition === CIS_1_12.version ? CIS_1_12 : null;
}
