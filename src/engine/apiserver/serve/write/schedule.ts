import { isMissing } from '../../../controlplane/clusterState.ts';
import { isObject, type JsonObject } from '../../../json.ts';
import type { World } from '../../../world/world.ts';
import { objectAt, textAt } from '../../json.ts';
import { findResource } from '../resource.ts';
import { objectsOf } from '../view/objects.ts';
import { obstacle } from '../view/obstacle.ts';
import { withCluster } from './store.ts';

/**
 * The world with every waiting pod bound to a node: the first that is ready, takes pods, and has the labels that the pod selects;
 * among several the one with the fewest pods. Resources and affinities are not weighed.
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
