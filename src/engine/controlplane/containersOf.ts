import { podContainerId } from '../host/containers/containerId.ts';
import { digestNumber } from '../host/containers/digest.ts';
import { type ContainerLogLine, containerLog, podLogFiles } from '../host/containers/logs.ts';
import { isRunning } from '../host/containers/podStatus.ts';
import { type ContainerRuntime, type PodRuntime, type Workload, workloadOf } from '../host/containers/pods.ts';
import type { JsonObject } from '../json.ts';
import { rfc3339Nano } from '../time.ts';
import { nodeNamed, type World } from '../world/world.ts';
import { asLeft } from './boundPods.ts';
import { type Attempt, lastAttempt, type ProgramRun } from './runtime.ts';

/** A container as the runtime of a node has it: the attempt that runs, or one that ended and is still kept. */
export interface ContainerView {
  /** 64 hex digits. */
  readonly id: string;
  readonly podId: string;
  readonly podName: string;
  readonly podUid: string;
  readonly namespace: string;
  readonly name: string;
  /** As the pod names it, written out. */
  readonly image: string;
  readonly imageId: string;
  readonly state: 'running' | 'exited';
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly finishedAt: number | null;
  /** Null when it has exited. */
  readonly exitCode: number | null;
  /** Of its first process on the node; 0 when it has exited. */
  readonly pid: number;
  readonly argv: readonly string[];
  readonly hostNetwork: boolean;
  readonly log: readonly ContainerLogLine[];
}

/** A pod's sandbox as the runtime has it. */
export interface SandboxView {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly createdAt: number;
  /** How often it was made anew. */
  readonly attempt: number;
  readonly labels: JsonObject;
}

/** What runs on a node, whether or not a kubelet does: what the last one started goes on. */
export function nodeWorkload(world: World, name: string): Workload {
  const node = nodeNamed(world, name);
  const running = node?.kubelet.process ?? null;
  if (node !== undefined && running !== null) {
    return workloadOf({ node, process: running, cluster: world.cluster, now: world.now });
  }
  if (node?.runtime === undefined) return { pods: [] };
  const cluster = asLeft(world.cluster, node.runtime);
  return workloadOf({ node, process: node.runtime.filledBy, cluster, now: world.now });
}

/** Every container of a node, newest first: those that run, and of each the last attempt that ended. */
export function containersOf(world: World, name: string): readonly ContainerView[] {
  const found = nodeWorkload(world, name).pods.flatMap((pod) =>
    pod.containers.flatMap((container) => {
      const program = programOf(world, name, pod, container);
      return program === null
        ? attemptsOf(pod, container, world.now)
        : programAttempts(pod, container, program, world.now);
    }),
  );
  return [...found].sort((left, right) => right.createdAt - left.createdAt);
}

/** Every pod of a node that has a sandbox, newest first. */
export function sandboxesOf(world: World, name: string): readonly SandboxView[] {
  const pods = nodeWorkload(world, name).pods.filter(({ startedAt }) => startedAt <= world.now);
  return pods
    .map((pod) => ({
      id: sandboxId(pod),
      name: pod.name,
      namespace: pod.namespace,
      uid: pod.uid,
      createdAt: pod.startedAt,
      attempt: 0,
      labels: (pod.metadata.labels ?? {}) as JsonObject,
    }))
    .sort((left, right) => right.createdAt - left.createdAt);
}

/** A socket that a container with the node's network listens on. */
export interface ContainerPort {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  /** The name of the process, as `ss -p` shows it. */
  readonly program: string;
}

/** The sockets of the node's own network that containers listen on: of a control plane 6443, 2379 and so on. */
export function containerPorts(world: World, name: string): readonly ContainerPort[] {
  const { runtime } = nodeNamed(world, name) ?? {};
  return Object.values(runtime?.pods ?? {}).flatMap(({ program }) => {
    const last = program === null ? undefined : lastAttempt(program);
    if (program === null || last?.state !== 'ready') return [];
    return (last.settings?.ports ?? []).map((socket) => {
      const colon = socket.lastIndexOf(':');
      return {
        address: socket.slice(0, colon),
        port: Number(socket.slice(colon + 1)),
        pid: last.pid,
        program: program.program,
      };
    });
  });
}

