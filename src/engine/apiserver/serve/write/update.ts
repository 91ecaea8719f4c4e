import { goQuote } from '../../../config/go/quote.ts';
import type { Json, JsonObject } from '../../../json.ts';
import { headerValue } from '../../../kubelet/authn/headers.ts';
import { rfc3339 } from '../../../time.ts';
import { reviewAccess } from '../../access.ts';
import { canonical } from '../../canonical.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../../json.ts';
import { createdAt } from '../../newCluster.ts';
import { shapeProblems } from '../../objectShape.ts';
import { objectOf } from '../../objects.ts';
import { forbiddenFailure, questionOf } from '../authorize.ts';
import type { ApiCall, Served } from '../journey.ts';
import { refused } from '../read.ts';
import { objectReply, withWarnings } from '../reply.ts';
import type { Resource } from '../resource.ts';
import { badRequest, conflict, type Failure, invalid, notFound, unknownError } from '../status.ts';
import { objectNamed } from '../view/objects.ts';
import { admit, notAdmitted } from './admission.ts';
import { createObject } from './create.ts';
import { decodeBody, readValue, shaped, type WriteOptions, writeOptions } from './decode.ts';
import { escalationFailure } from './escalation.ts';
import { objectWarnings } from './objectWarnings.ts';
import { patched, patchKind } from './patch.ts';
import { patchFailure } from './patchErrors.ts';
import { POD_SECURITY, secured } from './podSecurity/secured.ts';
import { prepared } from './prepare.ts';
import { stored, withMetadata } from './store.ts';
import { objectErrors } from './validate.ts';

/** A subresource that changes a part of its object only. */
export type Part = '' | 'status' | 'approval';

interface Wanted {
  readonly object: JsonObject;
  readonly warnings: readonly string[];
}

/** PUT of an object. Models updateResource in apiserver/pkg/endpoints/handlers/update.go, v0.36. */
export function replaceObject(call: ApiCall, resource: Resource, part: Part = ''): Served {
  const options = writeOptions(call.info, 'UpdateOptions');
  if ('code' in options) return refused(call, options);
  const decoded = decodeBody(call.request, resource, options);
  if ('code' in decoded) return refused(call, decoded);
  const other = identityFailure(decoded.object, call.info.name, call.info.namespace);
  if (other !== null) return refused(call, other);
  const isThere = objectNamed(call.world, resource, call.info.namespace, call.info.name) !== null;
  if (!isThere && part === '' && CREATED_BY_UPDATE.includes(resource.kind)) return createInstead(call, resource);
  return changeObject(call, resource, part, options, () => decoded);
}

/** Kinds of which a PUT makes an object that is not there. Models AllowCreateOnUpdate of the strategies in pkg/registry, v1.36. */
const CREATED_BY_UPDATE = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];

/** A PUT of what is not there needs what a POST needs, too. */
function createInstead(call: ApiCall, resource: Resource): Served {
  const question = { ...questionOf(call.info, call.subject), verb: 'create' };
  const decision = reviewAccess(call.world.cluster, question);
  if (!decision.allowed) return refused(call, forbiddenFailure(question, decision), 'api-forbidden');
  return createObject({ ...call, info: { ...call.info, verb: 'create' } }, resource);
}

/** PATCH of an object. Models patchResource in apiserver/pkg/endpoints/handlers/patch.go, v0.36. */
export function patchObject(call: ApiCall, resource: Resource, part: Part = ''): Served {
  const kind = patchKind(headerValue(call.request, 'Content-Type'));
  if (kind === null) {
    const message = '415: Unsupported Media Type';
    return refused(call, { code: 415, reason: 'UnsupportedMediaType', message, details: {} });
  }
  const options = writeOptions(call.info, 'PatchOptions');
  if ('code' in options) return refused(call, options);
  const body = call.request.body ?? '';
  if (kind === 'apply') {
    if ((call.info.query.get('fieldManager')?.[0] ?? '') === '') {
      const error = 'fieldManager: Required value: is required for apply patch';
      return refused(call, invalid({ kind: 'PatchOptions', group: 'meta.k8s.io' }, '', [error]));
    }
    const missing = objectNamed(call.world, resource, call.info.namespace, call.info.name) === null;
    if (missing) {
      const request = { ...call.request, headers: [['Content-Type', 'application/yaml'] as const] };
      return createObject({ ...call, request }, resource);
    }
  }
  return changeObject(call, resource, part, options, (old) => {
    const made = patched(kind, old, body);
    if ('code' in made) return made;
    const { mismatch, unknown } = shapeProblems(resource.kind, made.object);
    const strict = options.validation === 'Strict' && unknown.length > 0;
    const problem = mismatch ?? (strict ? `strict decoding error: ${unknown.join(', ')}` : null);
    if (problem !== null) return patchFailure(kind, sentValue(body), made.object, problem);
    return shaped(made.object, resource, options);
  });
}

