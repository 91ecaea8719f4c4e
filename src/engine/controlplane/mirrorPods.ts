import { type Cluster, objectKey } from '../apiserver/cluster.ts';
import { objectAt, textAt } from '../apiserver/json.ts';
import { objectOf } from '../apiserver/objects.ts';
import { uidOf } from '../apiserver/uid.ts';
import { type PodSource, readManifest } from '../host/containers/manifest.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { KubeletProcess } from '../kubelet/process.ts';
import { rfc3339 } from '../time.ts';
import { type Runtime, sameManifests } from './runtime.ts';

const remembered = new WeakMap<KubeletProcess['manifests'], Map<string, readonly JsonObject[]>>();

/**
 * What a kubelet shows the API server of its static pods: a copy of each that it owns and that cannot be changed there, as old as the
 * pod. A pod whose namespace the cluster lacks has none. The same pods give the same list.
 * Models pkg/kubelet/pod/mirror_client.go, v1.36.
 */
export function mirrorPods(process: KubeletProcess, cluster: Cluster, runtime?: Runtime): readonly JsonObject[] {
  const { manifests, nodeName, startedAt } = process;
  const byMoment = remembered.get(manifests) ?? new Map<string, readonly JsonObject[]>();
  remembered.set(manifests, byMoment);
  const owner = objectOf(cluster, { kind: 'Node', namespace: '', name: nodeName });
  const uid = textAt(objectAt(owner ?? {}, 'metadata'), 'uid');
  const held = runtime !== undefined && sameManifests(runtime.filledBy.manifests, manifests) ? runtime.pods : null;
  const paths = Object.keys(held ?? manifests).sort();
  const starts = paths.map((path) => held?.[path]?.startedAt ?? startedAt);
  const key = `${nodeName} ${uid} ${starts.join(' ')}`;
  const known =
    byMoment.get(key) ??
    paths.flatMap((path, index): readonly JsonObject[] => {
      const begun = starts[index] ?? startedAt;
      const read = readManifest(path, manifests[path] ?? '', nodeName, begun);
      return read.ok ? [mirrorOf(read.pod, nodeName, uid, begun)] : [];
    });
  byMoment.set(key, known);
  const lost = known.some((pod) => !hasNamespace(pod, cluster));
  return lost ? known.filter((pod) => hasNamespace(pod, cluster)) : known;
}

function hasNamespace(pod: JsonObject, cluster: Cluster): boolean {
  const name = textAt(objectAt(pod, 'metadata'), 'namespace');
  return Object.hasOwn(cluster.objects, objectKey({ kind: 'Namespace', namespace: '', name }));
}

function mirrorOf({ metadata, spec }: PodSource, nodeName: string, nodeUid: string, startedAt: number): JsonObject {
  const annotations = isObject(metadata.annotations ?? null) ? (metadata.annotations as JsonObject) : {};
  const hash = textAt(annotations, 'kubernetes.io/config.hash');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      uid: uidOf(`mirror ${hash} ${startedAt}`),
      creationTimestamp: rfc3339(startedAt),
      annotations: { ...annotations, 'kubernetes.io/config.mirror': hash },
      ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: nodeName, uid: nodeUid, controller: true }],
    },
    spec: {
      ...spec,
      ...(spec.priority === undefined ? { priority: 0 } : {}),
      preemptionPolicy: 'PreemptLowerPriority',
    },
  };
}