/** The log files below `/var/log/pods` and `/var/log/containers`, by path: of each container the kept attempts. */
export function podLogs(world: World, name: string): Readonly<Record<string, string>> {
  const { pods } = nodeWorkload(world, name);
  const present = podLogFiles(pods, world.now);
  const before = pods.flatMap((pod) =>
    pod.containers.flatMap((container): readonly (readonly [string, string])[] => {
      const { previous, restarts } = container.life;
      if (previous === null || restarts < 1) return [];
      const path = `/var/log/pods/${pod.namespace}_${pod.name}_${pod.uid}/${container.name}/${restarts - 1}.log`;
      return [[path, criText(containerLog(container, true, world.now))]];
    }),
  );
  return { ...Object.fromEntries(before), ...present };
}

function criText(lines: readonly ContainerLogLine[]): string {
  return lines
    .map(
      ({ at, stream, text }) => `${rfc3339Nano(at)} ${stream} ${text.endsWith('\n') ? 'F' : 'P'} ${text.trimEnd()}\n`,
    )
    .join('');
}

function sandboxId(pod: PodRuntime): string {
  return podContainerId(pod.uid, 'POD', 0);
}

function programOf(world: World, name: string, pod: PodRuntime, container: ContainerRuntime): ProgramRun | null {
  const held = Object.values(nodeNamed(world, name)?.runtime?.pods ?? {}).find(({ uid }) => uid === pod.uid);
  return held?.program?.container === container.name ? held.program : null;
}

function view(
  pod: PodRuntime,
  container: ContainerRuntime,
  attempt: number,
): Omit<ContainerView, 'state' | 'createdAt' | 'finishedAt' | 'exitCode' | 'pid' | 'log'> {
  return {
    id: podContainerId(pod.uid, container.name, attempt),
    podId: sandboxId(pod),
    podName: pod.name,
    podUid: pod.uid,
    namespace: pod.namespace,
    name: container.name,
    image: container.image,
    imageId: container.imageId,
    attempt,
    argv: container.argv,
    hostNetwork: pod.spec.hostNetwork === true,
  };
}

/** The kept attempts of a program of the control plane. */
function programAttempts(
  pod: PodRuntime,
  container: ContainerRuntime,
  run: ProgramRun,
  now: number,
): readonly ContainerView[] {
  return run.attempts.map((one: Attempt) => {
    const over = one.state === 'ended';
    const log = one.log.filter(({ at }) => at <= now);
    return {
      ...view(pod, container, one.number),
      state: over ? 'exited' : 'running',
      createdAt: one.startedAt,
      finishedAt: over ? (one.end?.at ?? null) : null,
      exitCode: over ? (one.end?.exitCode ?? 0) : null,
      pid: over ? 0 : one.pid,
      log: log.map(({ at, text }) => ({ at, stream: 'stderr', text: `${text}\n` })),
    };
  });
}

/** The present or last attempt of any other container, and the one before it. */
function attemptsOf(pod: PodRuntime, container: ContainerRuntime, now: number): readonly ContainerView[] {
  const { life, blocked } = container;
  if (blocked !== null) return [];
  const code = container.run.end?.code ?? 0;
  const running = isRunning(container);
  const last: ContainerView = {
    ...view(pod, container, life.restarts),
    state: running ? 'running' : 'exited',
    createdAt: life.startedAt,
    finishedAt: life.finishedAt,
    exitCode: running ? null : code,
    pid: running ? pidOf(pod, container) : 0,
    log: containerLog(container, false, now),
  };
  if (life.previous === null || life.restarts < 1) return [last];
  const before: ContainerView = {
    ...view(pod, container, life.restarts - 1),
    state: 'exited',
    createdAt: life.previous.startedAt,
    finishedAt: life.previous.finishedAt,
    exitCode: code,
    pid: 0,
    log: containerLog(container, true, now),
  };
  return [last, before];
}

/** Nobody counted when it started, so its number stands for its name and attempt; above those that are counted. */
function pidOf(pod: PodRuntime, container: ContainerRuntime): number {
  return 20_000 + digestNumber(`${pod.uid} ${container.name} ${container.life.restarts}`, 12_000);
}
