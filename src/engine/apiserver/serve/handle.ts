import { kindRow } from '../kinds.table.ts';
import type { ApiCall, Served } from './journey.ts';
import { nodeProxy } from './nodeProxy.ts';
import { servePath } from './nonResource.ts';
import { podLog, podStream } from './podStreams.ts';
import { getObject, listObjects, refused, watchObjects } from './read.ts';
import { textReply } from './reply.ts';
import { API, findResource, type Resource } from './resource.ts';
import { evict } from './reviews/eviction.ts';
import { REVIEWS, review } from './reviews/reviews.ts';
import { tokenRequest } from './reviews/tokenRequest.ts';
import { type Failure, NO_METHOD, NO_RESOURCE } from './status.ts';
import { createObject } from './write/create.ts';
import { deleteCollection, deleteObject } from './write/remove.ts';
import { patchObject, replaceObject } from './write/update.ts';

/** The last gate: what the request is for. Models the routes of apiserver/pkg/endpoints/installer.go, v0.36. */
export function handle(call: ApiCall): Served {
  const { info } = call;
  if (!info.isResource) return servePath(call);
  const known = API.has(info.group === '' ? info.version : `${info.group}/${info.version}`);
  if (!known) {
    const reply = textReply(404, '404 page not found\n');
    return { reply, reason: 'api-not-served', facts: { status: 404, message: 'no such group or version' } };
  }
  const resource = findResource(info.group, info.version, info.resource);
  if (resource === null) return refused(call, NO_RESOURCE);
  // The path of a namespace names one, but what has no namespace is kept under none.
  const scoped = resource.namespaced ? call : { ...call, info: { ...info, namespace: '' } };
  return info.subresource === '' ? serveResource(scoped, resource) : serveSubresource(scoped, resource);
}

function serveResource(call: ApiCall, resource: Resource): Served {
  switch (call.info.verb) {
    case 'get':
      return getObject(call, resource);
    case 'list':
      // Every cluster has some of these, so that an empty list would be untrue.
      if (resource.kind === 'ComponentStatus') return refused(call, notModelled(call, resource.name));
      return listObjects(call, resource);
    case 'watch':
      return watchObjects(call, resource);
    default:
      return changeResource(call, resource);
  }
}

/** Changes of objects of the kinds that are kept; of others the answer is an honest one. */
function changeResource(call: ApiCall, resource: Resource): Served {
  const { verb, namespace } = call.info;
  if (!resource.verbs.includes(verb)) return refused(call, NO_METHOD);
  if (resource.namespaced && namespace === '') return refused(call, NO_METHOD);
  if (REVIEWS.includes(resource.kind)) return review(call, resource);
  if (kindRow(resource.kind) === null) return refused(call, notModelled(call, resource.name));
  switch (verb) {
    case 'create':
      return call.info.name === '' ? createObject(call, resource) : refused(call, NO_METHOD);
    case 'update':
      return call.info.name === '' ? refused(call, NO_METHOD) : replaceObject(call, resource);
    case 'patch':
      return call.info.name === '' ? refused(call, NO_METHOD) : patchObject(call, resource);
    case 'delete':
      return deleteObject(call, resource);
    default:
      return deleteCollection(call, resource);
  }
}

/** What no real API server says: that this one does not do it. */
function notModelled({ info }: ApiCall, what: string): Failure {
  const group = info.group === '' ? '' : `.${info.group}`;
  return { code: 501, reason: '', message: `portside: ${info.verb} of ${what}${group} is not modelled` };
}

function serveSubresource(call: ApiCall, resource: Resource): Served {
  const { info } = call;
  const sub = findResource(info.group, info.version, `${info.resource}/${info.subresource}`);
  if (sub === null) return refused(call, NO_RESOURCE);
  switch (sub.name) {
    case 'nodes/proxy':
      return nodeProxy(call);
    case 'pods/log':
      return info.verb === 'get' ? podLog(call) : refused(call, NO_METHOD);
    case 'pods/exec':
    case 'pods/attach':
    case 'pods/portforward':
      return info.verb === 'get' || info.verb === 'create' ? podStream(call) : refused(call, NO_METHOD);
    case 'serviceaccounts/token':
      return info.verb === 'create' ? tokenRequest(call, resource) : refused(call, NO_METHOD);
    case 'pods/eviction':
      return info.verb === 'create' ? evict(call, resource) : refused(call, NO_METHOD);
    default:
      return servePart(call, resource, sub);
  }
}

/** Parts of an object: `status`, `approval`. */
function servePart(call: ApiCall, resource: Resource, sub: Resource): Served {
  const { verb, subresource } = call.info;
  if (!sub.verbs.includes(verb)) return refused(call, NO_METHOD);
  if (verb === 'get' && sub.kind === resource.kind) return getObject(call, resource);
  const kept = kindRow(resource.kind) !== null && (subresource === 'status' || subresource === 'approval');
  if (!kept) return refused(call, notModelled(call, sub.name));
  return verb === 'patch' ? patchObject(call, resource, subresource) : replaceObject(call, resource, subresource);
}
