import { objectKey } from '#engine/apiserver/cluster.ts';
import { writeText } from '#engine/host/files.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { JsonObject } from '#engine/json.ts';
import { encodeBase64, utf8Bytes } from '#engine/pki/bytes.ts';
import { rfc3339 } from '#engine/time.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { RECORDED_NAMES } from './caseNames.ts';
import { lineWorld, type RecordedLine } from './curlLines.ts';
import { pem } from './recordedHost.ts';
import type { Recordings } from './recording.ts';

/** What a label of the recordings says of the world, besides the kubelet's configuration, which each line holds itself. */
export const STATES: Readonly<Record<string, readonly WorldEvent[]>> = {
  good: [],
  'no client CA': [],
  'no client CA, anonymous on': [],
  'another client CA': [],
  'debugging handlers off': [],
  'serving certificate pending': [],
  'API server without its binding': [
    { type: 'delete', object: { kind: 'ClusterRoleBinding', namespace: '', name: 'kubeadm:apiserver-kubelet-client' } },
  ],
  'kubelet stopped': [{ type: 'stop', node: RECORDED_NAMES.node, unit: KUBELET_UNIT }],
};

/** Where the lines were typed, and whose kubeconfig was there. */
const HOME = '/root';

/** The kubeconfig of the recordings' administrator. */
function kubeconfig(recordings: Recordings, server: string): string {
  const data = (name: string) => encodeBase64(utf8Bytes(pem(recordings, name)));
  return [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    `- {name: kubernetes, cluster: {server: "${server}", certificate-authority-data: ${data('ca.crt')}}}`,
    'users:',
    `- {name: admin, user: {client-certificate-data: ${data('admin.crt')}, client-key-data: ${data('admin.key')}}}`,
    'contexts:',
    '- {name: admin, context: {cluster: kubernetes, user: admin}}',
    'current-context: admin',
    '',
  ].join('\n');
}

/** What the cluster held besides its roles. */
const OBJECTS: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'monitoring' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'prometheus', namespace: 'monitoring' } },
];

const PENDING = 'authentication:\n  x509:\n    clientCAFile: /etc/kubernetes/pki/ca.crt\nserverTLSBootstrap: true\n';

/** Signing requests that were there in every state: kubelets of earlier experiments had asked and nobody had answered. */
const LEFT_BEHIND = [
  { name: 'csr-dmzk6', minutes: 15 },
  { name: 'csr-xmsk9', minutes: 24 },
] as const;

/** The world in which a line was typed: the recording host, its cluster, and what the line's label says. */
export function stateOf(line: RecordedLine, recordings: Recordings): World {
  const events = STATES[line.case];
  if (events === undefined) throw new Error(`no state is told for "${line.case}"`);
  const asked = requestObject(line, recordings);
  let world = settled(line, recordings);
  const requests = LEFT_BEHIND.map(({ name, minutes }) => {
    const creationTimestamp = rfc3339(world.now - minutes * 60_000);
    return { ...asked, metadata: { ...metadataOf(asked), name, creationTimestamp } };
  });
  const objects = Object.fromEntries(
    requests.map((object) => [
      objectKey({ kind: 'CertificateSigningRequest', namespace: '', name: object.metadata.name }),
      object,
    ]),
  );
  // As kubeadm sets it: the node's address first.
  const preferredAddressTypes = ['InternalIP', 'ExternalIP', 'Hostname'];
  const { cluster } = world;
  world = { ...world, cluster: { ...cluster, preferredAddressTypes, objects: { ...cluster.objects, ...objects } } };
  return events.reduce((now, event) => step(now, event).world, world);
}

/**
 * The recording host had no network plugin, so its node was NotReady, and no line but `get nodes` shows it. Plugins are not
 * modelled: here it is NotReady for a kubelet that was last heard long ago.
 */
export function withoutNetwork(world: World): World {
  const report = world.cluster.reports?.[RECORDED_NAMES.node];
  if (report === undefined) throw new Error('the kubelet of the recordings reports');
  const silent = { ...report, until: world.now - 600_000 };
  return { ...world, cluster: { ...world.cluster, reports: { [RECORDED_NAMES.node]: silent } } };
}

/** The kubelet runs with the line's configuration, and the administrator's kubeconfig is in its place. */
function settled(line: RecordedLine, recordings: Recordings): World {
  let world = lineWorld(line, recordings);
  for (const object of OBJECTS) world = step(world, { type: 'apply', object }).world;
  const node = world.nodes[RECORDED_NAMES.node];
  if (node === undefined) throw new Error('the recordings are of one node');
  const text = kubeconfig(recordings, `https://${world.cluster.endpoint}`);
  const files = writeText(node.host.files, `${HOME}/.kube/config`, text, world.now, 0o600);
  return { ...world, nodes: { [node.name]: { ...node, host: { ...node.host, files } } } };
}

/** The request that a kubelet with `serverTLSBootstrap` posts there. */
function requestObject(line: RecordedLine, recordings: Recordings): JsonObject {
  const { cluster } = settled({ ...line, config: PENDING }, recordings);
  const found = Object.entries(cluster.objects).find(([key]) => key.startsWith('CertificateSigningRequest/'));
  if (found === undefined) throw new Error('a kubelet with serverTLSBootstrap must ask for a certificate');
  return found[1];
}

function metadataOf(object: JsonObject): JsonObject {
  const metadata = object.metadata;
  return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata) ? (metadata as JsonObject) : {};
}
