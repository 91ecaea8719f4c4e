import { klogLine } from '../config/klog.ts';
import { podContainerId } from '../host/containers/containerId.ts';
import type { LogLine } from '../host/journal.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import { rfc3339 } from '../time.ts';
import { journalLines, withHost, withJournal, withKubelet } from '../world/change.ts';
import type { Node } from '../world/world.ts';
import { attempt, etcdAttempt, relinked, specOf } from './attempts.ts';
import { volumeError } from './mounts.ts';
import { type Attempt, type HeldPod, lastAttempt, type ProgramRun, type Runtime, sameManifests } from './runtime.ts';
import { syncedPods } from './staticPods.ts';

/** The kubelet sees that a container ended, and starts it again, within about this long; ms. */
const RELIST = 1000;
const BACKOFF = 10_000;
const BACKOFF_MAX = 300_000;
/** How long the kubelet waits before it tries again to mount what cannot be mounted. */
const REMOUNT = 10_000;
/** Attempts that are kept: the last, and the one before, as `crictl ps -a` shows them. */
const KEPT = 2;

/** The node after its kubelet looked at its manifests and everything that is due happened. The same node when nothing did. */
export function lived(given: Node, now: number): Node {
  const node = withKnownManifests(given);
  const synced = syncedPods(node, now);
  if (synced === null) return progressed(node, now);
  const { runtime, gone } = synced;
  const told = byKubelet(
    { ...node, runtime },
    now,
    gone.flatMap((pod) => removal(pod)),
  );
  const lost = node.runtime !== undefined && etcdAttempt(node.runtime) !== etcdAttempt(runtime);
  const seen = lost ? relink(told, now) : told;
  return progressed(seen, now);
}

/** A kubelet that reads what the one before it read holds the very same value, so that what is known of it is found again. */
function withKnownManifests(node: Node): Node {
  const { process } = node.kubelet;
  const known = node.runtime?.filledBy.manifests;
  if (process === null || known === undefined || known === process.manifests) return node;
  return sameManifests(known, process.manifests)
    ? withKubelet(node, { process: { ...process, manifests: known } })
    : node;
}

/**
 * The node after files on it changed: an API server that serves follows its client CA, its own pair and the pair that it shows
 * kubelets, and keeps the last good. Models apiserver/pkg/server/dynamiccertificates and client-go/transport/cert_rotation.go, v0.36.
 */
export function refreshed(node: Node, now: number): Node {
  const { runtime } = node;
  if (runtime === undefined) return node;
  for (const path in runtime.pods) {
    const run = runtime.pods[path]?.program ?? null;
    const last = run === null ? undefined : lastAttempt(run);
    const cluster = last?.settings?.cluster;
    if (run?.program !== 'kube-apiserver' || last?.state !== 'ready' || cluster === undefined) continue;
    const again = attempt(node, runtime, path, run, last).settings?.cluster;
    if (again === undefined) continue;
    const { clientCA, serving = cluster.serving, kubeletClient = cluster.kubeletClient } = again;
    const same =
      clientCA === cluster.clientCA &&
      serving?.certificate === cluster.serving?.certificate &&
      kubeletClient?.certificate === cluster.kubeletClient?.certificate;
    if (same) continue;
    const { kubeletClientError: _, ...kept } = cluster;
    const settings = {
      ...last.settings,
      ports: last.settings?.ports ?? [],
      cluster: { ...kept, clientCA, ...(serving ? { serving } : {}), ...(kubeletClient ? { kubeletClient } : {}) },
    };
    return withRun(node, path, { ...run, attempts: [...run.attempts.slice(0, -1), { ...last, settings }] }, now);
  }
  return node;
}

/** The node after a program of its control plane was ended from outside; null when no such program runs under that number. */
export function endedByHand(node: Node, pid: number, exitCode: number, now: number): Node | null {
  const { runtime } = node;
  for (const path in runtime?.pods) {
    const run = runtime.pods[path]?.program ?? null;
    const last = run === null ? undefined : lastAttempt(run);
    if (run === null || last === undefined || last.state === 'ended' || last.pid !== pid) continue;
    const over: Attempt = { ...last, end: { at: now, exitCode, by: 'itself' } };
    return lived(withRun(node, path, { ...run, attempts: [...run.attempts.slice(0, -1), over] }, now), now);
  }
  return null;
}

/** When something of its own happens next in a node's containers; null when nothing does. */
export function nextMoment(node: Node): number | null {
  if (node.runtime === undefined) return null;
  const watched = node.kubelet.process !== null;
  let soonest: number | null = null;
  for (const path in node.runtime.pods) {
    const at = momentOf(node.runtime.pods[path]?.program ?? null, watched);
    if (at !== null && (soonest === null || at < soonest)) soonest = at;
  }
  return soonest;
}