/** The way of every change: find the old, make the new, admit, compare versions, validate, store. */
function changeObject(
  call: ApiCall,
  resource: Resource,
  part: Part,
  options: WriteOptions,
  make: (old: JsonObject) => Wanted | Failure,
): Served {
  const { world, info, request, subject } = call;
  const { namespace, name } = info;
  const about = { group: resource.group, resource: resource.name, name };
  const before = objectOf(world.cluster, { kind: resource.kind, namespace, name });
  if (before === null) {
    if (objectNamed(world, resource, namespace, name) === null) return refused(call, notFound(about));
    const message = `portside: changing the mirror pod ${name} is not modelled; change its manifest on the node`;
    return refused(call, { code: 501, reason: '', message });
  }
  const old = complete(call, resource, before);
  const wanted = make(old);
  if ('code' in wanted) return refused(call, wanted);
  const problem = identityFailure(wanted.object, name, namespace);
  if (problem !== null) return refused(call, problem);
  const wish = partOf(part, wanted.object, old, world.now);
  const object = settled(resource.kind, prepared(wish, subject, old), old, part, wish);
  const admitted = admit(call, resource, {
    operation: 'update',
    kind: resource.kind,
    subresource: part,
    name,
    object,
    old,
  });
  if (!admitted.ok) return notAdmitted(call, admitted);
  const admission = { plugin: admitted.plugin, refusal: '' };
  const stale = versionFailure(old, wanted.object, about);
  if (stale !== null) return { ...refused(call, stale), admission };
  const escalation = escalationFailure(call, resource, object, old);
  if (escalation !== null) return { ...refused(call, escalation, 'api-forbidden'), admission };
  const errors = objectErrors(resource, object, old);
  if (errors.length > 0) return { ...refused(call, invalid(resource, name, errors)), admission };
  const safe = secured(call, { operation: 'update', kind: resource.kind, subresource: part, name, object, old });
  if (safe.failure !== null) return notAdmitted(call, { plugin: POD_SECURITY, failure: safe.failure });
  const changed = canonical(object) !== canonical(old);
  const next = changed ? stored(world, resource.kind, object).world : world;
  const seen = objectNamed(next, resource, namespace, name) ?? object;
  const reply = objectReply(request, 200, seen);
  return {
    reply: withWarnings(reply, [
      ...wanted.warnings,
      ...(changed ? objectWarnings(resource.kind, object) : []),
      ...safe.warnings,
    ]),
    ...(changed && !options.dryRun ? { world: next } : {}),
    reason: 'api-served',
    facts: { what: `${resource.name} ${name}, ${changed ? (options.dryRun ? 'only tried' : 'changed') : 'as it was'}` },
    admission,
  };
}

/** What a patch says, for the words about it. */
function sentValue(body: string): Json {
  const read = readValue(body, 'json');
  return 'value' in read ? read.value : null;
}

/** The stored object with the kind and the metadata that every reader sees, but without what others report. */
function complete({ world }: ApiCall, resource: Resource, object: JsonObject): JsonObject {
  const metadata = objectAt(object, 'metadata');
  const apiVersion = resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
  return {
    ...object,
    kind: resource.kind,
    apiVersion,
    metadata: {
      ...metadata,
      resourceVersion: textAt(metadata, 'resourceVersion') || '1',
      creationTimestamp: textAt(metadata, 'creationTimestamp') || rfc3339(createdAt(world.cluster, world.now)),
    },
  };
}

