import { objectsAt } from '#engine/apiserver/json.ts';
import type { Candidate } from '../../../command.ts';
import type { Invocation } from '../invocation.ts';
import { findResource, pathOf, RESOURCES } from '../kinds/mapper.ts';
import { nameOf } from './fetch.ts';

/** Types, then names of the objects that there are: `get TYPE NAME…`, `TYPE/NAME`. */
export function completeResources(parameters: readonly string[], invocation: Invocation): readonly Candidate[] {
  const word = parameters.at(-1) ?? '';
  const slash = word.indexOf('/');
  if (slash !== -1) {
    const type = word.slice(0, slash);
    return objectNames(invocation, type)
      .filter((name) => `${type}/${name}`.startsWith(word))
      .map((name) => ({ insert: `${type}/${name}`, label: name }));
  }
  if (parameters.length > 1) {
    const taken = new Set(parameters.slice(1, -1));
    return objectNames(invocation, parameters[0] ?? '')
      .filter((name) => name.startsWith(word) && !taken.has(name))
      .map((name) => ({ insert: name }));
  }
  return typeNames()
    .filter((name) => name.startsWith(word))
    .map((name) => ({ insert: name }));
}

/** Names of all resources that can be read, those of a group with their group. */
export function typeNames(): readonly string[] {
  return RESOURCES.filter(({ verbs }) => verbs.includes('get'))
    .map(({ name, group }) => (group === '' ? name : `${name}.${group}`))
    .sort();
}

/** Names of the objects of a type in the namespace at hand; none when the API server does not tell. */
export function objectNames(invocation: Invocation, type: string): readonly string[] {
  const [resource] = findResource(type) ?? [];
  const namespace = invocation.namespace();
  if (resource === undefined || !namespace.ok) return [];
  const answer = invocation.call({ method: 'GET', path: pathOf(resource, namespace.value) });
  return answer.ok ? objectsAt(answer.value.object, 'items').map(nameOf) : [];
}