function momentOf(run: ProgramRun | null, watched: boolean): number | null {
  if (run === null) return null;
  const last = lastAttempt(run);
  if (last === undefined || last.state === 'ended') return watched ? run.nextAt : null;
  const end = last.end !== null && (watched || last.end.by !== 'probe') ? last.end.at : null;
  const ready = last.state === 'starting' ? last.readyAt : null;
  return end === null ? ready : ready === null ? end : Math.min(end, ready);
}

/**
 * The node with crash loops at their longest pause taken on to shortly before `until`, attempts in between counted, not played:
 * nothing else changes, so each would end as the last.
 */
export function leapt(node: Node, until: number): Node {
  const { runtime } = node;
  if (runtime === undefined || node.kubelet.process === null) return node;
  let changed = false;
  const pods = Object.entries(runtime.pods).map(([path, pod]) => {
    const run = pod.program;
    const last = run === null ? undefined : lastAttempt(run);
    if (run === null || last?.state !== 'ended' || run.nextAt === null || run.backOff?.pause !== BACKOFF_MAX) {
      return [path, pod] as const;
    }
    const period = BACKOFF_MAX + (last.end?.at ?? last.startedAt) - last.startedAt;
    const missed = Math.floor((until - run.nextAt) / period) - KEPT;
    if (missed <= 0) return [path, pod] as const;
    changed = true;
    const nextAt = run.nextAt + missed * period;
    const later = { ...last, number: last.number + missed };
    const program = { ...run, nextAt, backOff: { pause: BACKOFF_MAX, at: nextAt }, attempts: [later] };
    return [path, { ...pod, program }] as const;
  });
  return changed ? { ...node, runtime: { ...runtime, pods: Object.fromEntries(pods) } } : node;
}

/** Takes every container on to the present, etcd first: the API server waits for it. */
function progressed(node: Node, now: number): Node {
  let current = node;
  for (let round = 0; round < 8; round += 1) {
    const moment = nextMoment(current);
    if (moment === null || moment > now) return current;
    for (const path of Object.keys(current.runtime?.pods ?? {}).sort()) current = stepped(current, path, now);
  }
  return current;
}

/** One thing that is due in one pod. */
function stepped(node: Node, path: string, now: number): Node {
  const { runtime } = node;
  const pod = runtime?.pods[path];
  const run = pod?.program ?? null;
  const watched = node.kubelet.process !== null;
  const moment = momentOf(run, watched);
  if (runtime === undefined || pod === undefined || run === null || moment === null || moment > now) return node;
  const last = lastAttempt(run);
  if (last === undefined || last.state === 'ended') return begun(node, runtime, path, pod, run, moment, now);
  if (last.end !== null && last.end.at === moment) return ended(node, path, pod, run, last, now);
  const ready = { ...run, attempts: [...run.attempts.slice(0, -1), { ...last, state: 'ready' as const }] };
  return withRun(node, path, ready, now);
}

function begun(
  node: Node,
  runtime: Runtime,
  path: string,
  pod: HeldPod,
  run: ProgramRun,
  moment: number,
  now: number,
): Node {
  const found = specOf(runtime, path);
  const blocked = found === null ? null : volumeError(found.spec, node.host.files);
  if (blocked !== null) {
    const line = { ...run, blocked, nextAt: now + REMOUNT };
    return byKubelet(
      withRun(node, path, line, now),
      now,
      run.blocked === blocked ? [] : [mountLine(pod, blocked, now)],
    );
  }
  // A moment that passed while no kubelet watched is not made up for.
  const startedAt = Math.max(moment, node.kubelet.process?.startedAt ?? moment);
  const number = (lastAttempt(run)?.number ?? -1) + 1;
  const pid = node.host.nextPid;
  const next = attempt(node, runtime, path, run, { number, pid, startedAt });
  const attempts = [...run.attempts, next].slice(-KEPT);
  const dropped = run.attempts.length === KEPT ? run.attempts[0] : undefined;
  const lines = dropped === undefined ? [] : [removed(pod, run, dropped)];
  const born = withHost(node, { nextPid: pid + 1 });
  return byKubelet(withRun(born, path, { ...run, attempts, nextAt: null, blocked: null }, now), now, lines);
}

/** The end of an attempt, and the pause before the next. Models doBackOff of pkg/kubelet/kuberuntime/kuberuntime_manager.go, v1.36. */
function ended(node: Node, path: string, pod: HeldPod, run: ProgramRun, last: Attempt, now: number): Node {
  const at = last.end?.at ?? now;
  const known = run.backOff !== null && at - run.backOff.at <= 2 * BACKOFF_MAX ? run.backOff : null;
  const nextAt = at + (known === null ? RELIST : Math.max(RELIST, known.pause));
  const pause = known === null ? BACKOFF : Math.min(known.pause * 2, BACKOFF_MAX);
  const over: ProgramRun = {
    ...run,
    attempts: [...run.attempts.slice(0, -1), { ...last, state: 'ended' }],
    nextAt,
    backOff: { pause, at: nextAt },
  };
  const killed = last.end?.by === 'probe' ? probeLines(pod, run, last, node.kubelet.process?.verbosity ?? 0) : [];
  const lines = known === null ? killed : [...killed, crashLine(pod, run, known.pause)];
  return byKubelet(withRun(node, path, over, now), at, lines);
}

