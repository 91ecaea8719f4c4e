/** A kind of object that the cluster keeps: its group and version, the resource that holds it, and its scope. */
export interface KindRow {
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly namespaced: boolean;
}

const RBAC = 'rbac.authorization.k8s.io';

/** The kinds that the simulated API server serves. */
export const KINDS: readonly KindRow[] = [
  { kind: 'ClusterRole', group: RBAC, version: 'v1', resource: 'clusterroles', namespaced: false },
  { kind: 'ClusterRoleBinding', group: RBAC, version: 'v1', resource: 'clusterrolebindings', namespaced: false },
  { kind: 'Role', group: RBAC, version: 'v1', resource: 'roles', namespaced: true },
  { kind: 'RoleBinding', group: RBAC, version: 'v1', resource: 'rolebindings', namespaced: true },
  { kind: 'ServiceAccount', group: '', version: 'v1', resource: 'serviceaccounts', namespaced: true },
  { kind: 'Namespace', group: '', version: 'v1', resource: 'namespaces', namespaced: false },
  { kind: 'Node', group: '', version: 'v1', resource: 'nodes', namespaced: false },
  { kind: 'Pod', group: '', version: 'v1', resource: 'pods', namespaced: true },
  { kind: 'ConfigMap', group: '', version: 'v1', resource: 'configmaps', namespaced: true },
  { kind: 'Secret', group: '', version: 'v1', resource: 'secrets', namespaced: true },
  {
    kind: 'CertificateSigningRequest',
    group: 'certificates.k8s.io',
    version: 'v1',
    resource: 'certificatesigningrequests',
    namespaced: false,
  },
];

/** The row of a kind name, or null. */
export function kindRow(kind: string): KindRow | null {
  return KINDS.find((row) => row.kind === kind) ?? null;
}

/** `rbac.authorization.k8s.io/v1`, or `v1` for the core group. */
export function apiVersionOf(row: KindRow): string {
  return row.group === '' ? row.version : `${row.group}/${row.version}`;
}

/** How kubectl calls an object: `clusterrole.rbac.authorization.k8s.io/view`, `serviceaccount/default`. */
export function kubectlName(row: KindRow, name: string): string {
  return `${row.kind.toLowerCase()}${row.group === '' ? '' : `.${row.group}`}/${name}`;
}
