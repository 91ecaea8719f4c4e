import type { ApiCall, Served } from './journey.ts';
import { nodeProxy } from './nodeProxy.ts';
import { servePath } from './nonResource.ts';
import { podLog, podStream } from './podStreams.ts';
import { getObject, listObjects, refused, watchObjects } from './read.ts';
import { textReply } from './reply.ts';
import { API, findResource, type Resource } from './resource.ts';
import { NO_METHOD, NO_RESOURCE } from './status.ts';

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
  return info.subresource === '' ? serveResource(call, resource) : serveSubresource(call, resource);
}

function serveResource(call: ApiCall, resource: Resource): Served {
  switch (call.info.verb) {
    case 'get':
      return getObject(call, resource);
    case 'list':
      return listObjects(call, resource);
    case 'watch':
      return watchObjects(call, resource);
    default:
      return refused(call, NO_METHOD);
  }
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
    default:
      if (info.verb === 'get' && sub.verbs.includes('get') && sub.kind === resource.kind)
        return getObject(call, resource);
      return refused(call, NO_METHOD);
  }
}