/** The node with a program's run changed, and with what that means for an API server that needs this etcd. */
function withRun(node: Node, path: string, run: ProgramRun, now: number): Node {
  const pod = node.runtime?.pods[path];
  if (node.runtime === undefined || pod === undefined) return node;
  const runtime: Runtime = { ...node.runtime, pods: { ...node.runtime.pods, [path]: { ...pod, program: run } } };
  const next = { ...node, runtime };
  return run.program === 'etcd' && etcdAttempt(runtime) !== etcdAttempt(node.runtime) ? relink(next, now) : next;
}

/** Every API server of the node after its etcd came or went. */
function relink(node: Node, now: number): Node {
  const { runtime } = node;
  if (runtime === undefined) return node;
  const entries = Object.entries(runtime.pods).map(([path, pod]) => {
    if (pod.program?.program !== 'kube-apiserver') return [path, pod] as const;
    return [path, { ...pod, program: relinked(node, runtime, path, pod.program, now) }] as const;
  });
  return { ...node, runtime: { ...runtime, pods: Object.fromEntries(entries) } };
}

/** The node with lines of its kubelet in its journal; none when no kubelet runs. */
function byKubelet(node: Node, at: number, lines: readonly LogLine[]): Node {
  const { process } = node.kubelet;
  if (process === null || lines.length === 0) return node;
  return withJournal(node, journalLines(lines, { at, unit: KUBELET_UNIT, identifier: 'kubelet', pid: process.pid }));
}

function podPairs({ namespace, name, uid }: HeldPod): readonly (readonly [string, string])[] {
  return [
    ['pod', `${namespace}/${name}`],
    ['podUID', uid],
  ];
}

function removal(pod: HeldPod): readonly LogLine[] {
  const last = pod.program === null ? undefined : lastAttempt(pod.program);
  const lines = [klogLine('I', 'kubelet.go:3482', 'Trying to delete pod', podPairs(pod))];
  return last === undefined || pod.program === null ? lines : [...lines, removed(pod, pod.program, last)];
}

function removed(pod: HeldPod, run: ProgramRun, { number }: Attempt): LogLine {
  const id = podContainerId(pod.uid, run.container, number);
  return klogLine('I', 'scope.go:122', 'RemoveContainer', [['containerID', id]]);
}

/** What the kubelet says of a container that it kills over a probe: nothing, unless it was told to be talkative. */
function probeLines(pod: HeldPod, run: ProgramRun, { number }: Attempt, verbosity: number): readonly LogLine[] {
  const id = `containerd://${podContainerId(pod.uid, run.container, number)}`;
  const failed = klogLine('I', 'prober.go:122', 'Probe failed', [
    ['probeType', 'Startup'],
    ...podPairs(pod),
    ['containerName', run.container],
    ['probeResult', 'failure'],
  ]);
  const killing = klogLine('I', 'kuberuntime_container.go:909', 'Killing container with a grace period', [
    ...podPairs(pod),
    ['containerName', run.container],
    ['containerID', id],
  ]);
  return [
    ...(verbosity >= 1 ? [failed] : []),
    ...(verbosity >= 2 ? [{ ...killing, text: `${killing.text} gracePeriod=30` }] : []),
  ];
}

function crashLine(pod: HeldPod, run: ProgramRun, pause: number): LogLine {
  const seconds = pause / 1000;
  const span = seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
  const where = `${pod.name}_${pod.namespace}(${pod.uid})`;
  const inner = `"back-off ${span} restarting failed container=${run.container} pod=${where}"`;
  const err = `failed to "StartContainer" for "${run.container}" with CrashLoopBackOff: ${inner}`;
  return klogLine('E', 'pod_workers.go:1338', 'Error syncing pod, skipping', [['err', err], ...podPairs(pod)]);
}

function mountLine(pod: HeldPod, error: string, now: number): LogLine {
  const volume = /volume "([^"]*)"/.exec(error)?.[1] ?? '';
  const name = `kubernetes.io/host-path/${pod.uid}-${volume}`;
  const where = `volume "${volume}" (UniqueName: "${name}") pod "${pod.name}" (UID: "${pod.uid}") `;
  const until = rfc3339(now + REMOUNT)
    .replace('T', ' ')
    .replace('Z', ' +0000 UTC');
  const text =
    `Operation for "{volumeName:${name} podName:${pod.uid} nodeName:}" failed. No retries permitted until ${until} ` +
    `(durationBeforeRetry ${REMOUNT / 1000}s). Error: ${error.replace(`volume "${volume}" `, where)}`;
  return { level: 'E', source: 'nestedpendingoperations.go:348', text };
}
