import { isMissing } from '../../../controlplane/clusterState.ts';
import { isObject, type JsonObject } from '../../../json.ts';
import type { World } from '../../../world/world.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../../json.ts';
import { findResource } from '../resource.ts';
import { objectsOf } from '../view/objects.ts';
import { withCluster } from './store.ts';

/** Why pods wait, by reason, in the scheduler's words; the count of nodes comes before each. */
type Reasons = ReadonlyMap<string, number>;

/**
 * The world with every waiting pod bound to a node: the first that is ready, takes pods, and has the labels that the pod selects;
 * among several the one with the fewest pods. Resources and affinities are not weighed.
 * Models the filters NodeUnschedulable, TaintToleration and NodeAffinity of pkg/scheduler/framework/plugins, v1.36.
 */
export function scheduled(world: World): World {
  const { objects } = world.cluster;
  const waiting = Object.keys(objects).filter((key) => key.startsWith('Pod/') && isWaiting(objects[key]));
  if (waiting.length === 0 || !world.cluster.reachable || isMissing(world, 'kube-scheduler')) return world;
  const nodes = nodesOf(world);
  const load = new Map<string, number>();
  for (const key of Object.keys(objects)) {
    const node = key.startsWith('Pod/') ? textAt(objectAt(objects[key] ?? {}, 'spec'), 'nodeName') : '';
    if (node !== '') load.set(node, (load.get(node) ?? 0) + 1);
  }
  const bound: Record<string, JsonObject> = {};
  for (const key of waiting.sort()) {
    const pod = objects[key];
    if (pod === undefined) continue;
    const fitting = nodes.filter((node) => obstacle(pod, node) === null).map(nameOf);
    const [node] = [...fitting].sort((left, right) => (load.get(left) ?? 0) - (load.get(right) ?? 0));
    if (node === undefined) continue;
    load.set(node, (load.get(node) ?? 0) + 1);
    bound[key] = { ...pod, spec: { ...objectAt(pod, 'spec'), nodeName: node } };
  }
  if (Object.keys(bound).length === 0) return world;
  return withCluster(world, { objects: { ...objects, ...bound }, revision: world.cluster.revision + 1 });
}

/** What the scheduler says of a pod that fits no node: `0/2 nodes are available: …`. */
export function unschedulable(nodes: readonly JsonObject[], pod: JsonObject): string {
  if (nodes.length === 0) return 'no nodes available to schedule pods';
  const reasons: Reasons = nodes.reduce((sofar, node) => {
    const why = obstacle(pod, node);
    return why === null ? sofar : new Map(sofar).set(why, (sofar.get(why) ?? 0) + 1);
  }, new Map<string, number>());
  const parts = [...reasons].map(([why, count]) => `${count} ${why}`).sort();
  const hopeless = `${nodes.length} Preemption is not helpful for scheduling`;
  return `0/${nodes.length} nodes are available: ${parts.join(', ')}. no new claims to deallocate, preemption: 0/${nodes.length} nodes are available: ${hopeless}.`;
}

function isWaiting(pod: JsonObject | undefined): boolean {
  if (!isObject(pod)) return false;
  const spec = objectAt(pod, 'spec');
  const scheduler = textAt(spec, 'schedulerName');
  return textAt(spec, 'nodeName') === '' && (scheduler === '' || scheduler === 'default-scheduler');
}

function nodesOf(world: World): readonly JsonObject[] {
  const nodes = findResource('', 'v1', 'nodes');
  return nodes === null ? [] : objectsOf(world, nodes);
}

function nameOf(node: JsonObject): string {
  return textAt(objectAt(node, 'metadata'), 'name');
}

/** Why a node does not take a pod; null when it does. */
function obstacle(pod: JsonObject, node: JsonObject): string | null {
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
