import type { Cluster } from '../../apiserver/cluster.ts';
import { textAt } from '../../apiserver/json.ts';
import { uidOf } from '../../apiserver/uid.ts';
import { programLife } from '../../controlplane/programLife.ts';
import type { HeldPod } from '../../controlplane/runtime.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { KubeletProcess } from '../../kubelet/process.ts';
import { parseTime } from '../../time.ts';
import type { Node } from '../../world/world.ts';
import { containerFiles } from './containerFiles.ts';
import { podContainerId } from './containerId.ts';
import { digest, digestNumber } from './digest.ts';
import { environmentOf, type PodFacts } from './environment.ts';
import { type ImageFacts, imageFacts } from './images.table.ts';
import { type Lifetime, lifetimeOf } from './lifetime.ts';
import { type PodSource, readManifest } from './manifest.ts';
import { objects, withDefaults } from './podDefaults.ts';
import { shape } from './podShape.ts';
import type { Surroundings } from './programs.ts';
import { type Run, run } from './shell.ts';

/** A container of a pod on the node. */
export interface ContainerRuntime {
  readonly name: string;
  readonly spec: JsonObject;
  readonly kind: 'init' | 'app';
  readonly image: string;
  /** `sha256:` and 64 hex digits. */
  readonly imageId: string;
  readonly facts: ImageFacts;
  readonly life: Lifetime;
  /** Why it cannot be created (`CreateContainerConfigError`), with its message; null when it can. */
  readonly blocked: { readonly reason: string; readonly message: string } | null;
  /** The words of its main process. */
  readonly argv: readonly string[];
  /** What its main process does from start on. */
  readonly run: Run;
  /** What the attempt before did, where that was another; null when it is not kept. */
  readonly previousRun?: Run | null;
  /** Whether it serves; as soon as it runs when absent. */
  readonly ready?: boolean;
  readonly surroundings: Surroundings;
}

/** A pod that the kubelet runs. */
export interface PodRuntime {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly isStatic: boolean;
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
  readonly containers: readonly ContainerRuntime[];
  readonly startedAt: number;
  readonly podIP: string;
}

/** What runs on a node. */
export interface Workload {
  readonly pods: readonly PodRuntime[];
}

/** What the pods of a node follow from. */
export interface WorkloadInputs {
  readonly node: Node;
  /** The kubelet that runs them, or ran them last. */
  readonly process: Pick<KubeletProcess, 'manifests' | 'nodeName' | 'client' | 'pid' | 'startedAt'>;
  readonly cluster: Cluster;
  readonly now: number;
}

/** A workload, with the node's files where a container sees some of them. */
interface Made {
  readonly workload: Workload;
  readonly files: Node['host']['files'] | null;
  readonly runtime: Node['runtime'];
}

const remembered = new WeakMap<KubeletProcess['manifests'], WeakMap<Cluster['objects'], Map<string, Made>>>();

/**
 * The pods that a running kubelet has: static ones from its manifests, and those of the API server that are bound to
 * its node. Nothing is stored: ids stand for names, times follow from the start. Static pods come first.
 */
export function workloadOf(inputs: WorkloadInputs): Workload {
  const { process, cluster, node, now } = inputs;
  const byObjects = remembered.get(process.manifests) ?? new WeakMap<Cluster['objects'], Map<string, Made>>();
  remembered.set(process.manifests, byObjects);
  const byMoment = byObjects.get(cluster.objects) ?? new Map<string, Made>();
  byObjects.set(cluster.objects, byMoment);
  const key = `${process.pid} ${process.startedAt} ${node.host.address} ${now}`;
  const known = byMoment.get(key);
  if (
    known !== undefined &&
    known.runtime === node.runtime &&
    (known.files === null || known.files === node.host.files)
  ) {
    return known.workload;
  }
  const workload = makeWorkload(inputs);
  // Only the latest moment is worth keeping.
  byMoment.clear();
  const files = workload.pods.some(seesHost) ? node.host.files : null;
  byMoment.set(key, { workload, files, runtime: node.runtime });
  return workload;
}

