import type { JsonObject } from '../json.ts';
import { type Cluster, type ObjectReference, objectKey } from './cluster.ts';
import { asObject, objectAt, objectsAt, textAt, textsAt, valueAt } from './json.ts';
import { type PolicyRule, readRule } from './policyRule.ts';

/** Whom a binding names. */
export interface BindingSubject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A ClusterRoleBinding or RoleBinding as RBAC reads it. */
export interface Binding {
  readonly reference: ObjectReference;
  readonly role: ObjectReference;
  readonly subjects: readonly BindingSubject[];
}

/** All that RBAC knows, read from the cluster's objects; lists in order of their names. */
export interface Policy {
  readonly clusterBindings: readonly Binding[];
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  /** Rules by the role's key; aggregated roles hold the rules of all roles that they select. */
  readonly roles: ReadonlyMap<string, readonly PolicyRule[]>;
}

const policies = new WeakMap<Cluster['objects'], Policy>();

/** The policy that a cluster's objects make; read once for each state of the objects. */
export function policyOf(cluster: Cluster): Policy {
  const known = policies.get(cluster.objects);
  if (known !== undefined) return known;
  const policy = readPolicy(cluster.objects);
  policies.set(cluster.objects, policy);
  return policy;
}

function readPolicy(objects: Cluster['objects']): Policy {
  const clusterBindings: Binding[] = [];
  const bindings = new Map<string, Binding[]>();
  const roles = new Map<string, readonly PolicyRule[]>();
  const clusterRoles = Object.entries(objects)
    .filter(([key]) => key.startsWith('ClusterRole/'))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  for (const key of Object.keys(objects).sort()) {
    const object = objects[key];
    if (object === undefined) continue;
    if (key.startsWith('ClusterRoleBinding/')) clusterBindings.push(readBinding('ClusterRoleBinding', object));
    if (key.startsWith('RoleBinding/')) {
      const binding = readBinding('RoleBinding', object);
      const siblings = bindings.get(binding.reference.namespace);
      if (siblings === undefined) bindings.set(binding.reference.namespace, [binding]);
      else siblings.push(binding);
    }
    if (key.startsWith('ClusterRole/')) roles.set(key, clusterRoleRules(key, object, clusterRoles));
    if (key.startsWith('Role/')) roles.set(key, objectsAt(object, 'rules').map(readRule));
  }
  return { clusterBindings, bindings, roles };
}

/**
 * The rules of a ClusterRole. One with an aggregationRule holds those of every role that it selects, in order of names.
 * Models pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go, v1.36.
 */
function clusterRoleRules(
  key: string,
  object: JsonObject,
  all: readonly (readonly [string, JsonObject])[],
  above: readonly string[] = [],
): readonly PolicyRule[] {
  if (valueAt(object, 'aggregationRule') === null) return objectsAt(object, 'rules').map(readRule);
  const selectors = objectsAt(objectAt(object, 'aggregationRule'), 'clusterRoleSelectors');
  const chosen = all.filter(
    ([other, role]) =>
      other !== key && !above.includes(other) && selectors.some((selector) => selects(selector, labelsOf(role))),
  );
  // A role that is chosen may itself be made of others; what comes twice is held once.
  const rules = chosen.flatMap(([other, role]) => clusterRoleRules(other, role, all, [...above, key]));
  const distinct = new Map(rules.map((rule) => [JSON.stringify(rule), rule] as const));
  return [...distinct.values()];
}

function labelsOf(object: JsonObject): JsonObject {
  return objectAt(objectAt(object, 'metadata'), 'labels');
}

/** Whether a label selector picks an object; an empty one picks all, one with an unknown operator none. */
function selects(selector: JsonObject, labels: JsonObject): boolean {
  const exact = Object.entries(objectAt(selector, 'matchLabels')).every(
    ([key, value]) => valueAt(labels, key) === value,
  );
  return (
    exact &&
    objectsAt(selector, 'matchExpressions').every((expression) => {
      const label = valueAt(labels, textAt(expression, 'key'));
      const values = textsAt(expression, 'values');
      const among = typeof label === 'string' && values.includes(label);
      switch (textAt(expression, 'operator')) {
        case 'In':
          return among;
        case 'NotIn':
          return !among;
        case 'Exists':
          return label !== null;
        case 'DoesNotExist':
          return label === null;
        default:
          return false;
      }
    })
  );
}

function readBinding(kind: string, object: JsonObject): Binding {
  const metadata = objectAt(object, 'metadata');
  const namespace = kind === 'RoleBinding' ? textAt(metadata, 'namespace') : '';
  const roleRef = asObject(valueAt(object, 'roleRef'));
  const roleKind = textAt(roleRef, 'kind');
  return {
    reference: { kind, namespace, name: textAt(metadata, 'name') },
    role: { kind: roleKind, namespace: roleKind === 'Role' ? namespace : '', name: textAt(roleRef, 'name') },
    subjects: objectsAt(object, 'subjects').map((subject) => ({
      kind: textAt(subject, 'kind'),
      namespace: textAt(subject, 'namespace'),
      name: textAt(subject, 'name'),
    })),
  };
}

/** The rules of the role that a binding refers to; null when there is no such role. */
export function boundRules(policy: Policy, binding: Binding): readonly PolicyRule[] | null {
  return policy.roles.get(objectKey(binding.role)) ?? null;
}
