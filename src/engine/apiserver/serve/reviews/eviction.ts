import type { ApiCall, Served } from '../journey.ts';
import { refused } from '../read.ts';
import { objectReply } from '../reply.ts';
import type { Resource } from '../resource.ts';
import { notFound } from '../status.ts';
import { objectNamed } from '../view/objects.ts';
import { admit, notAdmitted } from '../write/admission.ts';
import { deleteObject } from '../write/remove.ts';

/** POST pods/NAME/eviction: a deletion that a disruption budget may forbid; there are none here. Models pkg/registry/core/pod/storage/eviction.go, v1.36. */
export function evict(call: ApiCall, resource: Resource): Served {
  const { namespace, name } = call.info;
  const old = objectNamed(call.world, resource, namespace, name);
  if (old === null) return refused(call, notFound({ group: '', resource: 'pods', name }));
  const change = { operation: 'create', kind: 'Pod', subresource: 'eviction', name, object: old, old } as const;
  const admitted = admit({ ...call }, { ...resource, kind: 'Eviction' }, change);
  if (!admitted.ok) return notAdmitted(call, admitted);
  const gone = deleteObject({ ...call, request: { ...call.request, body: '' } }, resource);
  const status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };
  return { ...gone, reply: objectReply(call.request, 201, status), facts: { what: `pods ${name}, evicted` } };
}
