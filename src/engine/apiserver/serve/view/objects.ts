import type { Json, JsonObject } from '../../../json.ts';
import { rfc3339 } from '../../../time.ts';
import type { World } from '../../../world/world.ts';
import { objectKey } from '../../cluster.ts';
import { objectAt, textAt } from '../../json.ts';
import { createdAt } from '../../newCluster.ts';
import { policyOf } from '../../policy.ts';
import { uidOf } from '../../uid.ts';
import type { Resource } from '../resource.ts';
import { withMetadata } from '../write/store.ts';
import { nodeLeases } from './leaseView.ts';
import { nodeView } from './nodeView.ts';
import { inGoOrder } from './order.ts';
import { ownObjects } from './ownService.ts';
import { podView } from './podView.ts';

/** Every object of a resource as the API server shows it, whole, in the order of namespaces and names. */
export function objectsOf(world: World, resource: Resource, namespace = ''): readonly JsonObject[] {
  const found = raw(world, resource)
    .filter((object) => namespace === '' || textAt(objectAt(object, 'metadata'), 'namespace') === namespace)
    .map((object) => [sortKey(object), object] as const)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return found.map(([, object]) => shown(world, resource, object));
}

/** One object of a resource, or null. */
export function objectNamed(world: World, resource: Resource, namespace: string, name: string): JsonObject | null {
  const found = raw(world, resource).find((object) => {
    const metadata = objectAt(object, 'metadata');
    return textAt(metadata, 'name') === name && textAt(metadata, 'namespace') === namespace;
  });
  return found === undefined ? null : shown(world, resource, found);
}

function sortKey(object: JsonObject): string {
  const metadata = objectAt(object, 'metadata');
  return `${textAt(metadata, 'namespace')}/${textAt(metadata, 'name')}`;
}

/** What is stored, and what kubelets and the API server itself add to it. */
function raw(world: World, resource: Resource): readonly JsonObject[] {
  const prefix = `${resource.kind}/`;
  const { objects } = world.cluster;
  const stored = Object.keys(objects).flatMap((key): readonly JsonObject[] => {
    const object = key.startsWith(prefix) ? objects[key] : undefined;
    return object === undefined ? [] : [object];
  });
  if (resource.kind === 'Pod') {
    const mirrors = mirrorPods(world);
    const mirrored = new Set(mirrors.map(sortKey));
    return [...stored.filter((pod) => !mirrored.has(sortKey(pod))), ...mirrors];
  }
  if (resource.kind === 'Lease') return [...stored, ...nodeLeases(world)];
  const kept = new Set(stored.map(sortKey));
  return [...stored, ...ownObjects(world, resource.kind).filter((object) => !kept.has(sortKey(object)))];
}

/** Mirror pods of nodes that are there: what a kubelet showed of its static pods. */
function mirrorPods(world: World): readonly JsonObject[] {
  return Object.entries(world.cluster.reports ?? {}).flatMap(([name, report]) =>
    Object.hasOwn(world.cluster.objects, objectKey({ kind: 'Node', namespace: '', name }))
      ? report.mirrorPods.map((pod) => withMetadata(pod, { generation: 1 }))
      : [],
  );
}

/** Objects as they are shown, by what is stored of them, where nothing else has a say in it. */
const remembered = new WeakMap<JsonObject, JsonObject>();

function shown(world: World, resource: Resource, object: JsonObject): JsonObject {
  const known = remembered.get(object);
  if (known !== undefined) return known;
  const made = show(world, resource, object);
  const reported = resource.kind === 'Node' || resource.kind === 'Pod' || (object.aggregationRule ?? null) !== null;
  const dated = textAt(objectAt(object, 'metadata'), 'creationTimestamp') !== '';
  if (dated && !reported) remembered.set(object, made);
  return made;
}

function show(world: World, resource: Resource, object: JsonObject): JsonObject {
  const apiVersion = resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
  const whole = { kind: resource.kind, apiVersion, ...object, metadata: wholeMetadata(world, resource, object) };
  const viewed =
    resource.kind === 'Node'
      ? nodeView(world, whole)
      : resource.kind === 'Pod'
        ? podView(world, whole)
        : defaulted(world, whole);
  return inGoOrder(resource.kind, viewed);
}

/** What the API server adds to metadata, where the object was made before anybody wrote it down. */
function wholeMetadata(world: World, resource: Resource, object: JsonObject): JsonObject {
  const metadata = objectAt(object, 'metadata');
  const key = objectKey({
    kind: resource.kind,
    namespace: textAt(metadata, 'namespace'),
    name: textAt(metadata, 'name'),
  });
  return {
    ...metadata,
    uid: textAt(metadata, 'uid') || uidOf(key),
    resourceVersion: textAt(metadata, 'resourceVersion') || '1',
    creationTimestamp: textAt(metadata, 'creationTimestamp') || rfc3339(createdAt(world.cluster, world.now)),
  };
}

/** The few defaults that make a difference to a reader. */
function defaulted(world: World, object: JsonObject): JsonObject {
  switch (object.kind) {
    case 'Secret':
      return { ...object, type: object.type ?? 'Opaque' };
    case 'Namespace':
      return {
        ...object,
        spec: { finalizers: ['kubernetes'], ...objectAt(object, 'spec') },
        status: { phase: 'Active', ...objectAt(object, 'status') },
      };
    case 'ClusterRole':
      return { ...object, rules: aggregatedRules(world, object) ?? object.rules ?? null };
    case 'Role':
      return { ...object, rules: object.rules ?? null };
    case 'ServiceAccount':
      return Object.fromEntries(
        Object.entries(object).filter(([, value]) => !Array.isArray(value) || value.length > 0),
      );
    case 'CertificateSigningRequest':
      return { ...object, status: objectAt(object, 'status') };
    default:
      return object;
  }
}

/** What the controllers write into a role that is made of others; null for any other. */
function aggregatedRules({ cluster }: World, role: JsonObject): Json {
  if ((role.aggregationRule ?? null) === null) return null;
  const key = objectKey({ kind: 'ClusterRole', namespace: '', name: textAt(objectAt(role, 'metadata'), 'name') });
  const rules = policyOf(cluster).roles.get(key) ?? [];
  return rules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([, values]) => values.length > 0)));
}
