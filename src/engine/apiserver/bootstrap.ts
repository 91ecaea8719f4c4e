import type { JsonObject } from '../json.ts';
import { CLUSTER_ROLE_BINDINGS, CLUSTER_ROLES } from './bootstrap.data.ts';
import { SHORT_ROLES, type ShortRole } from './bootstrapShort.data.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** Every ClusterRole and ClusterRoleBinding that an API server makes for itself. Models bootstrappolicy, v1.36. */
export function bootstrapObjects(): readonly JsonObject[] {
  const short = Object.entries(SHORT_ROLES);
  return [
    ...CLUSTER_ROLES,
    ...CLUSTER_ROLE_BINDINGS,
    ...short.map(([name, role]) => clusterRole(name, role)),
    ...short.flatMap(([name]) => controllerBinding(name)),
    binding('system:kube-dns', { kind: 'ServiceAccount', name: 'kube-dns', namespace: 'kube-system' }),
    binding('system:volume-scheduler', { kind: 'User', apiGroup: RBAC, name: 'system:kube-scheduler' }),
  ];
}

const NOTE = { 'rbac.authorization.kubernetes.io/autoupdate': 'true' };
const LABEL = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };

function clusterRole(name: string, { into = [], of = [], rules }: ShortRole): JsonObject {
  const labelled = into.map((one): readonly [string, string] => [`rbac.authorization.k8s.io/${one}`, 'true']);
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { annotations: NOTE, labels: { ...LABEL, ...Object.fromEntries(labelled) }, name },
    ...(of.length === 0
      ? { rules: rules.map(rule) }
      : {
          aggregationRule: {
            clusterRoleSelectors: of.map((one) => ({ matchLabels: { [`rbac.authorization.k8s.io/${one}`]: 'true' } })),
          },
          rules: null,
        }),
  };
}

function rule(text: string): JsonObject {
  const [verbs = '', groups = '', resources = '', names = '', urls = ''] = text.split('; ');
  const words = (part: string) =>
    part
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => (word === "''" ? '' : word));
  return Object.fromEntries(
    (
      [
        ['verbs', verbs],
        ['apiGroups', groups],
        ['resources', resources],
        ['resourceNames', names],
        ['nonResourceURLs', urls],
      ] as const
    ).flatMap(([key, part]) => (part === '' ? [] : [[key, words(part)] as const])),
  );
}

/** Each controller is a service account of kube-system by the last part of its role's name. */
function controllerBinding(name: string): readonly JsonObject[] {
  const account = /^system:controller:(.+)$/.exec(name)?.[1];
  return account === undefined
    ? []
    : [binding(name, { kind: 'ServiceAccount', name: account, namespace: 'kube-system' })];
}

function binding(name: string, subject: JsonObject): JsonObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { annotations: NOTE, labels: LABEL, name },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
    subjects: [subject],
  };
}
