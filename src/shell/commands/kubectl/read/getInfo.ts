import type { ApiAnswer, ApiCall } from '../client/apiClient.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, type Resource } from '../kinds/mapper.ts';
import { type Result, reasonOf } from '../kubeError.ts';

/** Where an object is kept. */
export interface Place {
  readonly resource: Resource;
  readonly namespace: string;
  readonly name: string;
  readonly subresource?: string;
}

/**
 * Fetches an object. Of one that is not there kubectl asks whether its namespace is, and tells of the namespace when that is
 * missing, too. Models Info.Get in cli-runtime/pkg/resource/visitor.go, v0.36.
 */
export function getInfo(
  invocation: Invocation,
  { resource, namespace, name, subresource }: Place,
  more: Pick<ApiCall, 'accept' | 'query'> = {},
): Result<ApiAnswer> {
  const path = pathOf(resource, namespace, name, subresource);
  const answer = invocation.call({ method: 'GET', path, ...more, resource: resource.name, name });
  if (answer.ok || reasonOf(answer.error) !== 'NotFound') return answer;
  if (!resource.namespaced || namespace === '' || namespace === 'default') return answer;
  const around = invocation.call({ method: 'GET', path: `/api/v1/namespaces/${namespace}`, resource: 'namespaces' });
  return !around.ok && reasonOf(around.error) === 'NotFound' ? around : answer;
}