/** Whether a pod has a part of the node's own tree among its volumes. */
function seesHost({ spec }: PodRuntime): boolean {
  return objects(spec.volumes).some(({ hostPath }) => isObject(hostPath));
}

function makeWorkload(inputs: WorkloadInputs): Workload {
  const { process, cluster, node } = inputs;
  const pods: PodRuntime[] = [];
  for (const path of Object.keys(process.manifests).sort()) {
    const read = readManifest(path, process.manifests[path] ?? '', process.nodeName, process.startedAt);
    if (!read.ok) continue;
    const held = heldPod(node, path, textAt(read.pod.metadata, 'uid'));
    if (held !== 'ignored') pods.push(podRuntime(read.pod, held, inputs));
  }
  for (const source of boundPods(process, cluster)) pods.push(podRuntime(source, null, inputs));
  return { pods };
}

/** What the runtime keeps of a static pod; 'new' before it was told of it, 'ignored' when another pod has its name. */
function heldPod({ runtime }: Node, path: string, uid: string): HeldPod | 'new' | 'ignored' {
  if (runtime === undefined) return 'new';
  const held = Object.hasOwn(runtime.pods, path) ? runtime.pods[path] : undefined;
  if (held === undefined) return Object.hasOwn(runtime.filledBy.manifests, path) ? 'ignored' : 'new';
  return held.uid === uid ? held : 'new';
}

/** Pods of the API server with this node's name; mirror pods are the static ones seen again. */
function boundPods(process: WorkloadInputs['process'], cluster: Cluster): readonly PodSource[] {
  if (process.client === null || process.client.subject === null) return [];
  const keys = Object.keys(cluster.objects).filter((key) => key.startsWith('Pod/'));
  return keys.sort().flatMap((key): readonly PodSource[] => {
    const object = cluster.objects[key];
    if (!isObject(object) || !isObject(object.spec) || object.spec.nodeName !== process.nodeName) return [];
    const metadata = shape(object.metadata ?? null, 'ObjectMeta');
    const spec = shape(object.spec, 'PodSpec');
    if (!metadata.ok || !spec.ok) return [];
    const { annotations } = metadata.value;
    if (isObject(annotations) && Object.hasOwn(annotations, 'kubernetes.io/config.mirror')) return [];
    const own = { serviceAccountName: 'default', ...spec.value };
    return [
      { metadata: { ...metadata.value, uid: textAt(metadata.value, 'uid') || uidOf(key) }, spec: withDefaults(own) },
    ];
  });
}

function podRuntime(source: PodSource, held: HeldPod | 'new' | null, inputs: WorkloadInputs): PodRuntime {
  const { node, process, cluster, now } = inputs;
  const { metadata, spec } = source;
  const name = textAt(metadata, 'name');
  const namespace = textAt(metadata, 'namespace') || 'default';
  const uid = textAt(metadata, 'uid');
  const created = parseTime(textAt(metadata, 'creationTimestamp'));
  const isStatic = held !== null;
  const kept = held === 'new' ? null : held;
  const startedAt = kept?.startedAt ?? (isStatic || Number.isNaN(created) ? process.startedAt : created);
  const hostIP = node.host.address;
  const podIP = spec.hostNetwork === true ? hostIP : `10.244.1.${2 + digestNumber(uid, 250)}`;
  const hostname = spec.hostNetwork === true ? node.host.hostname : textAt(spec, 'hostname') || name;
  const facts: PodFacts = { metadata, spec, podIP, hostIP, hostname, cluster, startedAt, now };
  const make = (container: JsonObject, kind: ContainerRuntime['kind']): ContainerRuntime =>
    withProgram(containerRuntime(container, kind, facts, inputs), kept);
  const containers = [
    ...objects(spec.initContainers).map((one) => make(one, 'init')),
    ...objects(spec.containers).map((one) => make(one, 'app')),
  ];
  return { name, namespace, uid, isStatic, metadata, spec, containers, startedAt, podIP };
}

