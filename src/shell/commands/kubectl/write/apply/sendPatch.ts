import type { Json, JsonObject } from '#engine/json.ts';
import type { Invocation } from '../../invocation.ts';
import { pathOf } from '../../kinds/mapper.ts';
import type { Result } from '../../kubeError.ts';
import { goJson, sortedJson } from '../../print/json.ts';
import type { Info } from '../manifest/infos.ts';
import type { DryRun } from '../printResult.ts';
import { changeQuery, type Validation } from '../validation.ts';

/** Sends a strategic merge patch. With a dry run of the client's own the server tries it and keeps nothing. */
export function sendPatch(
  invocation: Invocation,
  { resource, namespace, name }: Info,
  patch: JsonObject,
  { dryRun, validation }: { readonly dryRun: DryRun; readonly validation: Validation },
  manager = 'kubectl-client-side-apply',
): Result<JsonObject> {
  const answer = invocation.call({
    method: 'PATCH',
    path: pathOf(resource, namespace, name),
    query: changeQuery(manager, dryRun === 'client' ? 'server' : dryRun, validation),
    contentType: 'application/strategic-merge-patch+json',
    body: sortedJson(patch),
    resource: resource.name,
    name,
  });
  return answer.ok ? { ok: true, value: answer.value.object } : answer;
}

/** A patch as kubectl shows it: on one line, keys in order. */
export function compactPatch(patch: Json): string {
  return goJson(JSON.stringify(sortedJson(patch)));
}
