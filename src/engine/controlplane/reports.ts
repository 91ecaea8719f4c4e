import { reviewAccess } from '../apiserver/access.ts';
import { addressOf } from '../apiserver/call.ts';
import { type Cluster, objectKey } from '../apiserver/cluster.ts';
import type { NodeReport } from '../apiserver/nodeReport.ts';
import { applyObject } from '../apiserver/objects.ts';
import { booleanAt, numberAt } from '../config/effective.ts';
import { podObject } from '../host/containers/podStatus.ts';
import { workloadOf } from '../host/containers/pods.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { KubeletProcess } from '../kubelet/process.ts';
import type { Node, World } from '../world/world.ts';
import { mirrorPods } from './mirrorPods.ts';
import { registered } from './registration.ts';

/** How long a node is held for ready after its kubelet's last word, in ms. Models node-monitor-grace-period, v1.36. */
export const GRACE = 40_000;

/**
 * The process of a kubelet that reports to the API server now: it runs, somebody answers at its kubeconfig's server, and it is
 * taken there for this very node, which may write its status. Null when it does not report.
 */
export function reporting(node: Node, cluster: Cluster): KubeletProcess | null {
  const { process, state } = node.kubelet;
  const client = process?.client;
  if (process === null || state !== 'running' || !client || !cluster.reachable) return null;
  const { subject, server } = client;
  if (subject?.user !== `system:node:${process.nodeName}` || addressOf(server) !== cluster.endpoint) return null;
  const decision = reviewAccess(cluster, {
    subject,
    verb: 'patch',
    group: '',
    version: 'v1',
    resource: 'nodes',
    subresource: 'status',
    namespace: '',
    name: process.nodeName,
  });
  return decision.allowed ? process : null;
}

/**
 * The world with what its kubelets told the API server since `before`. Nodes that are the same value as before are looked at
 * only when the API server itself is another, so that a fleet costs little.
 */
export function withReports(before: World, after: World): World {
  const same = sameServer(before.cluster, after.cluster);
  if (same && before.nodes === after.nodes) return after;
  let { cluster } = after;
  for (const name in after.nodes) {
    const node = after.nodes[name];
    const old = before.nodes[name];
    if (node === undefined || (same && old?.kubelet === node.kubelet && old.host.address === node.host.address))
      continue;
    cluster = heard(cluster, node, old, { ...before, now: after.now }, after.now);
  }
  for (const name in before.nodes) {
    const gone = before.nodes[name];
    if (gone !== undefined && after.nodes[name] === undefined)
      cluster = silenced(cluster, gone, before, after.now, true);
  }
  return cluster === after.cluster ? after : { ...after, cluster };
}

function sameServer(before: Cluster, after: Cluster): boolean {
  if (before === after) return true;
  return (
    before.reachable === after.reachable &&
    before.endpoint === after.endpoint &&
    before.authorizationModes === after.authorizationModes &&
    before.objects === after.objects
  );
}

/** The cluster after a look at one node's kubelet. */
function heard(cluster: Cluster, node: Node, old: Node | undefined, before: World, now: number): Cluster {
  const process = reporting(node, cluster);
  const formerName = old?.kubelet.process?.nodeName ?? node.kubelet.process?.nodeName ?? node.name;
  if (process === null || process.nodeName !== formerName) {
    const silent = old === undefined ? cluster : silenced(cluster, old, before, now, node.kubelet.process === null);
    if (process === null) return silent;
    return spoken(silent, node, process, now);
  }
  return spoken(cluster, node, process, now);
}

function reportAt(cluster: Cluster, name: string): NodeReport | undefined {
  const { reports } = cluster;
  return reports !== undefined && Object.hasOwn(reports, name) ? reports[name] : undefined;
}

function withReport(cluster: Cluster, name: string, report: NodeReport): Cluster {
  return { ...cluster, reports: { ...cluster.reports, [name]: report } };
}

/** A kubelet that reports: its node is registered when it starts and has none, and its last words are replaced. */
function spoken(cluster: Cluster, node: Node, process: KubeletProcess, now: number): Cluster {
  const { nodeName } = process;
  const old = reportAt(cluster, nodeName);
  const begins = old === undefined || old.until !== null;
  const known = Object.hasOwn(cluster.objects, objectKey({ kind: 'Node', namespace: '', name: nodeName }));
  let current = cluster;
  // It registers once, as soon as the API server takes it: mostly when it starts, later when it waited for a certificate.
  const first = process.startedAt === now || (begins && (old?.until ?? 0) <= process.startedAt);
  if (!known && first && booleanAt(process.config, 'registerNode')) {
    const change = applyObject(cluster, registered(nodeName), now);
    current = change.cluster;
  }
  const alive = old !== undefined && (old.until === null || now < old.until + GRACE);
  const report: NodeReport = {
    since: alive ? old.since : now,
    until: null,
    address: node.host.address,
    hostname: node.host.hostname,
    kubeletVersion: process.version,
    port: numberAt(process.config, 'port'),
    declaredFeatures: declaredFeatures(process),
    mirrorPods: mirrorPods(process, current, node.runtime),
    podStatuses: {},
  };
  if (!begins && old !== undefined && sameReport(old, report)) return current;
  return withReport(current, nodeName, report);
}

/** Gates that a kubelet declares when they are on, in order. */
const DECLARABLE = [
  'ExtendWebSocketsToKubelet',
  'InPlacePodLevelResourcesVerticalScaling',
  'InPlacePodVerticalScalingInitContainers',
  'RestartAllContainersOnContainerExits',
  'UserNamespacesHostNetworkSupport',
];

/** Models k8s.io/component-helpers/nodedeclaredfeatures, v0.36. */
function declaredFeatures({ config }: KubeletProcess): readonly string[] {
  const { gates } = config;
  return gates.NodeDeclaredFeatures === true ? DECLARABLE.filter((name) => gates[name] === true) : [];
}

function sameReport(old: NodeReport, report: NodeReport): boolean {
  return (
    old.until === report.until &&
    old.address === report.address &&
    old.hostname === report.hostname &&
    old.kubeletVersion === report.kubeletVersion &&
    old.port === report.port &&
    old.declaredFeatures?.join() === report.declaredFeatures?.join() &&
    old.mirrorPods === report.mirrorPods
  );
}

/** The end of what a node's kubelet told: its last word is kept, with how its pods were. */
function silenced(cluster: Cluster, node: Node, before: World, now: number, stopped: boolean): Cluster {
  const { process } = node.kubelet;
  const name = process?.nodeName ?? node.name;
  const old = reportAt(cluster, name);
  if (old === undefined) return cluster;
  // Who cannot reach the API server keeps its words to itself: they are looked for when it ends before they could be heard.
  const ends = process !== null && stopped;
  if (old.until !== null) {
    const untold = ends && !before.cluster.reachable && Object.keys(old.podStatuses).length === 0;
    return untold ? withReport(cluster, name, { ...old, podStatuses: statuses(node, before) }) : cluster;
  }
  const podStatuses = cluster.reachable || ends ? statuses(node, before) : {};
  return withReport(cluster, name, { ...old, until: now, podStatuses });
}

function statuses(node: Node, { cluster, now }: World): Readonly<Record<string, JsonObject>> {
  const { process } = node.kubelet;
  if (process === null) return {};
  const { pods } = workloadOf({ node, process, cluster, now });
  const entries = pods.flatMap((pod): readonly (readonly [string, JsonObject])[] => {
    const { status = null } = podObject(pod, node.host.address);
    return isObject(status) ? [[`${pod.namespace}/${pod.name}`, status]] : [];
  });
  return Object.fromEntries(entries);
}
