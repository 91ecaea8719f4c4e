import { scheduled } from '../apiserver/serve/write/schedule.ts';
import { certified } from '../certificates/certified.ts';
import { klogLine } from '../config/klog.ts';
import type { LogLine } from '../host/journal.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import type { KubeletProcess } from '../kubelet/process.ts';
import { journalLines, newLines, type Step, withJournal, withNode } from '../world/change.ts';
import type { Node, World } from '../world/world.ts';
import { leftBehind } from './boundPods.ts';
import { clusterAfter, isMissing } from './clusterState.ts';
import { withLeaders } from './leaderElection.ts';
import { lived, refreshed } from './lifeCycle.ts';
import { reporting, withReports } from './reports.ts';

/**
 * What follows in the cluster from what happened to `before`, at once: containers come and go on the nodes that changed, the API
 * server is another, kubelets tell it what is new. A world in which nothing changed is given back as it is.
 */
export function settled(before: World, after: World): World {
  if (before.nodes === after.nodes && before.cluster === after.cluster && before.now === after.now) return after;
  let current = after;
  for (const name in after.nodes) {
    const node = after.nodes[name];
    const old = before.nodes[name];
    if (node === undefined || node === old) continue;
    const seen = old !== undefined && old.host.files !== node.host.files ? refreshed(node, after.now) : node;
    const left = old === undefined ? seen : leftBehind(old, seen, before.cluster);
    current = withNode(current, lived(left, after.now));
  }
  const cluster = clusterAfter(before, current);
  const governed = cluster === current.cluster ? current : answered(current, { ...current, cluster });
  const reported = withReports(before, certified(before, governed));
  const awake = isMissing(before, 'kube-scheduler') || !before.cluster.reachable;
  return awake && before.nodes !== after.nodes ? scheduled(reported) : reported;
}

/** A step, settled; what kubelets logged over it is told, too. */
export function settle(before: World, step: Step): Step {
  const world = settled(before, step.world);
  if (world.nodes === step.world.nodes) return { world, trace: step.trace };
  const journal = Object.keys(world.nodes).flatMap((name) => {
    const [old, node] = [step.world.nodes[name], world.nodes[name]];
    return old?.host.journal === node?.host.journal ? [] : newLines(old, node);
  });
  if (journal.length === 0) return { world, trace: step.trace };
  return { world, trace: { ...step.trace, journal: [...step.trace.journal, ...journal] } };
}

/** What an API server that went or came back means for those that talk to it. */
function answered(before: World, after: World): World {
  const { reachable } = after.cluster;
  if (before.cluster.reachable === reachable) return after;
  const { endpoint } = reachable ? after.cluster : before.cluster;
  let world = after;
  for (const node of Object.values(after.nodes)) {
    const led = withLeaders(node, reachable, endpoint, after.now);
    world = withNode(world, reachable ? led : missing(led, before, after.now));
  }
  return world;
}

/** What a kubelet logs when the API server is there no more: it cannot renew its node's lease. */
function missing(node: Node, { cluster }: World, at: number): Node {
  const { process } = node.kubelet;
  if (process === null || reporting(node, cluster) === null) return node;
  const stamp = { at, unit: KUBELET_UNIT, identifier: 'kubelet', pid: process.pid };
  return withJournal(node, journalLines(leaseLines(process, cluster.endpoint), stamp));
}

/** Models component-helpers/apimachinery/lease/controller.go, v0.36. */
function leaseLines({ nodeName, client }: KubeletProcess, endpoint: string): readonly LogLine[] {
  const url = `${client?.server ?? ''}/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${nodeName}?timeout=10s`;
  const error = (method: string) => `${method} "${url}": dial tcp ${endpoint}: connect: connection refused`;
  return [
    klogLine('E', 'controller.go:251', 'Failed to update lease', [['err', error('Put')]]),
    klogLine('E', 'controller.go:201', 'Failed to ensure lease exists, will retry', [
      ['err', error('Get')],
      ['interval', '200ms'],
    ]),
  ];
}
