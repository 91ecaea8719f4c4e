import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import type { Invocation } from '../invocation.ts';
import { findResource, pathOf, type Resource, resourceNamed } from '../kinds/mapper.ts';
import { failed, type Result } from '../kubeError.ts';
import { getInfo } from '../read/getInfo.ts';

/** What `POD` or `TYPE/NAME` names: the object, and where it is kept. */
export interface Named {
  readonly object: JsonObject;
  readonly resource: Resource;
}

/** Fetches what a word names: a pod, or with `TYPE/NAME` an object of another type. */
export function fetchNamed(invocation: Invocation, word: string): Result<Named> {
  const [type = '', name = '', ...more] = word.includes('/') ? word.split('/') : ['pods', word];
  if (more.length > 0) return failed('arguments in resource/name form may not have more than one slash');
  if (type === '' || name === '') {
    return failed('arguments in resource/name form must have a single resource and name');
  }
  const namespace = invocation.namespace();
  if (!namespace.ok) return namespace;
  const resource = resourceNamed(invocation, type, 4);
  if (!resource.ok) return resource;
  const answer = getInfo(invocation, { resource: resource.value, namespace: namespace.value, name });
  if (!answer.ok) return answer;
  return { ok: true, value: { object: answer.value.object, resource: resource.value } };
}

/**
 * The pods that an object stands for: itself, or those that its selector picks, running ones first. `doing` words the
 * error of objects without a selector. Models polymorphichelpers.SelectorsForObject, v0.36.
 */
export function podsBehind(
  invocation: Invocation,
  { object, resource }: Named,
  doing: string,
): Result<readonly JsonObject[]> {
  if (resource.kind === 'Pod') return { ok: true, value: [object] };
  const selector = selectorOf(object, resource);
  if (selector === null) {
    const type = `*${resource.version}.${resource.kind}`;
    return failed(`${doing} ${type}: selector for ${type} not implemented`);
  }
  const namespace = textAt(objectAt(object, 'metadata'), 'namespace');
  return podsWith(invocation, namespace, selector);
}

/** The pods of a namespace that a label selector picks; those that run come first. */
export function podsWith(invocation: Invocation, namespace: string, selector: string): Result<readonly JsonObject[]> {
  const [pods] = findResource('pods') ?? [];
  if (pods === undefined) return failed('the server doesn\'t have a resource type "pods"');
  const query = selector === '' ? [] : [['labelSelector', selector] as const];
  const answer = invocation.call({ method: 'GET', path: pathOf(pods, namespace), query, resource: 'pods' });
  if (!answer.ok) return answer;
  const items = objectsAt(answer.value.object, 'items');
  const runs = (pod: JsonObject): boolean => textAt(objectAt(pod, 'status'), 'phase') === 'Running';
  return { ok: true, value: [...items.filter(runs), ...items.filter((pod) => !runs(pod))] };
}

const SELECTING = ['ReplicationController', 'Service', 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job'];

function selectorOf(object: JsonObject, { kind }: Resource): string | null {
  if (!SELECTING.includes(kind)) return null;
  const selector = objectAt(objectAt(object, 'spec'), 'selector');
  const labels: Json = Object.hasOwn(selector, 'matchLabels') ? (selector.matchLabels ?? null) : selector;
  if (!isObject(labels)) return '';
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${String(value)}`)
    .sort()
    .join(',');
}
