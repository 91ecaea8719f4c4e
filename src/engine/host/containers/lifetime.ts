import type { Piece, Run } from './shell.ts';

/** Where a container is in its life. Times are milliseconds since the epoch. */
export interface Lifetime {
  readonly state: 'running' | 'waiting' | 'terminated';
  /** How often it was started before the present or last attempt. */
  readonly restarts: number;
  /** When the present or last attempt began. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly exitCode: number;
  /** When the attempt before began and ended; null at the first. */
  readonly previous: { readonly startedAt: number; readonly finishedAt: number } | null;
}

const BACKOFF = 10_000;
const BACKOFF_MAX = 300_000;

/**
 * The attempts of a container whose main process takes `run`'s time, by the pod's restart policy: 10 s of back-off,
 * doubled each time up to five minutes. Models pkg/kubelet/kuberuntime with its crash loop back-off, v1.36.
 */
export function lifetimeOf(run: Run, policy: string, startedAt: number, now: number): Lifetime {
  const { end } = run;
  const first: Lifetime = { state: 'running', restarts: 0, startedAt, finishedAt: null, exitCode: 0, previous: null };
  if (end === null) return first;
  const again = policy === 'Always' || (policy === 'OnFailure' && end.code !== 0);
  let attempt = startedAt;
  let previous: Lifetime['previous'] = null;
  for (let restarts = 0; ; restarts += 1) {
    const finishedAt = attempt + end.at;
    if (now < finishedAt) return { ...first, restarts, startedAt: attempt, previous };
    const ended = { ...first, restarts, startedAt: attempt, finishedAt, exitCode: end.code, previous };
    if (!again) return { ...ended, state: 'terminated' };
    // The first restart is at once; only then does the back-off begin.
    const pause = restarts === 0 ? 0 : Math.min(BACKOFF * 2 ** (restarts - 1), BACKOFF_MAX);
    const next = finishedAt + Math.max(pause, 1000);
    if (now < next) return { ...ended, state: 'waiting' };
    previous = { startedAt: attempt, finishedAt };
    attempt = skipAhead(next, end.at, restarts, now);
    if (attempt !== next) restarts += Math.round((attempt - next) / (end.at + BACKOFF_MAX));
  }
}

/** Many attempts at the longest back-off are all alike: jump to the last of them. */
function skipAhead(next: number, lasts: number, restarts: number, now: number): number {
  const cycle = lasts + BACKOFF_MAX;
  if (restarts < 6) return next;
  return next + Math.max(0, Math.floor((now - next) / cycle) - 1) * cycle;
}

/** What an attempt had written by `now`, with absolute times. */
export function written(run: Run, startedAt: number, now: number): readonly Piece[] {
  return run.pieces.map((piece) => ({ ...piece, at: startedAt + piece.at })).filter((piece) => piece.at <= now);
}
