import { GRACE, reporting } from '../controlplane/reports.ts';
import { nodeNamed, type World } from './world.ts';

/**
 * Whether a node's kubelet reports to the API server now: it runs, and its own credential is taken there for this node's. The
 * 40 s that a node is held for Ready after its kubelet's last word are not waited for: see {@link nodeCondition}.
 */
export function isReady(world: World, name: string): boolean {
  const node = nodeNamed(world, name);
  return node !== undefined && reporting(node, world.cluster) !== null;
}

/** The condition `Ready` of a node as the API server shows it. */
export interface ReadyCondition {
  readonly status: 'True' | 'Unknown';
  readonly reason: 'KubeletReady' | 'NodeStatusUnknown' | 'NodeStatusNeverUpdated';
  /** Since when it is so: milliseconds since the epoch; null when the node was never heard of. */
  readonly since: number | null;
}

/** What the API server says of a node by its kubelet's reports: Ready for 40 s longer than it reports. */
export function nodeCondition(world: World, name: string): ReadyCondition {
  const { reports } = world.cluster;
  const report = reports !== undefined && Object.hasOwn(reports, name) ? reports[name] : undefined;
  if (report === undefined) return { status: 'Unknown', reason: 'NodeStatusNeverUpdated', since: null };
  if (report.until === null || world.now < report.until + GRACE) {
    return { status: 'True', reason: 'KubeletReady', since: report.since };
  }
  return { status: 'Unknown', reason: 'NodeStatusUnknown', since: report.until + GRACE };
}