/** A program of the control plane is not played from its command line: its attempts are kept. */
function withProgram(container: ContainerRuntime, held: HeldPod | null): ContainerRuntime {
  const program = held?.program ?? null;
  return program?.container === container.name ? { ...container, ...programLife(program) } : container;
}

function containerRuntime(
  spec: JsonObject,
  kind: ContainerRuntime['kind'],
  facts: PodFacts,
  { node, now }: WorkloadInputs,
): ContainerRuntime {
  const image = textAt(spec, 'image');
  const known = imageFacts(image);
  const argv = mainCommand(spec, known);
  const files = containerFiles(spec, known, facts, () => node.host.files);
  const surroundings: Surroundings = {
    hostname: facts.hostname,
    user: numberOf('runAsUser', spec, facts.spec),
    group: numberOf('runAsGroup', spec, facts.spec),
    accounts: known.accounts,
    environment: environmentOf(spec, facts),
    read: files.read,
    list: files.list,
    has: (program) => known.programs.includes(program),
    processes: [argv.join(' ')],
    now,
  };
  const elapsed = Math.max(0, now - facts.startedAt);
  const main = run(argv, surroundings, elapsed);
  const policy = kind === 'init' ? 'Never' : textAt(facts.spec, 'restartPolicy') || 'Always';
  return {
    name: textAt(spec, 'name'),
    spec,
    kind,
    image: fullReference(image),
    imageId: `sha256:${digest(`image ${fullReference(image)}`, 64)}`,
    facts: known,
    argv,
    life: lifetimeOf(main, policy, facts.startedAt, now),
    blocked: blockade(spec, facts),
    run: main,
    surroundings,
  };
}

/** Models verifyRunAsNonRoot in pkg/kubelet/kuberuntime/security_context.go, v1.36. */
function blockade(spec: JsonObject, facts: PodFacts): ContainerRuntime['blocked'] {
  const contexts = [spec.securityContext, facts.spec.securityContext].filter(isObject);
  const nonRoot = contexts.find((context) => typeof context.runAsNonRoot === 'boolean')?.runAsNonRoot === true;
  if (!nonRoot) return null;
  const user = contexts.find((context) => typeof context.runAsUser === 'number')?.runAsUser;
  const where = `(pod: "${textAt(facts.metadata, 'name')}_${textAt(facts.metadata, 'namespace')}(${textAt(facts.metadata, 'uid')})", container: ${textAt(spec, 'name')})`;
  if (user === undefined) {
    const message = `container has runAsNonRoot and image will run as root ${where}`;
    return { reason: 'CreateContainerConfigError', message };
  }
  if (user !== 0) return null;
  const message = `container's runAsUser breaks non-root policy ${where}`;
  return { reason: 'CreateContainerConfigError', message };
}

function mainCommand(spec: JsonObject, image: ImageFacts): readonly string[] {
  const command = words(spec.command);
  const parameters = words(spec.args);
  if (command.length > 0) return [...command, ...parameters];
  const [program = '/app'] = image.entrypoint;
  return parameters.length > 0 ? [program, ...parameters] : image.entrypoint;
}

function numberOf(field: string, spec: JsonObject, pod: JsonObject): number {
  for (const context of [spec.securityContext, pod.securityContext]) {
    const value = isObject(context) ? context[field] : undefined;
    if (typeof value === 'number') return value;
  }
  return 0;
}

/** Docker's short names are written out, as containerd reports them. */
function fullReference(image: string): string {
  const [first = ''] = image.split('/', 1);
  if (!image.includes('/')) return `docker.io/library/${image}`;
  return first.includes('.') || first.includes(':') || first === 'localhost' ? image : `docker.io/${image}`;
}

/** The pod of a namespace and name, as the kubelet knows it; null when there is none. */
export function findPod(workload: Workload, namespace: string, name: string): PodRuntime | null {
  return workload.pods.find((pod) => pod.namespace === namespace && pod.name === name) ?? null;
}

/** The runtime's id of a container's attempt: 64 hex digits. */
export function containerId(pod: PodRuntime, container: ContainerRuntime, attempt: number): string {
  return podContainerId(pod.uid, container.name, attempt);
}

function words(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
