import type { JsonObject } from '../../../json.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../../json.ts';

/**
 * Why a node does not take a pod, in the scheduler's words; null when it does. Resources and affinities are not weighed.
 * Models the filters NodeUnschedulable, TaintToleration and NodeAffinity of pkg/scheduler/framework/plugins, v1.36.
 */
export function obstacle(pod: JsonObject, node: JsonObject): string | null {
  const spec = objectAt(node, 'spec');
  const tolerations = objectsAt(objectAt(pod, 'spec'), 'tolerations');
  if (valueAt(spec, 'unschedulable') === true) return 'node(s) were unschedulable';
  const untolerated = objectsAt(spec, 'taints')
    .filter((taint) => textAt(taint, 'effect') !== 'PreferNoSchedule')
    .some((taint) => !tolerations.some((one) => tolerates(one, taint)));
  if (untolerated) return 'node(s) had untolerated taint(s)';
  const labels = objectAt(objectAt(node, 'metadata'), 'labels');
  const selector = Object.entries(objectAt(objectAt(pod, 'spec'), 'nodeSelector'));
  return selector.every(([key, value]) => valueAt(labels, key) === value)
    ? null
    : "node(s) didn't match Pod's node affinity/selector";
}

function tolerates(toleration: JsonObject, taint: JsonObject): boolean {
  const effect = textAt(toleration, 'effect');
  if (effect !== '' && effect !== textAt(taint, 'effect')) return false;
  const key = textAt(toleration, 'key');
  if (key !== '' && key !== textAt(taint, 'key')) return false;
  const exists = textAt(toleration, 'operator') === 'Exists';
  return exists || (key !== '' && textAt(toleration, 'value') === textAt(taint, 'value'));
}

/** What the scheduler says of a pod that fits no node: `0/2 nodes are available: …`. Models FitError in pkg/scheduler/framework, v1.36. */
export function unschedulable(nodes: readonly JsonObject[], pod: JsonObject): string {
  if (nodes.length === 0) return 'no nodes available to schedule pods';
  const reasons = new Map<string, number>();
  for (const node of nodes) {
    const why = obstacle(pod, node);
    if (why !== null) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  const parts = [...reasons].map(([why, count]) => `${count} ${why}`).sort();
  const available = `0/${nodes.length} nodes are available:`;
  const hopeless = `preemption: ${available} ${nodes.length} Preemption is not helpful for scheduling.`;
  return `${available} ${parts.join(', ')}. no new claims to deallocate, ${hopeless}`;
}
