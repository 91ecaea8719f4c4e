import type { Cluster } from '../apiserver/cluster.ts';
import { newCluster } from '../apiserver/newCluster.ts';
import { issueToken } from '../apiserver/tokens.ts';
import { writeText } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import type { JsonObject } from '../json.ts';
import { clusterObjects } from '../kubeadm/clusterObjects.ts';
import { controlPlaneHost } from '../kubeadm/controlPlane.ts';
import { kubeadmHost, lectureHost } from '../kubeadm/host.ts';
import { inlineKubeconfig } from '../kubeadm/kubeconfig.ts';
import type { NodeParameters } from '../kubeadm/parameters.ts';
import { installedKubelet } from '../kubelet/installed.ts';
import { poolKey } from '../pki/keyPool.ts';
import { publicKeyOf } from '../pki/keys.ts';
import { remembering } from '../pki/memo.ts';
import { selfSignedServing } from '../pki/selfSigned.ts';
import { CONTROL_PLANE, type Credentials, issueCredentials, issueNodeClient, issueUserClient } from './credentials.ts';
import { drifted } from './fleetDrift.ts';
import { type BaseNames, USUAL_NAMES, workerName } from './names.ts';
import { step } from './step.ts';
import type { Node, World } from './world.ts';

/** A world to start from, and the node of it that a learner works on. Its kubelet is installed, not started; the others run. */
export interface Base {
  readonly world: World;
  readonly node: string;
}

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

/** Makes a base from the present, milliseconds since the epoch, and from names that are not as usual. */
type MakeBase = (now: number, names?: BaseNames) => Base;

/** The named bases of scenarios. */
export const BASES: Readonly<Record<'kubeadm-node' | 'lecture-node' | 'kubeadm-cluster' | 'fleet', MakeBase>> = {
  /** A control plane, and a worker as kubeadm leaves it. */
  'kubeadm-node': rememberingBases(2, (now, names) => baseOf({ hostOf: kubeadmHost, others: 0, now, names })),
  /** A control plane, and a worker installed by hand: all flags in one unit, no `--config`, legacy defaults. */
  'lecture-node': rememberingBases(2, (now, names) => baseOf({ hostOf: lectureHost, others: 0, now, names })),
  /** A control plane and two workers, all by kubeadm. */
  'kubeadm-cluster': rememberingBases(2, (now, names) => baseOf({ hostOf: kubeadmHost, others: 1, now, names })),
  /** A control plane and a hundred workers, some of which are no longer as the cluster's ConfigMap says. */
  fleet: rememberingBases(1, (now, names) => {
    const { node, world } = fleetWorld(100, now, names);
    return { node, world: drifted(world) };
  }),
};

/** The last bases that were made, by time and names. */
function rememberingBases(limit: number, make: (now: number, names: BaseNames) => Base): MakeBase {
  const made = remembering(limit, (key: string) => {
    const [now, workers, user] = JSON.parse(key) as [number, readonly string[], string];
    return make(now, { workers, user });
  });
  return (now, { workers, user } = USUAL_NAMES) => made(JSON.stringify([now, workers, user]));
}

/**
 * A control plane and `count` workers by kubeadm, the first being the learner's. The others were cloned from one image that a
 * kubelet had already run on, so that all of them serve with the pair that it made there.
 */
export function fleetWorld(count: number, now: number, names = USUAL_NAMES): Base {
  const { certificate, key } = selfSignedServing('golden-image', now - AGE);
  const cloned = { '/var/lib/kubelet/pki/kubelet.crt': certificate, '/var/lib/kubelet/pki/kubelet.key': key };
  return baseOf({ hostOf: kubeadmHost, others: Math.max(0, count - 1), now, names, cloned });
}

/** What a base is made of. */
interface BaseParts {
  /** Makes the learner's node. */
  readonly hostOf: (parameters: NodeParameters) => Host;
  /** Workers beside the learner's node. */
  readonly others: number;
  readonly now: number;
  readonly names: BaseNames;
  /** Further files of those. */
  readonly cloned?: Readonly<Record<string, string>>;
}

/** The second worker has 10.0.0.12, and so on. */
function workerAddress(index: number): string {
  const host = 11 + index;
  return `10.0.${Math.floor(host / 250)}.${host % 250}`;
}

