import type { JsonObject } from '../../../json.ts';
import { rfc3339 } from '../../../time.ts';
import type { World } from '../../../world/world.ts';
import { type Cluster, objectKey } from '../../cluster.ts';
import { objectAt, textAt } from '../../json.ts';
import { uidOf } from '../../uid.ts';

/** The key of an object of a kind in the store. */
export function keyOf(kind: string, object: JsonObject): string {
  const metadata = objectAt(object, 'metadata');
  return objectKey({ kind, namespace: textAt(metadata, 'namespace'), name: textAt(metadata, 'name') });
}

/** The world with an object stored anew, under the store's next revision. */
export function stored(
  world: World,
  kind: string,
  object: JsonObject,
): { readonly world: World; readonly object: JsonObject } {
  const revision = world.cluster.revision + 1;
  const whole = withMetadata(object, { resourceVersion: String(revision) });
  const objects = { ...world.cluster.objects, [keyOf(kind, whole)]: whole };
  return { world: withCluster(world, { objects, revision }), object: whole };
}

/** The world without the objects of these keys. */
export function removed(world: World, keys: readonly string[]): World {
  const gone = new Set(keys);
  const objects = Object.fromEntries(Object.entries(world.cluster.objects).filter(([key]) => !gone.has(key)));
  return withCluster(world, { objects, revision: world.cluster.revision + 1 });
}

export function withCluster(world: World, change: Partial<Cluster>): World {
  return { ...world, cluster: { ...world.cluster, ...change } };
}

/** The object with something of its metadata said anew. */
export function withMetadata(object: JsonObject, change: JsonObject): JsonObject {
  return { ...object, metadata: { ...objectAt(object, 'metadata'), ...change } };
}

/** What every new object gets: a uid of its own and the moment. */
export function born(world: World, kind: string, object: JsonObject): JsonObject {
  const uid = uidOf(`${keyOf(kind, object)} ${world.cluster.revision}`);
  return withMetadata(object, { uid, creationTimestamp: rfc3339(world.now) });
}

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** Five letters or digits behind a `generateName`. Models k8s.io/apimachinery/pkg/util/rand, v0.36. */
export function suffix(text: string): string {
  const digits = uidOf(text).replaceAll('-', '');
  return [0, 1, 2, 3, 4]
    .map((index) => LETTERS.charAt(Number.parseInt(digits.slice(index * 4, index * 4 + 4), 16) % LETTERS.length))
    .join('');
}
