import type { JsonObject } from '../json.ts';

const RBAC = 'rbac.authorization.k8s.io';
const METADATA = {
  annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
  labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
};
const READ = ['get', 'list', 'watch'];

/**
 * The Roles and RoleBindings that an API server makes for itself, in `kube-system` and `kube-public`.
 * Models plugin/pkg/auth/authorizer/rbac/bootstrappolicy/namespace_policy.go, v1.36.
 */
export function bootstrapNamespaced(): readonly JsonObject[] {
  const reader = 'extension-apiserver-authentication-reader';
  const events = rule(['', 'events.k8s.io'], ['events'], ['create', 'patch', 'update']);
  const authentication = { resourceNames: ['extension-apiserver-authentication'] };
  return [
    role(reader, 'kube-system', [{ ...rule([''], ['configmaps'], READ), ...authentication }]),
    binding(`system::${reader}`, 'kube-system', reader, [
      user('system:kube-controller-manager'),
      user('system:kube-scheduler'),
    ]),
    ...leading('kube-controller-manager', ['kube-controller-manager', 'leader-election-controller']),
    ...leading('kube-scheduler', ['kube-scheduler']),
    ...ofController('bootstrap-signer', 'kube-system', [rule([''], ['secrets'], READ)]),
    ...ofController('cloud-provider', 'kube-system', [rule([''], ['configmaps'], ['create', ...READ])]),
    ...ofController('token-cleaner', 'kube-system', [rule([''], ['secrets'], ['delete', ...READ]), events]),
    ...ofController('bootstrap-signer', 'kube-public', [
      rule([''], ['configmaps'], READ),
      { ...rule([''], ['configmaps'], ['update']), resourceNames: ['cluster-info'] },
      events,
    ]),
  ];
}

/** What a program needs to become the leader among its like. */
function leading(program: string, accounts: readonly string[]): readonly JsonObject[] {
  const name = `system::leader-locking-${program}`;
  const verbs = ['create', 'get', 'list', 'update', 'watch'];
  const rules = ['leases', 'leasecandidates'].map((resource) => rule(['coordination.k8s.io'], [resource], verbs));
  return [
    role(name, 'kube-system', rules),
    binding(name, 'kube-system', name, [user(`system:${program}`), ...accounts.map(account)]),
  ];
}

function ofController(controller: string, namespace: string, rules: readonly JsonObject[]): readonly JsonObject[] {
  const name = `system:controller:${controller}`;
  return [role(name, namespace, rules), binding(name, namespace, name, [account(controller)])];
}

function rule(apiGroups: readonly string[], resources: readonly string[], verbs: readonly string[]): JsonObject {
  return { apiGroups, resources, verbs };
}

function role(name: string, namespace: string, rules: readonly JsonObject[]): JsonObject {
  return { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: { ...METADATA, name, namespace }, rules };
}

function binding(name: string, namespace: string, of: string, subjects: readonly JsonObject[]): JsonObject {
  const roleRef = { apiGroup: RBAC, kind: 'Role', name: of };
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: { ...METADATA, name, namespace },
    roleRef,
    subjects,
  };
}

function user(name: string): JsonObject {
  return { apiGroup: RBAC, kind: 'User', name };
}

function account(name: string): JsonObject {
  return { kind: 'ServiceAccount', name, namespace: 'kube-system' };
}
