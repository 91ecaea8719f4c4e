import type { ContainerView, SandboxView } from '#engine/controlplane/containersOf.ts';
import type { JsonObject } from '#engine/json.ts';
import { rfc3339Nano } from '#engine/time.ts';

/** Objects of the CRI as crictl prints them with `-o json`: the fields that the world knows. Models k8s.io/cri-api/pkg/apis/runtime/v1. */

function nanos(at: number): string {
  return `${at}000000`;
}

function labels(one: Pick<ContainerView, 'podName' | 'namespace' | 'podUid'>, container: string | null): JsonObject {
  return {
    ...(container === null ? {} : { 'io.kubernetes.container.name': container }),
    'io.kubernetes.pod.name': one.podName,
    'io.kubernetes.pod.namespace': one.namespace,
    'io.kubernetes.pod.uid': one.podUid,
  };
}

/** A container in `crictl ps -o json`. */
export function listedContainer(one: ContainerView): JsonObject {
  return {
    id: one.id,
    podSandboxId: one.podId,
    metadata: { name: one.name, attempt: one.attempt },
    image: { image: one.imageId, annotations: {}, userSpecifiedImage: one.image, runtimeHandler: '' },
    imageRef: one.imageId,
    state: one.state === 'running' ? 'CONTAINER_RUNNING' : 'CONTAINER_EXITED',
    createdAt: nanos(one.createdAt),
    labels: labels(one, one.name),
    annotations: { 'io.kubernetes.container.restartCount': String(one.attempt) },
  };
}

/** A container in `crictl inspect`. */
export function inspectedContainer(one: ContainerView): JsonObject {
  const running = one.state === 'running';
  return {
    info: {
      pid: one.pid,
      sandboxID: one.podId,
      runtimeType: 'io.containerd.runc.v2',
      runtimeSpec: { process: { args: [...one.argv] } },
    },
    status: {
      annotations: { 'io.kubernetes.container.restartCount': String(one.attempt) },
      createdAt: rfc3339Nano(one.createdAt),
      exitCode: one.exitCode ?? 0,
      finishedAt: one.finishedAt === null ? '0001-01-01T00:00:00Z' : rfc3339Nano(one.finishedAt),
      id: one.id,
      image: { annotations: {}, image: one.image, runtimeHandler: '', userSpecifiedImage: '' },
      imageRef: one.imageId,
      labels: labels(one, one.name),
      logPath: `/var/log/pods/${one.namespace}_${one.podName}_${one.podUid}/${one.name}/${one.attempt}.log`,
      message: '',
      metadata: { attempt: one.attempt, name: one.name },
      reason: running ? '' : one.exitCode === 0 ? 'Completed' : 'Error',
      startedAt: rfc3339Nano(one.createdAt),
      state: running ? 'CONTAINER_RUNNING' : 'CONTAINER_EXITED',
    },
  };
}

/** A pod in `crictl pods -o json`. */
export function listedSandbox(one: SandboxView): JsonObject {
  return {
    id: one.id,
    metadata: { name: one.name, uid: one.uid, namespace: one.namespace, attempt: one.attempt },
    state: 'SANDBOX_READY',
    createdAt: nanos(one.createdAt),
    labels: { ...one.labels, ...labels({ podName: one.name, namespace: one.namespace, podUid: one.uid }, null) },
    annotations: {},
    runtimeHandler: '',
  };
}

/** A pod in `crictl inspectp`. */
export function inspectedSandbox(one: SandboxView): JsonObject {
  return {
    info: { runtimeType: 'io.containerd.runc.v2' },
    status: { ...listedSandbox(one), createdAt: rfc3339Nano(one.createdAt) },
  };
}
