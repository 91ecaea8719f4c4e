import { reviewAccess } from '#engine/apiserver/access.ts';
import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { objectOf } from '#engine/apiserver/objects.ts';
import type { AccessDecision } from '#engine/apiserver/review.ts';
import type { Subject } from '#engine/apiserver/subject.ts';
import { capitalised } from '#engine/explain/facts.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import type { World } from '#engine/world/world.ts';
import type { Check } from '#packs/checks.ts';
import { bindingWords, grantedBy, ungranted } from '../because/grants.ts';
import { type Case, type Finding, holding, lacking, type SentTrace } from '../case.ts';

type CanCheck = Check & { check: 'can' };

/**
 * `kubectl auth can-i`, asked of the API server's authorizers. Kubelets ask by the name of their node; so without a name of a
 * node, whoever may must on every one, and whoever may not on none.
 */
export function canFinding(check: CanCheck, { world }: Case): Finding {
  const ofNodes = check.name === '' && /^nodes(\/|$)/.test(check.resource);
  const names = ofNodes ? ['', ...Object.keys(world.nodes)] : [check.name];
  const decisions = names.map((name) => decided(check, name, world));
  const [plain] = decisions;
  const named = ofNodes ? decisions.slice(1) : decisions;
  const allowing = decisions.find(({ allowed }) => allowed);
  const refusing = named.find(({ allowed }) => !allowed);
  const decision = (check.allowed ? (refusing ?? allowing) : (allowing ?? refusing)) ?? plain ?? NOBODY;
  const who = subjectWords(check.who);
  const what = `${check.verb} ${check.resource}`;
  const may = `${who} may ${decision.allowed ? '' : 'not '}${what}`;
  if (decision.allowed === check.allowed) return holding(`${capitalised(may)}.`);
  return lacking({
    expected: `${who} ${check.allowed ? 'to be allowed' : 'not to be allowed'} to ${what}`,
    got: decision.allowed ? 'yes' : 'no',
    because: decision.allowed
      ? grantedBy(decision)
      : `No rule grants it. ${ungranted(decision)}${inVain(check, world)}`,
  });
}

const NOBODY: AccessDecision = { allowed: false, reason: '', by: null, rule: null, considered: [] };

function decided({ who, verb, resource, namespace }: CanCheck, name: string, { cluster }: World): AccessDecision {
  const [whole = '', subresource = ''] = resource.split('/');
  const [plain = '', ...group] = whole.split('.');
  const subject = subjectOf(who);
  const question = { subject, verb, group: group.join('.'), version: 'v1', resource: plain, subresource };
  return reviewAccess(cluster, { ...question, namespace, name });
}

/** A RoleBinding that names them, where it counts for nothing: asked is what lies in no namespace. */
function inVain({ who, namespace }: CanCheck, { cluster }: World): string {
  if (namespace !== '') return '';
  const found = Object.entries(cluster.objects).find(
    ([key, object]) =>
      key.startsWith('RoleBinding/') && objectsAt(object, 'subjects').some((one) => isSubject(one, who)),
  );
  if (found === undefined || isBootstrap(found[0])) return '';
  return ` ${bindingWords(...found)} A RoleBinding counts within its namespace only.`;
}

/** That no binding gives a subject any role, or this one. */
export function unboundFinding(check: Check & { check: 'unbound' }, { world }: Case): Finding {
  const binding = Object.entries(world.cluster.objects).find(
    ([key, object]) =>
      /^(Cluster)?RoleBinding\//.test(key) &&
      (check.role === undefined || textAt(objectAt(object, 'roleRef'), 'name') === check.role) &&
      objectsAt(object, 'subjects').some((one) => isSubject(one, check.who)) &&
      !isBootstrap(key),
  );
  const who = subjectWords(check.who);
  if (binding === undefined) return holding(`No binding gives ${who} ${check.role ?? 'a role'}.`);
  const [key, object] = binding;
  return lacking({
    expected: `no binding that gives ${who} ${check.role ?? 'a role'}`,
    got: key.split('/').at(-1) ?? '',
    because: bindingWords(key, object),
  });
}

/** Bindings that every cluster is born with, and that name strangers on purpose. */
function isBootstrap(key: string): boolean {
  return (
    /^ClusterRoleBinding\/\/system:(public-info-viewer|discovery|basic-user)$/.test(key) ||
    key === 'RoleBinding/kube-public/kubeadm:bootstrap-signer-clusterinfo'
  );
}

