import { podObject } from '../../../host/containers/podStatus.ts';
import { workloadOf } from '../../../host/containers/pods.ts';
import { isObject, type JsonObject } from '../../../json.ts';
import type { Node, World } from '../../../world/world.ts';
import type { NodeReport } from '../../nodeReport.ts';

/** How long a node is held for ready after its kubelet's last word: node-monitor-grace-period's worth of a Lease, in ms. */
export const GRACE = 40_000;

/** What the kubelet of a node has told the API server; null when it never did. */
export function reportOf(world: World, nodeName: string): NodeReport | null {
  const { reports } = world.cluster;
  return (reports !== undefined && Object.hasOwn(reports, nodeName) ? reports[nodeName] : undefined) ?? null;
}

/** Whether the node's kubelet still reports, or did so less than {@link GRACE} ago. */
export function isHeard(world: World, report: NodeReport | null): boolean {
  return report !== null && (report.until === null || world.now < report.until + GRACE);
}

/** The node of the world whose kubelet goes by that name; undefined when none runs. */
export function nodeRunning(world: World, nodeName: string): Node | undefined {
  return Object.values(world.nodes).find(({ kubelet }) => kubelet.process?.nodeName === nodeName);
}

/** `status` of a pod as its kubelet sees it: now, while it reports, else as it told it last; null when it told nothing. */
export function reportedStatus(world: World, nodeName: string, namespace: string, name: string): JsonObject | null {
  const report = reportOf(world, nodeName);
  if (report === null) return null;
  const node = nodeRunning(world, nodeName);
  const process = node?.kubelet.process;
  if (report.until === null && node !== undefined && process) {
    const { pods } = workloadOf({ node, process, cluster: world.cluster, now: world.now });
    const pod = pods.find((one) => one.namespace === namespace && one.name === name);
    const status = pod === undefined ? null : podObject(pod, node.host.address).status;
    if (isObject(status ?? null)) return status as JsonObject;
  }
  const key = `${namespace}/${name}`;
  return (Object.hasOwn(report.podStatuses, key) ? report.podStatuses[key] : undefined) ?? null;
}
