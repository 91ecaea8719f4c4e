/** What differs from the usual in what a base calls its machines and people. */
export interface BaseNames {
  /** Workers from the first, which is the learner's node; those beyond are called as usual: `node03`. */
  readonly workers: readonly string[];
  /** Whoever is known to the cluster and has no right on nodes. Names the certificate and its files: `/root/bob.crt`. */
  readonly user: string;
}

/** The names that scenarios are written with. */
export const USUAL_NAMES: BaseNames = { workers: ['node01', 'node02'], user: 'bob' };

/** What the worker of that index, from 0, is called. */
export function workerName({ workers }: BaseNames, index: number): string {
  return workers[index] ?? `node${String(index + 1).padStart(2, '0')}`;
}
