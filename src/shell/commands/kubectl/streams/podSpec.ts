import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';

/** The containers of a Pod by their kinds, as kubectl looks for them. */
const LISTS = [
  ['containers', ''],
  ['initContainers', ' (init)'],
  ['ephemeralContainers', ' (ephem)'],
] as const;

/** The container of that name; null when the pod has none. */
export function containerNamed(pod: JsonObject, name: string): JsonObject | null {
  const spec = objectAt(pod, 'spec');
  for (const [list] of LISTS) {
    const found = objectsAt(spec, list).find((container) => textAt(container, 'name') === name);
    if (found !== undefined) return found;
  }
  return null;
}

/** `nginx, debug (ephem), setup (init)`. Models podcmd.AllContainerNames, v0.36. */
export function containerNames(pod: JsonObject): string {
  const spec = objectAt(pod, 'spec');
  return ([LISTS[0], LISTS[2], LISTS[1]] as const)
    .flatMap(([list, mark]) => objectsAt(spec, list).map((container) => `${textAt(container, 'name')}${mark}`))
    .join(', ');
}

/** Names of all containers in the order of their start. */
export function startOrder(pod: JsonObject): readonly string[] {
  const spec = objectAt(pod, 'spec');
  return [LISTS[1], LISTS[0], LISTS[2]].flatMap(([list]) =>
    objectsAt(spec, list).map((container) => textAt(container, 'name')),
  );
}

/** The words about a container that a pod does not have. */
export function notValid(pod: JsonObject, name: string): string {
  return `container ${name} is not valid for pod ${podName(pod)} out of: ${containerNames(pod)}`;
}

/** The container that is meant when none is named, and what kubectl says about its choice; '' when it says nothing. */
export function defaultContainer(pod: JsonObject): { readonly name: string; readonly remark: string } {
  const spec = objectAt(pod, 'spec');
  const name = textAt(objectsAt(spec, 'containers')[0] ?? {}, 'name');
  const several = LISTS.reduce((sum, [list]) => sum + objectsAt(spec, list).length, 0) > 1;
  return { name, remark: several ? `Defaulted container "${name}" out of: ${containerNames(pod)}\n` : '' };
}

const ANNOTATION = 'kubectl.kubernetes.io/default-container';

/** The container that the pod's annotation prefers; '' without one. */
export function preferredContainer(pod: JsonObject): string {
  return textAt(objectAt(objectAt(pod, 'metadata'), 'annotations'), ANNOTATION);
}

export function podName(pod: JsonObject): string {
  return textAt(objectAt(pod, 'metadata'), 'name');
}

export function podNamespace(pod: JsonObject): string {
  return textAt(objectAt(pod, 'metadata'), 'namespace');
}

/** `Running`, `Pending` … */
export function phaseOf(pod: JsonObject): string {
  return textAt(objectAt(pod, 'status'), 'phase');
}
