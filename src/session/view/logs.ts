import type { CauseView } from '../view.ts';

/** A container whose log the API server may be asked for. */
export interface LogTargetView {
  /** `namespace/pod/container` */
  readonly id: string;
  /** `web-node01, nginx` */
  readonly label: string;
  readonly node: string;
}

/** One station on the way of `kubectl logs`, and how far the request came. */
export interface LogHopView {
  readonly id: 'kubectl' | 'connection' | 'identity' | 'rights' | 'container';
  /** "kubectl → API server" */
  readonly title: string;
  readonly standing: 'passed' | 'broken' | 'not-reached';
  readonly sentence: string;
  readonly causes: readonly CauseView[];
}

/** Why logs come, or why they do not: what kubectl prints, the hop where it ended, the cause. */
export interface LogsView {
  readonly targets: readonly LogTargetView[];
  /** The one that was asked for; null when there is none. */
  readonly target: string | null;
  /** As it would be typed. */
  readonly line: string;
  readonly works: boolean;
  /** What kubectl prints, shortened. */
  readonly printed: string;
  readonly exitCode: number;
  readonly hops: readonly LogHopView[];
  /** In one sentence. */
  readonly verdict: string;
  /** What to ask oneself next; empty when it works. */
  readonly next: string;
}

/** Asks for a log as `kubectl logs` would, on a copy of the cluster: nothing of it is a step. */
export interface SessionLogs {
  look(target: string | null): Promise<LogsView>;
}