function identityFailure(object: JsonObject, path: string, namespace: string): Failure | null {
  const metadata = objectAt(object, 'metadata');
  const name = textAt(metadata, 'name');
  if (name !== '' && name !== path) {
    return badRequest(`the name of the object (${name}) does not match the name on the URL (${path})`);
  }
  if (name === '') {
    const why = 'was undeterminable: name must be provided';
    return badRequest(`the name of the object (${path} based on URL) ${why}`);
  }
  const given = textAt(metadata, 'namespace');
  return given !== '' && given !== namespace
    ? badRequest('the namespace of the provided object does not match the namespace sent on the request')
    : null;
}

/** Somebody else wrote in between, or the object is another one of the same name. */
function versionFailure(
  old: JsonObject,
  object: JsonObject,
  about: { group: string; resource: string; name: string },
): Failure | null {
  const metadata = objectAt(object, 'metadata');
  const [version, uid] = [textAt(metadata, 'resourceVersion'), textAt(metadata, 'uid')];
  if (version !== '' && !/^\d+$/.test(version))
    return unknownError(`strconv.ParseUint: parsing ${goQuote(version)}: invalid syntax`);
  const present = textAt(objectAt(old, 'metadata'), 'uid');
  if (uid !== '' && uid !== present) {
    const [group, namespace] = [
      about.group === '' ? '' : `${about.group}/`,
      textAt(objectAt(old, 'metadata'), 'namespace'),
    ];
    const key = `/registry/${group}${about.resource}/${namespace === '' ? '' : `${namespace}/`}${about.name}`;
    const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${present}`;
    return conflict(
      about,
      `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${why}`,
    );
  }
  const current = textAt(objectAt(old, 'metadata'), 'resourceVersion');
  return version === '' || version === current
    ? null
    : conflict(about, 'the object has been modified; please apply your changes to the latest version and try again');
}

/** What a subresource lets through of a change; conditions of signing requests carry the moment. */
function partOf(part: Part, object: JsonObject, old: JsonObject, now: number): JsonObject {
  if (part === '') return object;
  if (part === 'status') return { ...old, status: objectAt(object, 'status') };
  const known = objectsAt(objectAt(old, 'status'), 'conditions');
  const conditions = objectsAt(objectAt(object, 'status'), 'conditions').map((condition) => {
    const before = known.find((one) => textAt(one, 'type') === textAt(condition, 'type'));
    const at = rfc3339(now);
    const since = before === undefined ? at : textAt(before, 'lastTransitionTime') || at;
    const updated =
      textAt(condition, 'lastUpdateTime') || (before === undefined ? at : textAt(before, 'lastUpdateTime'));
    return { ...condition, lastUpdateTime: updated, lastTransitionTime: since };
  });
  return { ...old, status: { ...objectAt(old, 'status'), conditions } };
}

/** The new object with what no client may change; a part of the old one where only a part was to change. */
function settled(kind: string, object: JsonObject, old: JsonObject, part: Part, wish: JsonObject): JsonObject {
  const before = objectAt(old, 'metadata');
  const kept = Object.fromEntries(
    ['name', 'namespace', 'uid', 'resourceVersion', 'creationTimestamp', 'generation', 'generateName'].flatMap(
      (key) => {
        const value = valueAt(before, key);
        return value === null ? [] : [[key, value] as const];
      },
    ),
  );
  const { managedFields: _fields, ...own } = objectAt(part === '' ? object : old, 'metadata');
  const status = part === '' ? {} : { status: objectAt(wish, 'status') };
  const whole: JsonObject = { ...object, metadata: { ...own, ...kept }, ...status };
  if (kind === 'CertificateSigningRequest' && part !== '') {
    return { ...whole, spec: objectAt(old, 'spec') };
  }
  const counted = kind === 'Pod' && part === '' && canonical(whole.spec) !== canonical(old.spec);
  const generation = valueAt(before, 'generation');
  return counted && typeof generation === 'number' ? withMetadata(whole, { generation: generation + 1 }) : whole;
}
