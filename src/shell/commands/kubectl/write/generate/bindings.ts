import type { JsonObject } from '#engine/json.ts';
import { failed } from '../../kubeError.ts';
import { type Made, made, metadataOf } from './made.ts';

/** What `--user`, `--group` and the like say; each may be given several times. */
export interface BindingRequest {
  readonly name: string;
  readonly namespace: string | null;
  readonly role: string;
  readonly clusterRole: string;
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** `namespace:name` */
  readonly serviceAccounts: readonly string[];
}

const GROUP = 'rbac.authorization.k8s.io';

/** `kubectl create rolebinding`. Models create_rolebinding.go, v1.36. */
export function makeRoleBinding(request: BindingRequest): Made {
  if ((request.role === '') === (request.clusterRole === '')) {
    return failed('exactly one of clusterrole or role must be specified');
  }
  return bind('RoleBinding', request);
}

/** `kubectl create clusterrolebinding`. Models create_clusterrolebinding.go, v1.36. */
export function makeClusterRoleBinding(request: BindingRequest): Made {
  return bind('ClusterRoleBinding', { ...request, namespace: null });
}

function bind(kind: string, request: BindingRequest): Made {
  const accounts: JsonObject[] = [];
  for (const text of request.serviceAccounts) {
    const [namespace = '', name = '', ...more] = text.split(':');
    if (namespace === '' || name === '' || more.length > 0) {
      return failed('serviceaccount must be <namespace>:<name>');
    }
    accounts.push({ kind: 'ServiceAccount', name, namespace });
  }
  const subjects = [
    ...request.users.map((name) => ({ kind: 'User', apiGroup: GROUP, name })),
    ...request.groups.map((name) => ({ kind: 'Group', apiGroup: GROUP, name })),
    ...accounts,
  ];
  const roleRef =
    request.role === ''
      ? { apiGroup: GROUP, kind: 'ClusterRole', name: request.clusterRole }
      : { apiGroup: GROUP, kind: 'Role', name: request.role };
  const object = {
    kind,
    apiVersion: `${GROUP}/v1`,
    metadata: metadataOf(request.name, request.namespace),
    ...(subjects.length === 0 ? {} : { subjects }),
    roleRef,
  };
  return made(object);
}