function isSubject(subject: Parameters<typeof textAt>[0], who: string): boolean {
  const kind = textAt(subject, 'kind');
  const name = textAt(subject, 'name');
  if (kind === 'ServiceAccount') return who === `sa:${textAt(subject, 'namespace')}/${name}`;
  if (who === 'anonymous') return name === 'system:anonymous' || name === 'system:unauthenticated';
  return who === `${kind.toLowerCase()}:${name}`;
}

/** A subject of a check as the authorizers see it. */
export function subjectOf(who: string): Subject {
  const [kind, ...rest] = who.split(':');
  const name = rest.join(':');
  if (kind === 'anonymous') return { user: 'system:anonymous', uid: '', groups: ['system:unauthenticated'], extra: {} };
  if (kind === 'sa') {
    const [namespace = '', account = ''] = name.split('/');
    const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
    return { user: `system:serviceaccount:${namespace}:${account}`, uid: '', groups, extra: {} };
  }
  if (kind === 'group') return { user: 'somebody', uid: '', groups: [name, 'system:authenticated'], extra: {} };
  const node = name.startsWith('system:node:') ? ['system:nodes'] : [];
  return { user: name, uid: '', groups: [...node, 'system:authenticated'], extra: {} };
}

function subjectWords(who: string): string {
  if (who === 'anonymous') return 'a stranger';
  const [kind, ...rest] = who.split(':');
  const name = rest.join(':');
  return kind === 'sa' ? `the service account ${name}` : kind === 'group' ? `the group ${name}` : name;
}

/** That the API server holds an object, or does not. */
export function objectFinding({ object, exists }: Check & { check: 'object' }, { world }: Case): Finding {
  const there = objectOf(world.cluster, object) !== null;
  const name = `${object.kind} ${object.namespace === '' ? '' : `${object.namespace}/`}${object.name}`;
  if (there === exists) return holding(`There is ${there ? '' : 'no '}${name}.`);
  if (there) {
    return lacking({ expected: `no ${name}`, got: 'one', because: `The API server still holds ${name}.` });
  }
  const near = nearNames(world, object.kind, object.namespace);
  const others = near.length === 0 ? 'none at all' : near.slice(0, 8).join(', ');
  return lacking({
    expected: name,
    got: 'none',
    because: `Of kind ${object.kind} the API server holds there: ${others}.`,
  });
}

function nearNames({ cluster }: World, kind: string, namespace: string): readonly string[] {
  const prefix = `${kind}/${namespace}/`;
  return Object.keys(cluster.objects).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

/** That nobody but these nodes got a certificate approved, in the world or by a request of the run. */
export function approvedFinding({ nodes }: Check & { check: 'approved-only' }, { world, sent }: Case): Finding {
  const isStray = ({ user }: Approved): boolean => !nodes.some((node) => user === `system:node:${node}`);
  const held = approvedRequests(world).find(isStray);
  const stray = held ?? sent().flatMap(approvedBy).find(isStray);
  if (stray === undefined) return holding('Only the right signing requests were approved.');
  const gone = held === undefined ? ' That it was deleted takes no certificate back.' : '';
  return lacking({
    expected: `signing requests of ${nodes.join(', ')} alone to be approved`,
    got: `one of ${stray.user}`,
    because: `The signing request ${stray.name} of ${stray.user} was approved.${gone}`,
  });
}

interface Approved {
  readonly name: string;
  readonly user: string;
}

/** The signing request that a request approved. */
function approvedBy(trace: SentTrace): readonly Approved[] {
  const { request, answer } = trace;
  if (trace.kind !== 'api' || request.method === 'GET' || !/\/approval(\?|$)/.test(request.path)) return [];
  if (answer.kind !== 'http' || answer.status !== 200) return [];
  return approvedOf(objectIn(answer.body));
}

/** An object that was answered; an empty one for any other text. */
function objectIn(body: string): JsonObject {
  try {
    const read = JSON.parse(body) as Json;
    return isObject(read) ? read : {};
  } catch {
    return {};
  }
}

function approvedOf(object: JsonObject): readonly Approved[] {
  const conditions = objectsAt(objectAt(object, 'status'), 'conditions');
  if (!conditions.some((one) => textAt(one, 'type') === 'Approved')) return [];
  return [{ name: textAt(objectAt(object, 'metadata'), 'name'), user: textAt(objectAt(object, 'spec'), 'username') }];
}

function approvedRequests({ cluster }: World): readonly Approved[] {
  return Object.entries(cluster.objects).flatMap(([key, object]) =>
    key.startsWith('CertificateSigningRequest/') ? approvedOf(object) : [],
  );
}
