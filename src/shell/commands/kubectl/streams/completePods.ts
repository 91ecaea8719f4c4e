import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Candidate } from '../../../command.ts';
import type { Invocation } from '../invocation.ts';
import { podsWith } from './podOf.ts';
import { podName } from './podSpec.ts';

/** Names of pods for the first parameter, of the pod's containers for a second. */
export function completePods(parameters: readonly string[], invocation: Invocation): readonly Candidate[] {
  const namespace = invocation.namespace();
  if (!namespace.ok) return [];
  const pods = podsWith(invocation, namespace.value, '');
  if (!pods.ok) return [];
  const word = parameters.at(-1) ?? '';
  const starting = (names: readonly string[]): readonly Candidate[] =>
    names.filter((name) => name.startsWith(word)).map((insert) => ({ insert }));
  if (parameters.length <= 1) return starting(pods.value.map(podName));
  const pod = pods.value.find((one) => podName(one) === parameters[0]);
  if (pod === undefined || invocation.command !== 'logs') return [];
  return starting(containersOf(pod));
}

/** The containers of the pod that a line names, for `-c`; none when it names none that is there. */
export function namedContainers(invocation: Invocation): readonly string[] {
  const [word = ''] = invocation.parameters;
  const namespace = invocation.namespace();
  const pods = namespace.ok ? podsWith(invocation, namespace.value, '') : namespace;
  const pod = pods.ok ? pods.value.find((one) => podName(one) === word.replace(/^pods?\//, '')) : undefined;
  return pod === undefined ? [] : containersOf(pod);
}

function containersOf(pod: JsonObject): readonly string[] {
  return objectsAt(objectAt(pod, 'spec'), 'containers').map((container) => textAt(container, 'name'));
}
