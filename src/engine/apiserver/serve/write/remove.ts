import { isObject, type JsonObject } from '../../../json.ts';
import { rfc3339 } from '../../../time.ts';
import type { World } from '../../../world/world.ts';
import { objectKey } from '../../cluster.ts';
import { objectAt, textAt, textsAt, valueAt } from '../../json.ts';
import { uidOf } from '../../uid.ts';
import type { ApiCall, Served } from '../journey.ts';
import { isFailure, refused, selected } from '../read.ts';
import { objectReply } from '../reply.ts';
import type { Resource } from '../resource.ts';
import { conflict, details, notFound } from '../status.ts';
import { objectNamed } from '../view/objects.ts';
import { inGoOrder } from '../view/order.ts';
import { isHeard, reportOf } from '../view/reports.ts';
import { admit, notAdmitted } from './admission.ts';
import { readValue, writeOptions } from './decode.ts';
import { removed, withCluster, withMetadata } from './store.ts';

/** Kinds whose deletion answers with the object. Models ReturnDeletedObject in pkg/registry/core, v1.36. */
const RETURNED = [
  'Pod',
  'ServiceAccount',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'PodTemplate',
  'ResourceQuota',
  'Service',
];

/** DELETE of one object. Models DeleteResource in apiserver/pkg/endpoints/handlers/delete.go, v0.36. */
export function deleteObject(call: ApiCall, resource: Resource): Served {
  const { world, info, request } = call;
  const { namespace, name } = info;
  const options = writeOptions(info, 'DeleteOptions');
  if ('code' in options) return refused(call, options);
  const about = { group: resource.group, resource: resource.name, name };
  const old = objectNamed(world, resource, namespace, name);
  const admitted = admit(call, resource, {
    operation: 'delete',
    kind: resource.kind,
    subresource: '',
    name,
    object: null,
    old,
  });
  if (old === null) return refused(call, notFound(about));
  if (!admitted.ok) return notAdmitted(call, admitted);
  const admission = { plugin: admitted.plugin, refusal: '' };
  const body = bodyOf(call);
  // kubectl says it in the body, other clients in the query.
  const dryRun = options.dryRun || textsAt(body, 'dryRun').includes('All');
  const wanted = textAt(objectAt(body, 'preconditions'), 'uid');
  const uid = textAt(objectAt(old, 'metadata'), 'uid');
  if (wanted !== '' && wanted !== uid) {
    const why = `Precondition failed: UID in precondition: ${wanted}, UID in object meta: ${uid}`;
    return { ...refused(call, conflict(about, why)), admission };
  }
  const gone = leaving(call, resource, old, body);
  const answer =
    RETURNED.includes(resource.kind) || resource.kind === 'Namespace' ? gone : success(resource, name, uid);
  return {
    reply: objectReply(request, 200, answer),
    ...(dryRun ? {} : { world: without(world, resource, old) }),
    reason: 'api-served',
    facts: { what: `${resource.name} ${name}, ${dryRun ? 'only tried' : 'deleted'}` },
    admission,
  };
}

/** DELETE of many: all that the selectors leave, each admitted by itself. */
export function deleteCollection(call: ApiCall, resource: Resource): Served {
  const options = writeOptions(call.info, 'DeleteOptions');
  if ('code' in options) return refused(call, options);
  const found = selected(call, resource);
  if (isFailure(found)) return refused(call, found);
  let next = call.world;
  for (const object of found) {
    const name = textAt(objectAt(object, 'metadata'), 'name');
    const change = {
      operation: 'delete',
      kind: resource.kind,
      subresource: '',
      name,
      object: null,
      old: object,
    } as const;
    const admitted = admit(call, resource, change);
    if (!admitted.ok) return notAdmitted(call, admitted);
    next = without(next, resource, object);
  }
  const items = found.map(({ kind: _kind, apiVersion: _version, ...rest }): JsonObject => rest);
  const list = {
    kind: `${resource.kind}List`,
    apiVersion: resource.group === '' ? resource.version : `${resource.group}/${resource.version}`,
    metadata: { resourceVersion: String(call.world.cluster.revision) },
    items,
  };
  return {
    reply: objectReply(call.request, 200, list),
    ...(options.dryRun ? {} : { world: next }),
    reason: 'api-served',
    facts: { what: `${resource.name}, ${items.length} of them deleted` },
    admission: { plugin: '', refusal: '' },
  };
}

function bodyOf({ request }: ApiCall): JsonObject {
  const read = readValue(request.body ?? '', 'json');
  return 'value' in read && isObject(read.value) ? read.value : {};
}

function success(resource: Resource, name: string, uid: string): JsonObject {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: details({ name, group: resource.group, kind: resource.name, uid }),
  };
}

/** The object as the answer shows it on its way out: when it will be gone. */
function leaving({ world, info }: ApiCall, resource: Resource, old: JsonObject, body: JsonObject): JsonObject {
  if (resource.kind === 'Namespace') {
    return inGoOrder('Namespace', {
      ...withMetadata(old, { deletionTimestamp: rfc3339(world.now) }),
      status: { phase: 'Terminating' },
    });
  }
  if (resource.kind !== 'Pod') return old;
  const node = textAt(objectAt(old, 'spec'), 'nodeName');
  const asked = valueAt(body, 'gracePeriodSeconds') ?? info.query.get('gracePeriodSeconds')?.[0] ?? null;
  const own = valueAt(objectAt(old, 'spec'), 'terminationGracePeriodSeconds');
  const waits = node !== '' && isHeard(world, reportOf(world, node));
  const seconds = waits ? Number(asked ?? own ?? 30) || 0 : 0;
  const generation = valueAt(objectAt(old, 'metadata'), 'generation');
  return inGoOrder(
    'Pod',
    withMetadata(old, {
      ...(typeof generation === 'number' ? { generation: generation + 1 } : {}),
      deletionTimestamp: rfc3339(world.now + seconds * 1000),
      deletionGracePeriodSeconds: seconds,
    }),
  );
}

/** The world without the object, and without what lived in it; a static pod's mirror comes back at once as a new object. */
function without(world: World, resource: Resource, object: JsonObject): World {
  const metadata = objectAt(object, 'metadata');
  const [namespace, name] = [textAt(metadata, 'namespace'), textAt(metadata, 'name')];
  const key = objectKey({ kind: resource.kind, namespace, name });
  if (resource.kind === 'Pod' && !Object.hasOwn(world.cluster.objects, key)) return mirroredAnew(world, object);
  if (resource.kind !== 'Namespace') return removed(world, [key]);
  const inside = Object.keys(world.cluster.objects).filter((one) => one.split('/')[1] === name);
  return removed(world, [key, ...inside]);
}

function mirroredAnew(world: World, pod: JsonObject): World {
  const node = textAt(objectAt(pod, 'spec'), 'nodeName');
  const report = reportOf(world, node);
  if (report === null) return world;
  const uid = textAt(objectAt(pod, 'metadata'), 'uid');
  const mirrorPods = report.mirrorPods.map((one) =>
    textAt(objectAt(one, 'metadata'), 'uid') === uid
      ? withMetadata(one, { uid: uidOf(`${uid} ${world.now}`), creationTimestamp: rfc3339(world.now) })
      : one,
  );
  return withCluster(world, { reports: { ...world.cluster.reports, [node]: { ...report, mirrorPods } } });
}
