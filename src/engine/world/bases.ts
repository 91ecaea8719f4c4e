import { kubeadmBindings } from '../apiserver/bootstrap.data.ts';
import { newCluster } from '../apiserver/newCluster.ts';
import { issueToken } from '../apiserver/tokens.ts';
import { writeText } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import type { JsonObject } from '../json.ts';
import { kubeadmHost, lectureHost } from '../kubeadm/host.ts';
import type { NodeParameters } from '../kubeadm/parameters.ts';
import { installedKubelet } from '../kubelet/installed.ts';
import { poolKey } from '../pki/keyPool.ts';
import { publicKeyOf } from '../pki/keys.ts';
import { type Credentials, issueCredentials } from './credentials.ts';
import type { World } from './world.ts';

/** A world to start from, and the node of it that a learner works on. Its kubelet is installed, not started. */
export interface Base {
  readonly world: World;
  readonly node: string;
}

const NODE = 'node01';
const VERSION = '1.36.3';
const YEAR_SECONDS = 365 * 86_400;

/** The static pod of every base: a web server whose environment holds what `/pods` should not tell a stranger. */
const WEB_POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: default
  labels:
    app: web
spec:
  containers:
  - name: nginx
    image: docker.io/library/nginx:1.29
    ports:
    - containerPort: 80
    env:
    - name: DB_PASSWORD
      value: s3cr3t
`;

const WEB_MANIFEST: Readonly<Record<string, string>> = { 'web.yaml': WEB_POD };

/** The named bases of scenarios; each takes the present, milliseconds since the epoch. */
export const BASES: Readonly<Record<'kubeadm-node' | 'lecture-node', (now: number) => Base>> = {
  /** A worker as kubeadm leaves it. */
  'kubeadm-node': (now) => baseOf(kubeadmHost, now),
  /** A worker installed by hand: all flags in one unit, no `--config`, legacy defaults. */
  'lecture-node': (now) => baseOf(lectureHost, now),
};

function baseOf(hostOf: (parameters: NodeParameters) => Host, now: number): Base {
  const credentials = issueCredentials(NODE, now);
  const privateKey = poolKey(7);
  const cluster = newCluster({
    clientCA: credentials.ca.certificate,
    serviceAccountKey: { privateKey, publicKey: publicKeyOf(privateKey) ?? '' },
    endpoint: '10.0.0.10:6443',
    objects: [...kubeadmBindings, ...CLUSTER_OBJECTS],
    kubeletClient: { certificate: credentials.kubeletClient.certificate },
  });
  const host = hostOf({
    hostname: NODE,
    address: '10.0.0.11',
    version: VERSION,
    now,
    manifests: WEB_MANIFEST,
    neighbours: { '10.0.0.10': 'controlplane' },
    pki: {
      ca: credentials.ca.certificate,
      kubeletClient: `${credentials.node.certificate}${credentials.node.privateKey}`,
      further: learnersFiles(credentials),
    },
  });
  const token = issueToken(cluster, { namespace: 'monitoring', name: 'prometheus' }, now, YEAR_SECONDS);
  const files = writeText(host.files, '/root/prometheus.token', `${token}\n`, now, 0o600);
  return {
    node: NODE,
    world: {
      format: 1,
      now,
      cluster,
      nodes: {
        [NODE]: {
          name: NODE,
          host: { ...host, files },
          kubelet: installedKubelet(VERSION),
        },
      },
    },
  };
}

/** What the learner holds in root's home: certificates to try, good and bad. */
function learnersFiles({ admin, bob, intruder, intruderCA, ca }: Credentials): Readonly<Record<string, string>> {
  return {
    '/root/admin.crt': admin.certificate,
    '/root/admin.key': admin.privateKey,
    '/root/bob.crt': bob.certificate,
    '/root/bob.key': bob.privateKey,
    '/root/intruder.crt': intruder.certificate,
    '/root/intruder.key': intruder.privateKey,
    '/root/intruder-ca.crt': intruderCA.certificate,
    '/root/ca.crt': ca.certificate,
  };
}

const RBAC = 'rbac.authorization.k8s.io';

/** The cluster beside kubeadm's own objects: the node, and a Prometheus that may read metrics. */
const CLUSTER_OBJECTS: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'monitoring' } },
  { apiVersion: 'v1', kind: 'Node', metadata: { name: NODE } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'prometheus', namespace: 'monitoring' } },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name: 'node-metrics' },
    rules: [{ apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] }],
  },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'prometheus-node-metrics' },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'node-metrics' },
    subjects: [{ kind: 'ServiceAccount', name: 'prometheus', namespace: 'monitoring' }],
  },
];
