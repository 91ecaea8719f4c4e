import { kubeadmBindings } from '../apiserver/bootstrap.data.ts';
import { bootstrapNamespaced } from '../apiserver/bootstrapNamespaced.ts';
import { createdAt } from '../apiserver/newCluster.ts';
import type { JsonObject } from '../json.ts';
import { encodeBase64, utf8Bytes } from '../pki/bytes.ts';
import { rfc3339 } from '../time.ts';
import { kubeletConfigYaml } from './configYaml.ts';

/** What the objects of a fresh cluster say that differs from cluster to cluster. Certificates are PEM. */
export interface ClusterFacts {
  readonly ca: string;
  readonly frontProxyCA: string;
  /** `https://10.0.0.10:6443` */
  readonly server: string;
  /** `1.36.3` */
  readonly version: string;
  /** Namespaces beyond those that every cluster has. */
  readonly namespaces: readonly string[];
  readonly nodes: readonly { readonly name: string; readonly controlPlane: boolean }[];
}

const RBAC = 'rbac.authorization.k8s.io';
const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const TOKEN_GROUP = 'system:bootstrappers:kubeadm:default-node-token';

/**
 * The objects of a cluster after `kubeadm init` and `kubeadm join`, in an order in which they can be applied: what the API server
 * and the controllers make by themselves, and kubeadm's roles, bindings and ConfigMaps.
 * Models cmd/kubeadm/app/phases/{uploadconfig,kubelet,bootstraptoken}, v1.36.
 */
export function clusterObjects(facts: ClusterFacts): readonly JsonObject[] {
  const namespaces = [...NAMESPACES, ...facts.namespaces];
  return [
    ...namespaces.map(namespace),
    ...facts.nodes.map(node),
    ...namespaces.flatMap((name) => [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: name } },
      configMap('kube-root-ca.crt', name, { 'ca.crt': facts.ca }, ROOT_CA_NOTE),
    ]),
    ...kubeadmBindings,
    ...kubeadmRules(),
    ...configMaps(facts),
  ];
}

const ROOT_CA_NOTE = {
  'kubernetes.io/description':
    'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
};

function namespace(name: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

/** A node as kubelet, kubeadm and the controllers leave it; what its kubelet reports comes on top when it is read. */
function node(
  { name, controlPlane }: { readonly name: string; readonly controlPlane: boolean },
  index: number,
): JsonObject {
  const podCIDR = `10.244.${index}.0/24`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        ...(controlPlane
          ? {
              'node-role.kubernetes.io/control-plane': '',
              'node.kubernetes.io/exclude-from-external-load-balancers': '',
            }
          : {}),
      },
      annotations: {
        'node.alpha.kubernetes.io/ttl': '0',
        'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
      },
    },
    spec: {
      podCIDR,
      podCIDRs: [podCIDR],
      ...(controlPlane ? { taints: [{ effect: 'NoSchedule', key: 'node-role.kubernetes.io/control-plane' }] } : {}),
    },
  };
}

/** kubeadm's rules beside its ClusterRoleBindings, and those that an API server makes in namespaces. */
function kubeadmRules(): readonly JsonObject[] {
  const nodes = group('system:nodes');
  const bootstrappers = group(TOKEN_GROUP);
  return [
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata: { name: 'kubeadm:get-nodes' },
      rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get'] }],
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'kubeadm:get-nodes' },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'kubeadm:get-nodes' },
      subjects: [bootstrappers],
    },
    ...mayGet('kubeadm:bootstrap-signer-clusterinfo', 'kube-public', 'cluster-info', [user('system:anonymous')]),
    ...mayGet('kubeadm:kubelet-config', 'kube-system', 'kubelet-config', [nodes, bootstrappers]),
    ...mayGet('kubeadm:nodes-kubeadm-config', 'kube-system', 'kubeadm-config', [bootstrappers, nodes]),
    ...bootstrapNamespaced(),
  ];
}

/** A Role that opens one ConfigMap, and its binding, both of one name. */
function mayGet(name: string, namespace: string, of: string, subjects: readonly JsonObject[]): readonly JsonObject[] {
  return [
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: { name, namespace },
      rules: [{ apiGroups: [''], resourceNames: [of], resources: ['configmaps'], verbs: ['get'] }],
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name, namespace },
      roleRef: { apiGroup: RBAC, kind: 'Role', name },
      subjects,
    },
  ];
}

function user(name: string): JsonObject {
  return { apiGroup: RBAC, kind: 'User', name };
}

function group(name: string): JsonObject {
  return { apiGroup: RBAC, kind: 'Group', name };
}

function configMap(
  name: string,
  namespace: string,
  data: JsonObject,
  annotations: Readonly<Record<string, string>> = {},
): JsonObject {
  const noted = Object.keys(annotations).length === 0 ? {} : { annotations };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, ...noted }, data };
}

function configMaps({ ca, frontProxyCA, server, version }: ClusterFacts): readonly JsonObject[] {
  return [
    configMap('extension-apiserver-authentication', 'kube-system', {
      'client-ca-file': ca,
      'requestheader-allowed-names': '["front-proxy-client"]',
      'requestheader-client-ca-file': frontProxyCA,
      'requestheader-extra-headers-prefix': '["X-Remote-Extra-"]',
      'requestheader-group-headers': '["X-Remote-Group"]',
      'requestheader-username-headers': '["X-Remote-User"]',
    }),
    configMap('kube-apiserver-legacy-service-account-token-tracking', 'kube-system', {
      since: rfc3339(createdAt({ clientCA: ca }, 0)).slice(0, 10),
    }),
    configMap('kubeadm-config', 'kube-system', { ClusterConfiguration: clusterConfiguration(version) }),
    // What every node's config.yaml is made from; the socket is each machine's own.
    configMap('kubelet-config', 'kube-system', { kubelet: kubeletConfigYaml({ containerRuntimeEndpoint: '""' }) }),
    configMap('cluster-info', 'kube-public', { kubeconfig: clusterInfo(server, ca) }),
  ];
}

function clusterConfiguration(version: string): string {
  return `apiServer: {}
apiVersion: kubeadm.k8s.io/v1beta4
caCertificateValidityPeriod: 87600h0m0s
certificateValidityPeriod: 8760h0m0s
certificatesDir: /etc/kubernetes/pki
clusterName: kubernetes
controllerManager: {}
dns: {}
encryptionAlgorithm: RSA-2048
etcd:
  local:
    dataDir: /var/lib/etcd
imageRepository: registry.k8s.io
kind: ClusterConfiguration
kubernetesVersion: v${version}
networking:
  dnsDomain: cluster.local
  podSubnet: 10.244.0.0/16
  serviceSubnet: 10.96.0.0/12
proxy: {}
scheduler: {}
`;
}

function clusterInfo(server: string, ca: string): string {
  return `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${encodeBase64(utf8Bytes(ca))}
    server: ${server}
  name: ""
contexts: null
current-context: ""
kind: Config
users: null
`;
}
