import { goQuote } from '../../config/go/quote.ts';
import type { JsonObject } from '../../json.ts';
import type { ApiCall, Served } from './journey.ts';
import { failureReply, objectReply, withWarnings } from './reply.ts';
import type { Resource } from './resource.ts';
import { fieldSelector, labelSelector } from './selectors.ts';
import { badRequest, type Failure, notFound } from './status.ts';
import { objectNamed, objectsOf } from './view/objects.ts';

/** GET of one object. */
export function getObject(call: ApiCall, resource: Resource): Served {
  const { world, request, info } = call;
  const object = objectNamed(world, resource, info.namespace, info.name);
  const about = { group: resource.group, resource: resource.name, name: info.name };
  if (object === null) return refused(call, notFound(about));
  return {
    reply: withWarnings(objectReply(request, 200, object), deprecations(resource)),
    reason: 'api-served',
    facts: { what: `${resource.name} ${info.name}` },
  };
}

/** What a client is warned of when it reads an old kind. Models APILifecycleDeprecated of k8s.io/api and endpoints/handlers, v0.36. */
function deprecations({ kind, group }: Resource): readonly string[] {
  if (group !== '') return [];
  if (kind === 'Endpoints') return ['v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'];
  return kind === 'ComponentStatus' ? ['v1 ComponentStatus is deprecated in v1.19+'] : [];
}

/** GET of many, and DELETE's view of which: those that the selectors leave. */
export function selected(call: ApiCall, resource: Resource): readonly JsonObject[] | Failure {
  const { world, info } = call;
  for (const key of ['timeoutSeconds', 'limit']) {
    const number = info.query.get(key)?.[0] ?? '';
    if (!/^([+-]?\d+)?$/.test(number))
      return badRequest(`strconv.ParseInt: parsing ${goQuote(number)}: invalid syntax`);
  }
  const labels = labelSelector(info.query.get('labelSelector')?.[0] ?? '');
  if (!labels.ok) return badRequest(labels.error);
  const fields = fieldSelector(info.query.get('fieldSelector')?.[0] ?? '', resource);
  if (!fields.ok) return badRequest(fields.error);
  return objectsOf(world, resource, info.namespace).filter(
    (object) => labels.matches(object) && fields.matches(object),
  );
}

/** GET of many: a list whose items leave out their kind. */
export function listObjects(call: ApiCall, resource: Resource): Served {
  const found = selected(call, resource);
  if (isFailure(found)) return refused(call, found);
  const version = call.info.query.get('resourceVersion')?.[0] ?? '';
  if (!/^\d*$/.test(version)) {
    const why = `strconv.ParseUint: parsing ${goQuote(version)}: invalid syntax`;
    const error = `resourceVersion: Invalid value: ${goQuote(version)}: ${why}`;
    return refused(call, badRequest(`invalid resource version: ${error}`));
  }
  const items = found.map(({ kind: _kind, apiVersion: _version, ...rest }): JsonObject => rest);
  const object = {
    kind: `${resource.kind}List`,
    apiVersion: resource.group === '' ? resource.version : `${resource.group}/${resource.version}`,
    metadata: { resourceVersion: String(call.world.cluster.revision) },
    items,
  };
  return {
    reply: withWarnings(objectReply(call.request, 200, object), deprecations(resource)),
    reason: 'api-served',
    facts: { what: `${resource.name}, ${items.length} of them` },
  };
}

/** Watching: what is there comes as events, and the stream ends, since the simulated moment holds still. */
export function watchObjects(call: ApiCall, resource: Resource): Served {
  const found = selected(call, resource);
  if (isFailure(found)) return refused(call, found);
  const body = found.map((object) => `${JSON.stringify({ type: 'ADDED', object })}\n`).join('');
  return {
    reply: { status: 200, headers: [['Content-Type', 'application/json']], body },
    reason: 'api-served',
    facts: { what: `${resource.name}, as they are now` },
  };
}

export function isFailure(value: readonly JsonObject[] | Failure): value is Failure {
  return !Array.isArray(value);
}

/** The answer of a handler that could not do what it was asked. */
export function refused({ request }: ApiCall, failure: Failure, reason: Served['reason'] = 'api-not-served'): Served {
  return {
    reply: failureReply(request, failure),
    reason: failure.code === 422 ? 'api-invalid' : reason,
    facts: { status: failure.code, message: failure.message },
  };
}
