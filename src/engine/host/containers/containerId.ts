import { digest } from './digest.ts';

/** The runtime's id of a container's attempt: 64 hex digits, made of its pod's uid and its name. */
export function podContainerId(podUid: string, container: string, attempt: number): string {
  return digest(`container ${podUid} ${container} ${attempt}`, 64);
}
