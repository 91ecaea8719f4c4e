import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
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
  if (parameters.length <= 1) return pods.value.map((pod) => ({ insert: podName(pod) }));
  const pod = pods.value.find((one) => podName(one) === parameters[0]);
  if (pod === undefined || invocation.command !== 'logs') return [];
  return objectsAt(objectAt(pod, 'spec'), 'containers').map((container) => ({ insert: textAt(container, 'name') }));
}
