import { textAt } from '../apiserver/json.ts';
import { readManifest } from '../host/containers/manifest.ts';
import { objects } from '../host/containers/podDefaults.ts';
import type { JsonObject } from '../json.ts';
import type { Node } from '../world/world.ts';
import { type HeldPod, type ProgramName, type ProgramRun, type Runtime, sameManifests } from './runtime.ts';

/** A program of the control plane that is told to stop takes about this long; ms. */
const STOPPING = 1000;

/** What became of a node's static pods: the runtime, and the pods that are there no more. */
export interface Synced {
  readonly runtime: Runtime;
  readonly gone: readonly HeldPod[];
}

/**
 * The runtime after a look of the running kubelet at its manifests; null when there is nothing new. A pod whose text is the same
 * goes on, whichever kubelet started it; of two pods of one name the first by its manifest's path is run.
 * Models pkg/kubelet/config/{file,config}.go and pkg/kubelet/pod_workers.go, v1.36.
 */
export function syncedPods(node: Node, now: number): Synced | null {
  const { process } = node.kubelet;
  const { runtime } = node;
  if (process === null) return null;
  const { manifests, nodeName, client, pid, startedAt } = process;
  const before = runtime?.filledBy;
  if (before?.pid === pid && before.startedAt === startedAt && sameManifests(before.manifests, manifests)) return null;
  const old = runtime?.pods ?? {};
  const names = new Set<string>();
  const pods: [string, HeldPod][] = [];
  for (const path of Object.keys(manifests).sort()) {
    const text = manifests[path] ?? '';
    const held = Object.hasOwn(old, path) ? old[path] : undefined;
    if (held !== undefined && before?.nodeName === nodeName && before.manifests[path] === text) {
      names.add(`${held.namespace}/${held.name}`);
      pods.push([path, held]);
      continue;
    }
    const read = readManifest(path, text, nodeName, startedAt);
    if (!read.ok) continue;
    const { metadata, spec } = read.pod;
    const [name, namespace, uid] = [textAt(metadata, 'name'), textAt(metadata, 'namespace'), textAt(metadata, 'uid')];
    if (names.has(`${namespace}/${name}`)) continue;
    names.add(`${namespace}/${name}`);
    const replaces = Object.values(old).some((other) => other.name === name && other.namespace === namespace);
    const begins = now + (replaces ? STOPPING : 0);
    pods.push([path, { name, namespace, uid, startedAt: begins, program: programOf(spec, begins) }]);
  }
  const kept = new Set(pods.map(([, pod]) => pod.uid));
  return {
    runtime: { filledBy: { manifests, nodeName, client, pid, startedAt }, pods: Object.fromEntries(pods) },
    gone: Object.values(old).filter(({ uid }) => !kept.has(uid)),
  };
}

const PROGRAMS: readonly ProgramName[] = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'];

/** The container whose image is one of the control plane's, not begun yet. */
function programOf(spec: JsonObject, begins: number): ProgramRun | null {
  for (const container of objects(spec.containers)) {
    const image = textAt(container, 'image').replace(/@.*$/, '');
    const last = image.slice(image.lastIndexOf('/') + 1).replace(/:.*$/, '');
    const program = PROGRAMS.find((name) => name === last);
    if (program === undefined) continue;
    const name = textAt(container, 'name');
    return { program, container: name, attempts: [], nextAt: begins, backOff: null, blocked: null };
  }
  return null;
}