function baseOf({ hostOf, others, now, names, cloned = {} }: BaseParts): Base {
  const credentials = issueCredentials(now);
  const home = workerName(names, 0);
  const workers = Array.from({ length: 1 + others }, (_, index) => ({
    name: workerName(names, index),
    address: workerAddress(index),
  }));
  const machines = [CONTROL_PLANE, ...workers];
  const serviceAccountKey = poolKey(7);
  const cluster = clusterOf(credentials, serviceAccountKey, workers);
  const parametersOf = ({ name, address }: { readonly name: string; readonly address: string }): NodeParameters => {
    const client = issueNodeClient(credentials.ca, name, now);
    return {
      hostname: name,
      address,
      version: VERSION,
      now,
      neighbours: Object.fromEntries(
        machines.filter((machine) => machine.name !== name).map((machine) => [machine.address, machine.name]),
      ),
      pki: { ca: credentials.ca.certificate, kubeletClient: `${client.certificate}${client.privateKey}` },
    };
  };
  const token = issueToken(cluster, { namespace: 'monitoring', name: 'prometheus' }, now, YEAR_SECONDS);
  const nodes = workers.map((machine): Node => {
    const parameters = parametersOf(machine);
    const { pki } = parameters;
    if (machine.name !== home) return nodeOf(kubeadmHost({ ...parameters, pki: { ...pki, further: cloned } }));
    const further = learnersFiles(credentials, names.user, now);
    const own = { ...parameters, manifests: WEB_MANIFEST, pki: { ...pki, further } };
    return nodeOf(withLearnersSecrets(hostOf(own), credentials, token, now));
  });
  const controlPlane = nodeOf(controlPlaneHost(parametersOf(CONTROL_PLANE), credentials, serviceAccountKey));
  const born: World = {
    format: 1,
    now: now - AGE,
    cluster,
    nodes: Object.fromEntries([controlPlane, ...nodes].map((node) => [node.name, node])),
  };
  const running = machines
    .filter(({ name }) => name !== home)
    .reduce((world, { name }) => step(world, { type: 'start', node: name, unit: KUBELET_UNIT }).world, born);
  return { node: home, world: step(running, { type: 'advance', milliseconds: AGE }).world };
}

/** So long have the kubelets of the other machines run, in milliseconds. */
const AGE = 1_800_000;

function nodeOf(host: Host): Node {
  return { name: host.hostname, host, kubelet: installedKubelet(VERSION) };
}

/** The API server as its manifest starts it, with all that the cluster holds. */
function clusterOf(
  credentials: Credentials,
  privateKey: string,
  workers: readonly { readonly name: string }[],
): Cluster {
  const { ca, serving, kubeletClient, frontProxyCA } = credentials;
  const cluster = newCluster({
    clientCA: ca.certificate,
    serviceAccountKey: { privateKey, publicKey: publicKeyOf(privateKey) ?? '' },
    endpoint: `${CONTROL_PLANE.address}:6443`,
    objects: [
      ...clusterObjects({
        ca: ca.certificate,
        frontProxyCA: frontProxyCA.certificate,
        server: `https://${CONTROL_PLANE.address}:6443`,
        version: VERSION,
        namespaces: ['monitoring'],
        nodes: [
          { name: CONTROL_PLANE.name, controlPlane: true },
          ...workers.map(({ name }) => ({ name, controlPlane: false })),
        ],
      }),
      ...MONITORING,
    ],
    kubeletClient: { certificate: kubeletClient.certificate },
  });
  return { ...cluster, serving: { certificate: serving.certificate }, signer: ca };
}

/** The admin's kubeconfig and Prometheus's token, in root's home. */
function withLearnersSecrets(host: Host, { ca, clusterAdmin }: Credentials, token: string, now: number): Host {
  const server = `https://${CONTROL_PLANE.address}:6443`;
  const kubeconfig = inlineKubeconfig(server, ca.certificate, 'kubernetes-admin', clusterAdmin);
  const files = writeText(host.files, '/root/prometheus.token', `${token}\n`, now, 0o600);
  return { ...host, files: writeText(files, '/root/.kube/config', kubeconfig, now, 0o600) };
}

/** What the learner holds in root's home: certificates to try, good and bad. */
function learnersFiles(
  { admin, intruder, intruderCA, ca }: Credentials,
  user: string,
  now: number,
): Readonly<Record<string, string>> {
  const known = issueUserClient(ca, user, now);
  return {
    '/root/admin.crt': admin.certificate,
    '/root/admin.key': admin.privateKey,
    [`/root/${user}.crt`]: known.certificate,
    [`/root/${user}.key`]: known.privateKey,
    '/root/intruder.crt': intruder.certificate,
    '/root/intruder.key': intruder.privateKey,
    '/root/intruder-ca.crt': intruderCA.certificate,
    '/root/ca.crt': ca.certificate,
  };
}

const RBAC = 'rbac.authorization.k8s.io';

/** The cluster beside kubeadm's own objects: a Prometheus that may read metrics. */
const MONITORING: readonly JsonObject[] = [
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
