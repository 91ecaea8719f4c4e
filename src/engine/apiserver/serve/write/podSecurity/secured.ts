import type { ApiCall } from '../../journey.ts';
import { resourceOfKind } from '../../resource.ts';
import { type Failure, forbidden, invalid } from '../../status.ts';
import { objectsOf } from '../../view/objects.ts';
import type { Change } from '../nodeRestriction.ts';
import { levelErrors, podVerdict, strictnessWarnings } from './podSecurity.ts';

/** Who refuses, in the words of the trace. */
export const POD_SECURITY = 'PodSecurity';

/** What the plugin says of a change that is valid: its refusal, and else what it warns of. */
export interface Secured {
  readonly failure: Failure | null;
  readonly warnings: readonly string[];
}

const SILENT: Secured = { failure: null, warnings: [] };

/** Holds pods to the level of their namespace, and namespaces to labels that say one. Models pod-security-admission, v0.36. */
export function secured({ world }: ApiCall, change: Change): Secured {
  const { object, old, subresource, name } = change;
  if (object === null || subresource !== '') return SILENT;
  if (change.kind === 'Pod') {
    const { why, warnings } = podVerdict(world.cluster, object, old);
    return { failure: why === null ? null : forbidden({ group: '', resource: 'pods', name }, why), warnings };
  }
  if (change.kind !== 'Namespace') return SILENT;
  const errors = levelErrors(object, old);
  if (errors.length > 0) return { failure: invalid({ kind: 'Namespace', group: '' }, name, errors), warnings: [] };
  const pods = resourceOfKind('v1', 'Pod');
  if (old === null || pods === null) return SILENT;
  return { failure: null, warnings: strictnessWarnings(object, old, objectsOf(world, pods, name)) };
}
