import { numberAt } from '../../../config/effective.ts';
import { readText } from '../../../host/files.ts';
import { MACHINE } from '../../../host/machine.table.ts';
import type { Json, JsonObject } from '../../../json.ts';
import { parseTime, rfc3339 } from '../../../time.ts';
import type { World } from '../../../world/world.ts';
import { objectAt, objectsAt, textAt } from '../../json.ts';
import type { NodeReport } from '../../nodeReport.ts';
import { uidOf } from '../../uid.ts';
import { GRACE, nodeRunning, reportOf } from './reports.ts';

/** Kubelets write their node's status once in five minutes when nothing changes. */
const HEARTBEAT = 300_000;

interface ConditionRow {
  readonly type: string;
  /** Whether `True` is the good state. */
  readonly good: 'True' | 'False';
  readonly reason: string;
  readonly message: string;
}

const CONDITIONS: readonly ConditionRow[] = [
  {
    type: 'MemoryPressure',
    good: 'False',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  { type: 'DiskPressure', good: 'False', reason: 'KubeletHasNoDiskPressure', message: 'kubelet has no disk pressure' },
  {
    type: 'PIDPressure',
    good: 'False',
    reason: 'KubeletHasSufficientPID',
    message: 'kubelet has sufficient PID available',
  },
  { type: 'Ready', good: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
];

/**
 * A stored Node with what its kubelet reported and what the node lifecycle controller makes of its silence.
 * Models pkg/kubelet/nodestatus/setters.go and pkg/controller/nodelifecycle, v1.36.
 */
export function nodeView(world: World, stored: JsonObject): JsonObject {
  const metadata = objectAt(stored, 'metadata');
  const name = textAt(metadata, 'name');
  const report = reportOf(world, name);
  const spec = objectAt(stored, 'spec');
  const since = silentSince(world, metadata, report);
  const given = objectsAt(spec, 'taints');
  const own =
    since === null && report === null ? given : given.filter((taint) => !CONTROLLED.includes(textAt(taint, 'key')));
  const taints = since === null ? own : [...own, ...unreachableTaints(report, since)];
  const { taints: _, ...bare } = spec;
  const told = report === null ? neverHeard(metadata, since) : status(world, name, report);
  return {
    ...stored,
    spec: taints.length === 0 ? bare : { ...bare, taints },
    status: { ...objectAt(stored, 'status'), ...told },
  };
}

/** Taints that come and go with a node's readiness. */
const CONTROLLED = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** How long a node that never reported is waited for: node-startup-grace-period, in milliseconds. */
const STARTUP_GRACE = 60_000;

/** From when on a node is held for gone; null while it is not. Milliseconds since the epoch. */
function silentSince(world: World, metadata: JsonObject, report: NodeReport | null): number | null {
  const born = parseTime(textAt(metadata, 'creationTimestamp'));
  if (report === null) return Number.isNaN(born) || world.now < born + STARTUP_GRACE ? null : born + STARTUP_GRACE;
  return report.until !== null && world.now >= report.until + GRACE ? report.until + GRACE : null;
}

/** Models the node lifecycle controller: no new pods, and none that run for longer, where a kubelet had spoken before. */
function unreachableTaints(report: NodeReport | null, since: number): readonly JsonObject[] {
  const key = 'node.kubernetes.io/unreachable';
  const timeAdded = rfc3339(since);
  return [
    { key, effect: 'NoSchedule', timeAdded },
    ...(report === null ? [] : [{ key, effect: 'NoExecute', timeAdded }]),
  ];
}

const NEVER_HEARD = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'];

function neverHeard(metadata: JsonObject, since: number | null): JsonObject {
  const conditions = NEVER_HEARD.map((type) => ({
    type,
    status: 'Unknown',
    lastHeartbeatTime: textAt(metadata, 'creationTimestamp'),
    lastTransitionTime: rfc3339(since ?? 0),
    reason: 'NodeStatusNeverUpdated',
    message: 'Kubelet never posted node status.',
  }));
  const nodeInfo = Object.fromEntries(NODE_INFO.map((key) => [key, '']));
  const daemonEndpoints = { kubeletEndpoint: { Port: 0 } };
  return { ...(since === null ? {} : { conditions }), daemonEndpoints, nodeInfo };
}

const NODE_INFO = [
  'machineID',
  'systemUUID',
  'bootID',
  'kernelVersion',
  'osImage',
  'containerRuntimeVersion',
  'kubeletVersion',
  'kubeProxyVersion',
  'operatingSystem',
  'architecture',
];

function status(world: World, name: string, report: NodeReport): JsonObject {
  const { address, hostname, kubeletVersion, port, since, until, declaredFeatures = [] } = report;
  const node = nodeRunning(world, name) ?? Object.values(world.nodes).find((one) => one.host.address === address);
  const process = node?.kubelet.process ?? null;
  const pods = process === null ? 110 : numberAt(process.config, 'maxPods') || 110;
  const last = until ?? world.now;
  const heartbeat = since + Math.floor(Math.max(0, last - since) / HEARTBEAT) * HEARTBEAT;
  const silent = until !== null && world.now >= until + GRACE;
  const conditions = CONDITIONS.map(({ type, good, reason, message }) => ({
    type,
    status: silent ? 'Unknown' : good,
    lastHeartbeatTime: rfc3339(heartbeat),
    lastTransitionTime: rfc3339(silent && until !== null ? until + GRACE : since),
    reason: silent ? 'NodeStatusUnknown' : reason,
    message: silent ? 'Kubelet stopped posting node status.' : message,
  }));
  const machineID = (node === undefined ? null : readText(node.host.files, '/etc/machine-id'))?.trim() ?? '';
  const memory = Math.floor(MACHINE.memoryBytes / 1024);
  const disk = Math.floor(MACHINE.diskBytes / 1024);
  const common: Readonly<Record<string, Json>> = { 'hugepages-1Gi': '0', 'hugepages-2Mi': '0' };
  return {
    capacity: {
      cpu: String(MACHINE.cores),
      'ephemeral-storage': `${disk}Ki`,
      ...common,
      memory: `${memory}Ki`,
      pods: String(pods),
    },
    allocatable: {
      cpu: String(MACHINE.cores),
      'ephemeral-storage': String(Math.floor(MACHINE.diskBytes * 0.9)),
      ...common,
      memory: `${memory - 100 * 1024}Ki`,
      pods: String(pods),
    },
    conditions,
    addresses: [
      { type: 'InternalIP', address },
      { type: 'Hostname', address: hostname },
    ],
    daemonEndpoints: { kubeletEndpoint: { Port: port } },
    nodeInfo: {
      machineID,
      systemUUID: uidOf(`system ${name}`),
      bootID: uidOf(`boot ${name} ${node?.host.bootedAt ?? 0}`),
      kernelVersion: MACHINE.kernel,
      osImage: MACHINE.system,
      containerRuntimeVersion: `containerd://${MACHINE.containerd}`,
      kubeletVersion: `v${kubeletVersion}`,
      kubeProxyVersion: '',
      operatingSystem: 'linux',
      architecture: 'amd64',
    },
    ...(declaredFeatures.length === 0 ? {} : { declaredFeatures }),
  };
}
