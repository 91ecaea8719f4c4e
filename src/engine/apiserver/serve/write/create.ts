import type { JsonObject } from '../../../json.ts';
import type { World } from '../../../world/world.ts';
import { objectAt, textAt } from '../../json.ts';
import { objectOf } from '../../objects.ts';
import type { ApiCall, Served } from '../journey.ts';
import { refused } from '../read.ts';
import { objectReply, withWarnings } from '../reply.ts';
import type { Resource } from '../resource.ts';
import { alreadyExists, badRequest, type Failure, invalid, unknownError } from '../status.ts';
import { objectNamed } from '../view/objects.ts';
import { admit, notAdmitted } from './admission.ts';
import { decodeBody, type WriteOptions, writeOptions } from './decode.ts';
import { escalationFailure } from './escalation.ts';
import { objectWarnings } from './objectWarnings.ts';
import { POD_SECURITY, secured } from './podSecurity/secured.ts';
import { prepared } from './prepare.ts';
import { scheduled } from './schedule.ts';
import { born, stored, suffix, withMetadata } from './store.ts';
import { objectErrors } from './validate.ts';

/** POST of a new object. Models createHandler in apiserver/pkg/endpoints/handlers/create.go and registry/rest/create.go, v0.36. */
export function createObject(call: ApiCall, resource: Resource): Served {
  const { request, info } = call;
  const options = writeOptions(info, 'CreateOptions');
  if ('code' in options) return refused(call, options);
  const decoded = decodeBody(request, resource, options);
  if ('code' in decoded) return refused(call, decoded);
  const served = created(call, resource, options, decoded.object);
  // What was odd about the fields is told whether or not the object was taken.
  return served.reply === undefined ? served : { ...served, reply: withWarnings(served.reply, decoded.warnings) };
}

function created(call: ApiCall, resource: Resource, options: WriteOptions, given: JsonObject): Served {
  const { world, request, info, subject } = call;
  const named = placed(call, resource, given);
  if ('code' in named) return refused(call, named);
  const fresh = born(world, resource.kind, prepared(named.object, subject, null));
  const name = textAt(objectAt(fresh, 'metadata'), 'name');
  const change = { operation: 'create', kind: resource.kind, subresource: '', name, object: fresh, old: null } as const;
  const admitted = admit(call, resource, change);
  if (!admitted.ok) return notAdmitted(call, admitted);
  const admission = { plugin: admitted.plugin, refusal: '' };
  const object = numbered(resource.kind, prepared(admitted.object ?? fresh, subject, null));
  const escalation = escalationFailure(call, resource, object, null);
  if (escalation !== null) return { ...refused(call, escalation, 'api-forbidden'), admission };
  const errors = objectErrors(resource, object, null);
  if (errors.length > 0) return { ...refused(call, invalid(resource, name, errors)), admission };
  const safe = secured(call, { ...change, object });
  if (safe.failure !== null) return notAdmitted(call, { plugin: POD_SECURITY, failure: safe.failure });
  if (objectNamed(world, resource, info.namespace, name) !== null) {
    const about = { group: resource.group, resource: resource.name, name };
    return { ...refused(call, alreadyExists(about)), admission };
  }
  const kept = stored(world, resource.kind, object);
  const seen = options.dryRun
    ? withoutVersion(shownAs(call, resource, kept.world, name))
    : shownAs(call, resource, kept.world, name);
  const reply = objectReply(request, 201, seen);
  return {
    reply: withWarnings(reply, [...objectWarnings(resource.kind, object), ...safe.warnings]),
    ...(options.dryRun ? {} : { world: followed(kept.world, resource.kind, kept.object) }),
    reason: 'api-served',
    facts: { what: `${resource.name} ${name}, ${options.dryRun ? 'only tried' : 'created'}` },
    admission,
  };
}

/** The object as its reader sees it, a new pod as it was before any scheduler saw it. */
function shownAs({ info }: ApiCall, resource: Resource, world: World, name: string): JsonObject {
  const seen = objectNamed(world, resource, resource.namespaced ? info.namespace : '', name) ?? {};
  if (resource.kind !== 'Pod') return seen;
  const { conditions: _conditions, ...status } = objectAt(seen, 'status');
  return { ...seen, status };
}

function withoutVersion(object: JsonObject): JsonObject {
  const { resourceVersion: _version, ...metadata } = objectAt(object, 'metadata');
  return { ...object, metadata };
}

/** The object in the namespace of the path, with a name of its own; what only the server may say is left out. */
function placed(
  { info, world }: ApiCall,
  resource: Resource,
  object: JsonObject,
): { readonly object: JsonObject } | Failure {
  const metadata = objectAt(object, 'metadata');
  const namespace = textAt(metadata, 'namespace');
  if (resource.namespaced && namespace !== '' && namespace !== info.namespace) {
    return badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  if (textAt(metadata, 'resourceVersion') !== '')
    return unknownError('resourceVersion should not be set on objects to be created');
  const prefix = textAt(metadata, 'generateName');
  const given = textAt(metadata, 'name');
  const name =
    given === '' && prefix !== '' ? `${prefix}${suffix(`${prefix} ${world.cluster.revision} ${world.now}`)}` : given;
  const { uid: _uid, creationTimestamp: _born, managedFields: _fields, generation: _generation, ...own } = metadata;
  const placed = { ...own, name, ...(resource.namespaced ? { namespace: info.namespace } : {}) };
  return { object: { ...object, metadata: placed } };
}

/** Kinds whose spec is counted carry a generation. */
function numbered(kind: string, object: JsonObject): JsonObject {
  return kind === 'Pod' ? withMetadata(object, { generation: 1 }) : object;
}

/** What the controllers do at once about a new object: a namespace gets its account and its authority, a pod its node. */
function followed(world: World, kind: string, object: JsonObject): World {
  if (kind === 'Pod') return scheduled(world);
  if (kind !== 'Namespace') return world;
  const namespace = textAt(objectAt(object, 'metadata'), 'name');
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } };
  const authority = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kube-root-ca.crt', namespace, annotations: ROOT_CA_NOTE },
    data: { 'ca.crt': world.cluster.clientCA },
  };
  return [account, authority].reduce<World>((sofar, one) => {
    const isThere = objectOf(sofar.cluster, { kind: one.kind, namespace, name: one.metadata.name }) !== null;
    return isThere ? sofar : stored(sofar, one.kind, born(sofar, one.kind, one)).world;
  }, world);
}

const ROOT_CA_NOTE = {
  'kubernetes.io/description':
    'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
};
