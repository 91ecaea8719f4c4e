import { statusOf } from '../../client/apiClient.ts';
import type { Invocation } from '../../invocation.ts';
import { pathOf } from '../../kinds/mapper.ts';
import { failed, type Result } from '../../kubeError.ts';
import { sortedJson } from '../../print/json.ts';
import type { Info } from '../manifest/infos.ts';
import type { DryRun } from '../printResult.ts';
import type { Validation } from '../validation.ts';
import type { Applied } from './apply.ts';

/**
 * `kubectl apply --server-side`: the server merges by who manages which field. Where the server does not know that kind
 * of patch, it is not modelled.
 */
export function applyServerSide(
  invocation: Invocation,
  { resource, namespace, name, object }: Info,
  { dryRun, validation }: { readonly dryRun: DryRun; readonly validation: Validation },
): Result<Applied> {
  const manager = invocation.flags.isSet('field-manager') ? invocation.flags.text('field-manager') : 'kubectl';
  const answer = invocation.call({
    method: 'PATCH',
    path: pathOf(resource, namespace, name),
    query: [
      ...(dryRun === 'server' ? [['dryRun', 'All'] as const] : []),
      ['fieldManager', manager],
      ['fieldValidation', validation],
      ['force', String(invocation.flags.on('force-conflicts'))],
    ],
    contentType: 'application/apply-patch+yaml',
    body: sortedJson(object),
    resource: resource.name,
    name,
  });
  if (answer.ok) return { ok: true, value: { operation: 'serverside-applied', object: answer.value.object } };
  if (statusOf(answer.error).code === 415) {
    return failed({ kind: 'not-modelled', message: 'kubectl apply --server-side' });
  }
  return answer;
}
