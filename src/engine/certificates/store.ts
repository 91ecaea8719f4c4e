import { type Cluster, objectKey } from '../apiserver/cluster.ts';
import { objectAt } from '../apiserver/json.ts';
import type { JsonObject } from '../json.ts';
import { REQUEST_KIND } from './request.ts';

/** The key of a signing request among the cluster's objects. */
export function requestKey(name: string): string {
  return objectKey({ kind: REQUEST_KIND, namespace: '', name });
}

const PREFIX = requestKey('');

/** Every signing request of the cluster, by key. The same objects give the same list. */
export function requestsOf(objects: Cluster['objects']): readonly (readonly [key: string, object: JsonObject])[] {
  const known = found.get(objects);
  if (known !== undefined) return known;
  const list: (readonly [string, JsonObject])[] = [];
  for (const key in objects) {
    const object = key.startsWith(PREFIX) ? objects[key] : undefined;
    if (object !== undefined) list.push([key, object]);
  }
  found.set(objects, list);
  return list;
}

/** Lists by the objects that they were found among: the clock asks often. */
const found = new WeakMap<Cluster['objects'], readonly (readonly [string, JsonObject])[]>();

/** The cluster with an object kept under a key, under the store's next revision. */
export function kept(cluster: Cluster, key: string, object: JsonObject): Cluster {
  const revision = cluster.revision + 1;
  const metadata = { ...objectAt(object, 'metadata'), resourceVersion: String(revision) };
  return { ...cluster, revision, objects: { ...cluster.objects, [key]: { ...object, metadata } } };
}

/** The cluster without the objects of these keys. */
export function dropped(cluster: Cluster, keys: readonly string[]): Cluster {
  if (keys.length === 0) return cluster;
  const objects = Object.fromEntries(Object.entries(cluster.objects).filter(([key]) => !keys.includes(key)));
  return { ...cluster, revision: cluster.revision + 1, objects };
}
