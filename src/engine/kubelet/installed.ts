import type { Kubelet } from './process.ts';

/** A kubelet that is installed in a version (`1.36.3`) and was never started. */
export function installedKubelet(version: string): Kubelet {
  return { version, state: 'stopped', process: null, starts: [], restarts: 0, restartAt: null, lastExit: null };
}
