import { goQuote } from '../../../config/go/quote.ts';
import type { JsonObject } from '../../../json.ts';
import { reviewAccess } from '../../access.ts';
import { objectKey } from '../../cluster.ts';
import { objectAt, objectsAt, textAt } from '../../json.ts';
import { policyOf } from '../../policy.ts';
import { type PolicyRule, readRule } from '../../policyRule.ts';
import { rulesOf } from '../../rulesOf.ts';
import type { ApiCall } from '../journey.ts';
import type { Resource } from '../resource.ts';
import { type Failure, forbidden, notFound, unknownError } from '../status.ts';

const RBAC = 'rbac.authorization.k8s.io';

/**
 * Nobody grants what they do not hold: why a role or a binding may not be written by this caller, or null. Who may `escalate`
 * the role, or `bind` it, may all the same. Models pkg/registry/rbac/{role,rolebinding}/policybased and
 * ConfirmNoEscalation in pkg/registry/rbac/validation, v1.36.
 */
export function escalationFailure(
  call: ApiCall,
  resource: Resource,
  object: JsonObject,
  old: JsonObject | null,
): Failure | null {
  const { subject, info } = call;
  if (resource.group !== RBAC || subject.groups.includes('system:masters')) return null;
  const binding = resource.kind.endsWith('Binding');
  const about = { group: RBAC, resource: resource.name, name: textAt(objectAt(object, 'metadata'), 'name') };
  const question = { subject, group: RBAC, version: '*', subresource: '', namespace: info.namespace };
  if (!binding) {
    if (old !== null && sameRules(object, old)) return null;
    const escalate = { ...question, verb: 'escalate', resource: resource.name, name: info.name };
    if (reviewAccess(call.world.cluster, escalate).allowed) return null;
    return uncovered(call, objectsAt(object, 'rules').map(readRule), about);
  }
  const roleRef = objectAt(object, 'roleRef');
  if (old !== null && sameSubjects(object, old)) return null;
  const [kind, name] = [textAt(roleRef, 'kind'), textAt(roleRef, 'name')];
  if (kind !== 'ClusterRole' && kind !== 'Role') {
    return unknownError(`unsupported role reference kind: ${goQuote(kind)}`);
  }
  const bind = { ...question, verb: 'bind', resource: kind === 'Role' ? 'roles' : 'clusterroles', name };
  if (reviewAccess(call.world.cluster, bind).allowed) return null;
  const namespace = kind === 'Role' ? info.namespace : '';
  const rules = policyOf(call.world.cluster).roles.get(objectKey({ kind, namespace, name }));
  if (rules === undefined) return notFound({ ...about, name });
  return uncovered(call, rules, about);
}

function sameRules(object: JsonObject, old: JsonObject): boolean {
  return JSON.stringify(object.rules ?? null) === JSON.stringify(old.rules ?? null);
}

function sameSubjects(object: JsonObject, old: JsonObject): boolean {
  const parts = ({ subjects = null, roleRef = null }: JsonObject) => JSON.stringify([subjects, roleRef]);
  return parts(object) === parts(old);
}

function uncovered(
  { world, subject, info }: ApiCall,
  rules: readonly PolicyRule[],
  about: Parameters<typeof forbidden>[0],
): Failure | null {
  const held = rulesOf(world.cluster, subject, info.namespace);
  const missing = rules.flatMap(brokenDown).filter((part) => !held.some((rule) => covers(rule, part)));
  if (missing.length === 0) return null;
  const written = [...new Set(compacted(missing).map(compactText))].sort();
  const groups = subject.groups.map((group) => goQuote(group)).join(' ');
  const why = `user ${goQuote(subject.user)} (groups=[${groups}]) is attempting to grant RBAC permissions not currently held:`;
  return forbidden(about, `${why}\n${written.join('\n')}`);
}

const NOTHING: PolicyRule = { verbs: [], apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: [] };

/** A rule as rules of one verb, one resource and one name each. Models BreakdownRule in component-helpers/auth/rbac, v0.36. */
function brokenDown(rule: PolicyRule): readonly PolicyRule[] {
  const names = rule.resourceNames.length === 0 ? [[]] : rule.resourceNames.map((name) => [name]);
  const resources = rule.apiGroups.flatMap((group) =>
    rule.resources.flatMap((resource) =>
      rule.verbs.flatMap((verb) =>
        names.map((resourceNames) => ({
          ...NOTHING,
          apiGroups: [group],
          resources: [resource],
          verbs: [verb],
          resourceNames,
        })),
      ),
    ),
  );
  const urls = rule.nonResourceURLs.flatMap((url) =>
    rule.verbs.map((verb) => ({ ...NOTHING, nonResourceURLs: [url], verbs: [verb] })),
  );
  return [...resources, ...urls];
}

/** Whether a rule covers one that is broken down. */
function covers(owner: PolicyRule, part: PolicyRule): boolean {
  const within = (set: readonly string[], all: readonly string[]) =>
    set.includes('*') || all.every((one) => set.includes(one));
  const resource = part.resources.every(
    (one) =>
      owner.resources.includes('*') ||
      owner.resources.includes(one) ||
      (one.includes('/') && owner.resources.includes(`*/${one.split('/').slice(1).join('/')}`)),
  );
  const urls = part.nonResourceURLs.every((url) =>
    owner.nonResourceURLs.some((one) => one === url || (one.endsWith('*') && url.startsWith(one.replace(/\*+$/, '')))),
  );
  const named =
    owner.resourceNames.length === 0 ||
    (part.resourceNames.length > 0 && part.resourceNames.every((one) => owner.resourceNames.includes(one)));
  return within(owner.verbs, part.verbs) && within(owner.apiGroups, part.apiGroups) && resource && urls && named;
}

/** Rules about the same resource come together. Models CompactRules in pkg/registry/rbac/validation/policy_compact.go, v1.36. */
function compacted(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  const simple = new Map<string, PolicyRule>();
  const others: PolicyRule[] = [];
  for (const rule of rules) {
    if (rule.nonResourceURLs.length > 0) {
      others.push(rule);
      continue;
    }
    const key = JSON.stringify([rule.apiGroups, rule.resources, rule.resourceNames]);
    const known = simple.get(key);
    simple.set(key, known === undefined ? rule : { ...known, verbs: [...known.verbs, ...rule.verbs] });
  }
  return [...others, ...simple.values()];
}

/** Models CompactString in pkg/apis/rbac/v1/evaluation_helpers.go, v1.36. */
function compactText(rule: PolicyRule): string {
  const parts = [
    ['APIGroups', rule.apiGroups],
    ['Resources', rule.resources],
    ['NonResourceURLs', rule.nonResourceURLs],
    ['ResourceNames', rule.resourceNames],
    ['Verbs', rule.verbs],
  ] as const;
  const written = parts
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}:[${values.map((one) => goQuote(one)).join(' ')}]`);
  return `{${written.join(', ')}}`;
}
