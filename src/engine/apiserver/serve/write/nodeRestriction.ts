import { isAllowed, isReserved } from '../../../config/flags/nodeLabels.ts';
import { goQuote } from '../../../config/go/quote.ts';
import type { JsonObject } from '../../../json.ts';
import { reviewAccess } from '../../access.ts';
import { canonical } from '../../canonical.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt } from '../../json.ts';
import { nodeIdentity } from '../../nodeAuthorizer.ts';
import type { ApiCall } from '../journey.ts';
import { findResource } from '../resource.ts';
import { objectNamed } from '../view/objects.ts';
import { subjectOf } from './signingErrors.ts';

/** A change as admission sees it; `object` is null for a deletion, `old` for a creation. */
export interface Change {
  readonly operation: 'create' | 'update' | 'delete';
  readonly kind: string;
  readonly subresource: string;
  readonly name: string;
  readonly object: JsonObject | null;
  readonly old: JsonObject | null;
}

/**
 * Why a node's own credential may not make a change, or null. Others than nodes are not looked at.
 * Models plugin/pkg/admission/noderestriction/admission.go, v1.36.
 */
export function nodeRestriction(call: ApiCall, change: Change): string | null {
  const node = nodeIdentity(call.subject);
  if (node === null) return null;
  if (node === '') return `could not determine node from user ${goQuote(call.subject.user)}`;
  switch (change.kind) {
    case 'Pod':
      return podReason(call, change, node);
    case 'Node':
      return nodeReason(change, node);
    case 'TokenRequest':
      return tokenReason(call, change, node);
    case 'Lease':
      if (call.info.namespace !== 'kube-node-lease')
        return 'can only access leases in the "kube-node-lease" system namespace';
      return change.name === node ? null : 'can only access node lease with the same name as the requesting node';
    case 'CertificateSigningRequest':
      return signingReason(change, node);
    default:
      return null;
  }
}

function podReason(call: ApiCall, change: Change, node: string): string | null {
  const { operation, subresource, object, old } = change;
  const quoted = goQuote(node);
  const boundTo = (pod: JsonObject | null) => textAt(objectAt(pod ?? {}, 'spec'), 'nodeName');
  if (subresource === 'status') {
    if (boundTo(old) !== node)
      return `node ${quoted} can only update pod status for pods with spec.nodeName set to itself`;
    const labels = (pod: JsonObject | null) => canonical(objectAt(objectAt(pod ?? {}, 'metadata'), 'labels'));
    return labels(object) === labels(old) ? null : `node ${quoted} cannot update labels through pod status`;
  }
  if (subresource === 'eviction') {
    return boundTo(old) === node ? null : `node ${node} can only evict pods with spec.nodeName set to itself`;
  }
  if (subresource !== '')
    return `unexpected pod subresource ${goQuote(subresource)}, only 'status' and 'eviction' are allowed`;
  if (operation === 'delete') {
    return boundTo(old) === node ? null : `node ${quoted} can only delete pods with spec.nodeName set to itself`;
  }
  if (operation !== 'create' || object === null) {
    return `unexpected operation "UPDATE", node ${quoted} can only create and delete mirror pods`;
  }
  const metadata = objectAt(object, 'metadata');
  const mirror = 'kubernetes.io/config.mirror';
  if (valueAt(objectAt(metadata, 'annotations'), mirror) === null) {
    return `pod does not have ${goQuote(mirror)} annotation, node ${quoted} can only create mirror pods`;
  }
  if (boundTo(object) !== node) return `node ${quoted} can only create pods with spec.nodeName set to itself`;
  return ownerReason(call, objectsAt(metadata, 'ownerReferences'), node);
}

function ownerReason({ world }: ApiCall, owners: readonly JsonObject[], node: string): string | null {
  const may = `node ${goQuote(node)} can only create pods with`;
  const [owner] = owners;
  if (owners.length > 1) return `${may} a single owner reference set to itself`;
  if (
    owner === undefined ||
    textAt(owner, 'kind') !== 'Node' ||
    textAt(owner, 'name') !== node ||
    textAt(owner, 'apiVersion') !== 'v1'
  ) {
    return `${may} an owner reference set to itself`;
  }
  if (valueAt(owner, 'controller') !== true) return `${may} a controller owner reference set to itself`;
  if (valueAt(owner, 'blockOwnerDeletion') === true)
    return `node ${goQuote(node)} must not set blockOwnerDeletion on an owner reference`;
  const nodes = findResource('', 'v1', 'nodes');
  const stored = nodes === null ? null : objectNamed(world, nodes, '', node);
  const uid = textAt(objectAt(stored ?? {}, 'metadata'), 'uid');
  return textAt(owner, 'uid') === uid ? null : `node ${node} UID mismatch: expected ${textAt(owner, 'uid')} got ${uid}`;
}

