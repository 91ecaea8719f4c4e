import { isObject, type Json, type JsonObject } from '../../json.ts';
import { rfc3339 } from '../../time.ts';
import { type ContainerRuntime, containerId, type PodRuntime } from './pods.ts';

/**
 * A pod as the kubelet lists it: metadata, spec and the status it computed, in Go's order.
 * Models generateAPIPodStatus in pkg/kubelet/kubelet_pods.go, v1.36.
 */
export function podObject(pod: PodRuntime, hostIP: string): JsonObject {
  return { metadata: pod.metadata, spec: pod.spec, status: podStatus(pod, hostIP) };
}

/** Whether a container's main process runs. */
export function isRunning(container: ContainerRuntime): boolean {
  return container.blocked === null && container.life.state === 'running';
}

/** Models getPhase in pkg/kubelet/kubelet_pods.go, v1.36. */
function phaseOf(app: readonly ContainerRuntime[], policy: string): string {
  if (app.some((one) => one.blocked !== null)) return 'Pending';
  if (app.some((one) => one.life.state !== 'terminated')) return 'Running';
  const failed = app.some((one) => one.life.exitCode !== 0);
  if (policy === 'Always') return 'Running';
  return failed ? 'Failed' : 'Succeeded';
}

function podStatus(pod: PodRuntime, hostIP: string): JsonObject {
  const app = pod.containers.filter((one) => one.kind === 'app');
  const init = pod.containers.filter((one) => one.kind === 'init');
  const unready = app.filter((one) => !isRunning(one) || one.ready === false).map((one) => one.name);
  const since = rfc3339(pod.startedAt);
  const condition = (type: string, ready: boolean): JsonObject => ({
    type,
    status: ready ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: since,
    ...(ready
      ? {}
      : { reason: 'ContainersNotReady', message: `containers with unready status: [${unready.join(' ')}]` }),
  });
  return {
    phase: phaseOf(app, String(pod.spec.restartPolicy ?? 'Always')),
    conditions: [
      condition('PodReadyToStartContainers', true),
      condition('Initialized', true),
      condition('Ready', unready.length === 0),
      condition('ContainersReady', unready.length === 0),
      condition('PodScheduled', true),
    ],
    hostIP,
    hostIPs: [{ ip: hostIP }],
    podIP: pod.podIP,
    podIPs: [{ ip: pod.podIP }],
    startTime: since,
    ...(init.length === 0 ? {} : { initContainerStatuses: init.map((one) => containerStatus(pod, one)) }),
    containerStatuses: app.map((one) => containerStatus(pod, one)),
    qosClass: qosOf(pod),
    resources: {},
  };
}

function containerStatus(pod: PodRuntime, container: ContainerRuntime): JsonObject {
  const { life, blocked } = container;
  const running = isRunning(container);
  const ended = (startedAt: number, finishedAt: number, attempt: number): JsonObject => ({
    terminated: {
      exitCode: container.run.end?.code ?? 0,
      reason: (container.run.end?.code ?? 0) === 0 ? 'Completed' : 'Error',
      startedAt: rfc3339(startedAt),
      finishedAt: rfc3339(finishedAt),
      containerID: `containerd://${containerId(pod, container, attempt)}`,
    },
  });
  let state: JsonObject;
  let lastState: JsonObject = {};
  if (blocked !== null) {
    state = { waiting: { reason: blocked.reason, message: blocked.message } };
  } else if (running) {
    state = { running: { startedAt: rfc3339(life.startedAt) } };
    if (life.previous !== null) lastState = ended(life.previous.startedAt, life.previous.finishedAt, life.restarts - 1);
  } else if (life.state === 'waiting') {
    state = { waiting: { reason: 'CrashLoopBackOff', message: backOff(pod, container) } };
    lastState = ended(life.startedAt, life.finishedAt ?? life.startedAt, life.restarts);
  } else {
    state = ended(life.startedAt, life.finishedAt ?? life.startedAt, life.restarts);
  }
  return {
    name: container.name,
    state,
    lastState,
    ready:
      (running && container.ready !== false) ||
      (container.kind === 'init' && life.state === 'terminated' && life.exitCode === 0),
    restartCount: life.restarts,
    image: container.image,
    imageID: blocked === null ? container.imageId : '',
    ...(blocked === null ? { containerID: `containerd://${containerId(pod, container, life.restarts)}` } : {}),
    started: running && container.ready !== false,
    ...(blocked === null ? { resources: container.spec.resources ?? {} } : {}),
  };
}

function backOff(pod: PodRuntime, container: ContainerRuntime): string {
  const seconds = Math.min(10 * 2 ** Math.max(0, container.life.restarts - 1), 300);
  const span = seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
  const where = `${pod.name}_${pod.namespace}(${pod.uid})`;
  return `back-off ${span} restarting failed container=${container.name} pod=${where}`;
}

/** Models ComputePodQOS in pkg/apis/core/v1/helper/qos, v1.36. */
export function qosOf(pod: PodRuntime): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  let some = false;
  let all = true;
  for (const { spec } of pod.containers) {
    const resources = isObject(spec.resources) ? spec.resources : {};
    const limits = compute(resources.limits);
    const requests = compute(resources.requests);
    if (Object.keys(limits).length + Object.keys(requests).length > 0) some = true;
    const full = ['cpu', 'memory'].every(
      (name) => limits[name] !== undefined && (requests[name] ?? limits[name]) === limits[name],
    );
    if (!full) all = false;
  }
  if (!some) return 'BestEffort';
  return all ? 'Guaranteed' : 'Burstable';
}

function compute(value: Json | undefined): Readonly<Record<string, Json>> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter(([name, amount]) => (name === 'cpu' || name === 'memory') && amount !== '0'),
  );
}
