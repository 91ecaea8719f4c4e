import fc from 'fast-check';
import { objectKey } from '#engine/apiserver/cluster.ts';
import type { JsonObject } from '#engine/json.ts';
import type { NaiveBinding, NaivePolicy, NaiveQuestion, NaiveRole, NaiveRule, NaiveSubject } from './naiveAccess.ts';

const NAMESPACES = ['default', 'kube-system'];
const VERBS = ['get', 'create', 'update', 'patch', 'delete', 'list', 'watch', 'proxy', '*', ''];
const SUBRESOURCES = ['proxy', 'metrics', 'stats', 'log', 'pods', 'healthz', 'configz', 'statusz', 'checkpoint'];
const RESOURCES = [
  ...['nodes', 'pods', 'pods/log', 'pods/exec', '*', '*/*', 'nodes/*', '*/', 'NODES', 'node'],
  ...SUBRESOURCES.flatMap((subresource) => [`nodes/${subresource}`, `*/${subresource}`]),
];
const NAMES = ['node01', 'node02', 'web', ''];
export const USERS = [
  ...['bob', 'alice', 'carol', 'Bob', 'system:anonymous', 'kube-apiserver-kubelet-client', '__proto__'],
  ...NAMESPACES.flatMap((namespace) => ['bot', 'default'].map((name) => `system:serviceaccount:${namespace}:${name}`)),
];
const GROUPS = [
  ...['dev', 'ops', 'system:authenticated', 'system:unauthenticated', 'system:serviceaccounts', 'constructor'],
  ...NAMESPACES.map((namespace) => `system:serviceaccounts:${namespace}`),
];

const some = (values: readonly string[], maxLength: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...values), { maxLength });

const rule: fc.Arbitrary<NaiveRule> = fc.record({
  verbs: some(VERBS, 3),
  apiGroups: fc.constantFrom<readonly string[]>([''], [''], ['*'], ['apps'], ['apps', ''], []),
  resources: some(RESOURCES, 3),
  resourceNames: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, some(NAMES, 2)),
});

const roleName = fc.constantFrom('a', 'b', 'c', 'system:node-proxier');

const role: fc.Arbitrary<NaiveRole> = fc
  .record({
    kind: fc.constantFrom<NaiveRole['kind']>('ClusterRole', 'ClusterRole', 'Role'),
    namespace: fc.constantFrom(...NAMESPACES),
    name: roleName,
    rules: fc.array(rule, { maxLength: 3 }),
  })
  .map((made) => (made.kind === 'Role' ? made : { ...made, namespace: '' }));

const subject: fc.Arbitrary<NaiveSubject> = fc.oneof(
  fc.record({ kind: fc.constant('User' as const), name: fc.constantFrom(...USERS), namespace: fc.constant('') }),
  fc.record({ kind: fc.constant('Group' as const), name: fc.constantFrom(...GROUPS), namespace: fc.constant('') }),
  fc.record({
    kind: fc.constant('ServiceAccount' as const),
    name: fc.constantFrom('bot', 'default'),
    namespace: fc.constantFrom(...NAMESPACES),
  }),
);

const binding: fc.Arbitrary<NaiveBinding> = fc
  .record({
    kind: fc.constantFrom<NaiveBinding['kind']>('ClusterRoleBinding', 'ClusterRoleBinding', 'RoleBinding'),
    namespace: fc.constantFrom(...NAMESPACES),
    name: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
    subjects: fc.array(subject, { maxLength: 3 }),
    role: fc.record({
      kind: fc.constantFrom('ClusterRole' as const, 'ClusterRole' as const, 'Role' as const),
      name: roleName,
    }),
  })
  // A ClusterRoleBinding hands out no Role: the API server refuses to store one that would.
  .map((made) =>
    made.kind === 'RoleBinding'
      ? made
      : { ...made, namespace: '', role: { ...made.role, kind: 'ClusterRole' as const } },
  );

const keyOf = ({ kind, namespace, name }: NaiveRole | NaiveBinding): string => objectKey({ kind, namespace, name });

/** Policies over a small stock of names, so that they often hit. Of each name there is one object. */
export const policies: fc.Arbitrary<NaivePolicy> = fc.record({
  roles: fc.uniqueArray(role, { maxLength: 5, selector: keyOf }),
  bindings: fc.uniqueArray(binding, { maxLength: 5, selector: keyOf }),
});

/** Questions from the same stock, most of them those that a kubelet asks. */
export const questions: fc.Arbitrary<NaiveQuestion> = fc.record({
  user: fc.constantFrom(...USERS),
  groups: some([...GROUPS, 'system:masters'], 3),
  verb: fc.constantFrom(...VERBS.filter((verb) => verb !== '*')),
  group: fc.constantFrom('', '', '', 'apps'),
  resource: fc.constantFrom('nodes', 'nodes', 'nodes', 'pods'),
  subresource: fc.constantFrom('', 'log', ...SUBRESOURCES),
  namespace: fc.constantFrom('', '', ...NAMESPACES),
  name: fc.constantFrom(...NAMES),
});

const RBAC = 'rbac.authorization.k8s.io';

/** A policy as the API server stores it, by key. */
export function objectsOf(policy: NaivePolicy): Readonly<Record<string, JsonObject>> {
  const objects: Record<string, JsonObject> = {};
  for (const made of policy.roles) {
    const { kind, rules } = made;
    const written = rules.map(({ resourceNames, ...rest }) =>
      resourceNames.length === 0 ? rest : { ...rest, resourceNames },
    );
    objects[keyOf(made)] = { apiVersion: `${RBAC}/v1`, kind, metadata: metadataOf(made), rules: written };
  }
  for (const made of policy.bindings) {
    const { kind, role } = made;
    const subjects = made.subjects.map(({ kind: of, name, namespace }) =>
      of === 'ServiceAccount' ? { kind: of, name, namespace } : { kind: of, name, apiGroup: RBAC },
    );
    const roleRef = { apiGroup: RBAC, ...role };
    objects[keyOf(made)] = { apiVersion: `${RBAC}/v1`, kind, metadata: metadataOf(made), subjects, roleRef };
  }
  return objects;
}

function metadataOf({ namespace, name }: NaiveRole | NaiveBinding): JsonObject {
  return namespace === '' ? { name } : { name, namespace };
}