function nodeReason({ operation, name, object, old }: Change, node: string): string | null {
  const quoted = goQuote(node);
  if (name !== node) return `node ${quoted} is not allowed to modify node ${goQuote(name)}`;
  if (object === null) return null;
  const labels = (one: JsonObject | null) => objectAt(objectAt(one ?? {}, 'metadata'), 'labels');
  const [after, before] = [labels(object), labels(old)];
  const modified = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (key) => valueAt(after, key) !== valueAt(before, key),
  );
  const forbidden = modified.filter(isForbidden).sort().join(', ');
  if (operation === 'create') {
    return forbidden === '' ? null : `node ${quoted} is not allowed to set the following labels: ${forbidden}`;
  }
  const taints = (one: JsonObject | null) => canonical(objectsAt(objectAt(one ?? {}, 'spec'), 'taints'));
  if (taints(object) !== taints(old)) return `node ${quoted} is not allowed to modify taints`;
  const owners = (one: JsonObject | null) => canonical(objectsAt(objectAt(one ?? {}, 'metadata'), 'ownerReferences'));
  if (owners(object) !== owners(old)) return `node ${quoted} is not allowed to modify ownerReferences`;
  return forbidden === '' ? null : `is not allowed to modify labels: ${forbidden}`;
}

/** Labels by which workloads are kept away from nodes; a node may not give itself one. */
function isForbidden(key: string): boolean {
  const namespace = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
  const restricted = 'node-restriction.kubernetes.io';
  if (namespace === restricted || namespace.endsWith(`.${restricted}`)) return true;
  return isReserved(key) && !isAllowed(key);
}

function tokenReason(call: ApiCall, { object }: Change, node: string): string | null {
  const { world, info } = call;
  const spec = objectAt(object ?? {}, 'spec');
  const reference = objectAt(spec, 'boundObjectRef');
  const name = textAt(reference, 'name');
  if (textAt(reference, 'apiVersion') !== 'v1' || textAt(reference, 'kind') !== 'Pod' || name === '') {
    return 'node requested token not bound to a pod';
  }
  const uid = textAt(reference, 'uid');
  if (uid === '') return 'node requested token with a pod binding without a uid';
  const pods = findResource('', 'v1', 'pods');
  const pod = pods === null ? null : objectNamed(world, pods, info.namespace, name);
  if (uid !== textAt(objectAt(pod ?? {}, 'metadata'), 'uid')) {
    return `the UID in the bound object reference (${uid}) does not match the UID in record. The object might have been deleted and then recreated`;
  }
  const podSpec = objectAt(pod ?? {}, 'spec');
  if (textAt(podSpec, 'nodeName') !== node) return 'node requested token bound to a pod scheduled on a different node';
  return audienceReason(call, podSpec, textsAt(spec, 'audiences'));
}

/** A node gets tokens for the audiences only that the pod's volumes name, or that a rule lets it ask for. */
function audienceReason(
  { world, info, subject }: ApiCall,
  pod: JsonObject,
  audiences: readonly string[],
): string | null {
  if (audiences.length > 1) return 'node may only request 0 or 1 audiences';
  const [audience = ''] = audiences;
  const sources = objectsAt(pod, 'volumes').flatMap((volume) => objectsAt(objectAt(volume, 'projected'), 'sources'));
  const named = sources.some(
    (source) =>
      valueAt(source, 'serviceAccountToken') !== null &&
      textAt(objectAt(source, 'serviceAccountToken'), 'audience') === audience,
  );
  const verb = 'request-serviceaccounts-token-audience';
  const { namespace, name } = info;
  const question = { subject, verb, group: '', version: 'v1', resource: audience, subresource: '', namespace, name };
  if (named || reviewAccess(world.cluster, question).allowed) return null;
  const quoted = goQuote(audience);
  return `audience ${quoted} not found in pod spec volume, ${subject.user} is not authorized to request tokens for this audience`;
}

const KUBELET_SIGNERS = ['kubernetes.io/kubelet-serving', 'kubernetes.io/kube-apiserver-client-kubelet'];

function signingReason({ operation, object }: Change, node: string): string | null {
  const spec = objectAt(object ?? {}, 'spec');
  if (operation !== 'create' || !KUBELET_SIGNERS.includes(textAt(spec, 'signerName'))) return null;
  const asked = subjectOf(spec);
  if ('error' in asked) return `unable to parse csr: ${asked.error}`;
  return asked.commonName === `system:node:${node}` ? null : `can only create a node CSR with CN=system:node:${node}`;
}
