import type { JsonObject } from '../json.ts';
import type { KubeletProcess } from '../kubelet/process.ts';
import type { ServerSettings } from './serverSettings.ts';

/** What a node's container runtime holds. It goes on without the kubelet that filled it. */
export interface Runtime {
  /** The kubelet that filled it last, as far as its pods follow from it. */
  readonly filledBy: Pick<KubeletProcess, 'manifests' | 'nodeName' | 'client' | 'pid' | 'startedAt'>;
  /** Static pods by the path of their manifest. */
  readonly pods: Readonly<Record<string, HeldPod>>;
  /** Pods of the API server that it had when its kubelet ended, by their keys; absent while a kubelet runs and knows itself. */
  readonly bound?: Readonly<Record<string, JsonObject>>;
}

/** A static pod that the runtime was told to run. */
export interface HeldPod {
  readonly name: string;
  readonly namespace: string;
  /** Stands for the manifest's text: another text, another pod. */
  readonly uid: string;
  /** When its sandbox was made: milliseconds since the epoch. */
  readonly startedAt: number;
  /** The control plane's program in it, played attempt by attempt; null when the cluster does not depend on it. */
  readonly program: ProgramRun | null;
}

/** The programs whose life decides about the cluster. */
export type ProgramName = 'kube-apiserver' | 'etcd' | 'kube-controller-manager' | 'kube-scheduler';

/** A container of the control plane over its restarts. */
export interface ProgramRun {
  readonly program: ProgramName;
  /** The container's name. */
  readonly container: string;
  /** The last two attempts, newest last; none while its volumes cannot be mounted or it has not begun. */
  readonly attempts: readonly Attempt[];
  /** When the kubelet starts the next attempt; null while one runs, and for ever when it cannot. */
  readonly nextAt: number | null;
  /** The pause that was last made before a restart, and when; ms. */
  readonly backOff: { readonly pause: number; readonly at: number } | null;
  /** Why the kubelet cannot create the container, in its words; null when it can. */
  readonly blocked: string | null;
}

/** One start of a program. What will come of it is foreseen when it starts, from the files as they are then. */
export interface Attempt {
  readonly number: number;
  readonly pid: number;
  readonly startedAt: number;
  readonly state: 'starting' | 'ready' | 'ended';
  /** When it serves; null when it never will. */
  readonly readyAt: number | null;
  /** How it ended, or will; null while nothing of that kind is foreseen. */
  readonly end: AttemptEnd | null;
  readonly log: readonly ProgramLine[];
  /** Whether the probes of its pod hold once it serves. */
  readonly healthy: boolean;
  /** What it serves with, once it does. */
  readonly settings: ServerSettings | null;
}

/** The end of an attempt: of itself, because it lost its lease at the API server, or because the kubelet kills it over its probes. */
export interface AttemptEnd {
  readonly at: number;
  readonly exitCode: number;
  readonly by: 'itself' | 'lease' | 'probe';
}

/** A line of a program's log; without its line end. */
export interface ProgramLine {
  readonly at: number;
  readonly text: string;
}

/** The attempt that is under way, or came last; undefined before the first. */
export function lastAttempt(run: ProgramRun): Attempt | undefined {
  return run.attempts.at(-1);
}

/** Whether a program serves at this moment of the world. */
export function serves(run: ProgramRun | null | undefined): boolean {
  return run !== null && run !== undefined && lastAttempt(run)?.state === 'ready';
}

/** Whether two kubelets read the same manifests. Values are compared: a world may be a copy. */
export function sameManifests(left: KubeletProcess['manifests'], right: KubeletProcess['manifests']): boolean {
  if (left === right) return true;
  const paths = Object.keys(left);
  return paths.length === Object.keys(right).length && paths.every((path) => left[path] === right[path]);
}

/** The sockets that programs of the control plane listen on, or are about to. */
export function runtimePorts(runtime: Runtime | undefined): readonly string[] {
  return Object.values(runtime?.pods ?? {}).flatMap(({ program }) => {
    const last = program === null ? undefined : lastAttempt(program);
    return last === undefined || last.state === 'ended' ? [] : (last.settings?.ports ?? []);
  });
}
