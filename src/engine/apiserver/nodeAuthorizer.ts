import { goQuote } from '../config/go/quote.ts';
import { CLUSTER_ROLES } from './bootstrap.data.ts';
import type { Cluster } from './cluster.ts';
import { objectAt, objectsAt, textAt } from './json.ts';
import { hangsOnNode } from './nodeGraph.ts';
import { type PolicyRule, readRule, ruleAllows } from './policyRule.ts';
import type { AccessQuestion } from './review.ts';
import type { Subject } from './subject.ts';

/** What the Node authorizer says: allowed, or no opinion, with a reason where it gives one. */
export interface NodeOpinion {
  readonly allowed: boolean;
  readonly reason: string;
}

const SILENT: NodeOpinion = { allowed: false, reason: '' };
const ALLOWED: NodeOpinion = { allowed: true, reason: '' };

/** The name of the node that a subject is: `system:node:NAME` in group `system:nodes`; null for everybody else. */
export function nodeIdentity(subject: Subject): string | null {
  const prefix = 'system:node:';
  return subject.user.startsWith(prefix) && subject.groups.includes('system:nodes')
    ? subject.user.slice(prefix.length)
    : null;
}

/**
 * What a node may do by being that node, and read of what hangs on the pods that are bound to it.
 * Models plugin/pkg/auth/authorizer/node/node_authorizer.go, v1.36.
 */
export function authorizeNode(cluster: Cluster, question: AccessQuestion): NodeOpinion {
  const node = nodeIdentity(question.subject);
  if (node === null) return SILENT;
  if (node === '') return no(`unknown node for user ${goQuote(question.subject.user)}`);
  if (question.path !== undefined) return byRules(question);
  switch (`${question.resource}.${question.group}`) {
    case 'nodes.':
      return authorizeNodes(node, question);
    case 'pods.':
      return authorizePods(cluster, node, question);
    case 'leases.coordination.k8s.io':
      return authorizeLease(node, question);
    case 'csinodes.storage.k8s.io':
      return authorizeCsiNode(node, question);
    case 'secrets.':
    case 'configmaps.':
      return authorizeNamespaced(cluster, node, question);
    case 'serviceaccounts.':
      return authorizeAccount(cluster, node, question);
    case 'persistentvolumeclaims.':
      if (question.subresource === 'status') return authorizeStatus(cluster, node, question);
      return authorizeGet(cluster, node, question);
    case 'persistentvolumes.':
    case 'resourceclaims.resource.k8s.io':
    case 'volumeattachments.storage.k8s.io':
      return authorizeGet(cluster, node, question);
    default:
      return byRules(question);
  }
}

function byRules(question: AccessQuestion): NodeOpinion {
  return nodeRules().some((rule) => ruleAllows(rule, question)) ? ALLOWED : SILENT;
}

function authorizeGet(cluster: Cluster, node: string, question: AccessQuestion): NodeOpinion {
  if (question.verb !== 'get') return no('can only get individual resources of this type');
  if (question.subresource !== '') return no('cannot get subresource');
  return related(cluster, node, question);
}

function authorizeStatus(cluster: Cluster, node: string, question: AccessQuestion): NodeOpinion {
  if (question.verb !== 'update' && question.verb !== 'patch') return no('can only get/update/patch this type');
  return related(cluster, node, question);
}

function authorizeNamespaced(cluster: Cluster, node: string, question: AccessQuestion): NodeOpinion {
  if (!['get', 'list', 'watch'].includes(question.verb)) return no('can only read resources of this type');
  if (question.subresource !== '') return no('cannot read subresource');
  if (question.namespace === '') return no('can only read namespaced object of this type');
  return related(cluster, node, question);
}

function authorizeAccount(cluster: Cluster, node: string, question: AccessQuestion): NodeOpinion {
  const { verb, subresource, name } = question;
  if (verb === 'get' && subresource === '') return authorizeNamespaced(cluster, node, question);
  if (verb !== 'create' || name === '') return no('can only create tokens for individual service accounts');
  if (subresource !== 'token') return no('can only create token subresource of serviceaccount');
  return related(cluster, node, question);
}

/** Whether a pod of the node leads to the object. */
function related(cluster: Cluster, node: string, { resource, namespace, name }: AccessQuestion): NodeOpinion {
  if (name === '') return no('No Object name found');
  return hangsOnNode(cluster, node, resource, namespace, name)
    ? ALLOWED
    : no(`no relationship found between node '${node}' and this object`);
}

function authorizeNodes(node: string, { verb, subresource, name }: AccessQuestion): NodeOpinion {
  if (subresource === 'status') return verb === 'update' || verb === 'patch' ? ALLOWED : SILENT;
  if (subresource !== '') return SILENT;
  if (['create', 'update', 'patch'].includes(verb)) return ALLOWED;
  if (!['get', 'list', 'watch'].includes(verb)) return SILENT;
  if (name === node) return ALLOWED;
  return no(
    name === ''
      ? `node '${node}' cannot read all nodes, only its own Node object`
      : `node '${node}' cannot read '${name}', only its own Node object`,
  );
}

function authorizePods(cluster: Cluster, node: string, question: AccessQuestion): NodeOpinion {
  const { verb, subresource, name, fieldSelector = '' } = question;
  if (subresource === 'status') return verb === 'update' || verb === 'patch' ? ALLOWED : SILENT;
  if (subresource === 'eviction') return verb === 'create' ? ALLOWED : SILENT;
  if (subresource !== '') return SILENT;
  if (verb === 'create' || verb === 'delete') return ALLOWED;
  if (verb === 'get') return authorizeGet(cluster, node, question);
  if (verb !== 'list' && verb !== 'watch') return SILENT;
  const terms = fieldSelector.split(',');
  if (terms.includes(`spec.nodeName=${node}`) || terms.includes(`spec.nodeName==${node}`)) return ALLOWED;
  return name === ''
    ? no('can only list/watch pods with spec.nodeName field selector')
    : related(cluster, node, question);
}

const OWN_OBJECT_VERBS = ['get', 'create', 'update', 'patch', 'delete'];

function authorizeLease(node: string, { verb, namespace, name }: AccessQuestion): NodeOpinion {
  if (!OWN_OBJECT_VERBS.includes(verb)) return no('can only get, create, update, patch, or delete a node lease');
  if (namespace !== 'kube-node-lease') return no('can only access leases in the "kube-node-lease" system namespace');
  return verb === 'create' || name === node
    ? ALLOWED
    : no('can only access node lease with the same name as the requesting node');
}

function authorizeCsiNode(node: string, { verb, subresource, name }: AccessQuestion): NodeOpinion {
  if (!OWN_OBJECT_VERBS.includes(verb)) return no('can only get, create, update, patch, or delete a CSINode');
  if (subresource !== '') return no('cannot authorize CSINode subresources');
  return verb === 'create' || name === node
    ? ALLOWED
    : no('can only access CSINode with the same name as the requesting node');
}

function no(reason: string): NodeOpinion {
  return { allowed: false, reason };
}

let staticRules: readonly PolicyRule[] | null = null;

/** The rules that every node has: the API server takes them from its own code, so editing `system:node` changes nothing. */
function nodeRules(): readonly PolicyRule[] {
  if (staticRules === null) {
    const role = CLUSTER_ROLES.find((candidate) => textAt(objectAt(candidate, 'metadata'), 'name') === 'system:node');
    staticRules = role === undefined ? [] : objectsAt(role, 'rules').map(readRule);
  }
  return staticRules;
}
