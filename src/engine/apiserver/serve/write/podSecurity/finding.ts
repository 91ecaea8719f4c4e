import type { JsonObject } from '../../../../json.ts';
import { objectAt, objectsAt, textAt } from '../../../json.ts';

/** What a check has against a pod: the short reason and its detail. */
export interface Finding {
  readonly reason: string;
  readonly detail: string;
}

/** Every container of a pod, in the order in which the checks name them. Models policy/visitor.go, v0.36. */
export function containersOf(spec: JsonObject): readonly JsonObject[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => objectsAt(spec, key));
}

/** What a container says of its security. */
export function contextOf(container: JsonObject): JsonObject {
  return objectAt(container, 'securityContext');
}

/** `container "a"`, `containers "a", "b"`; the names of the containers given. */
export function namesOf(containers: readonly JsonObject[]): string {
  const names = containers.map((container) => textAt(container, 'name'));
  return `${plural('container', names.length)} ${quoted(names)}`;
}

/** `pod and container "a"`: who set something, by the pod's own word and by its containers'. */
export function settersOf(pod: boolean, containers: readonly JsonObject[]): string {
  return [...(pod ? ['pod'] : []), ...(containers.length > 0 ? [namesOf(containers)] : [])].join(' and ');
}

export function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}

/** Texts in quotes that nothing is escaped in. */
export function quoted(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}

/** Each text once, in the order of bytes. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
}
