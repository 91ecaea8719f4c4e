import type { EndpointGroup } from '../view/requests.ts';
import { ENDPOINTS } from './endpoints.data.ts';
import type { Target } from './target.ts';

/** A path of the table with a container's names in it. */
export function pathFor(path: string, { namespace, pod, container }: Target): string {
  return path.replace('{container}', `${namespace}/${pod}/${container}`).replace('{pod}', `${namespace}/${pod}`);
}

/** The endpoints with the names of a container that runs. */
export function endpointsFor(target: Target): readonly EndpointGroup[] {
  return ENDPOINTS.map(({ title, endpoints }) => ({
    title,
    endpoints: endpoints.map(({ method, path, says, common = false }) => ({
      method,
      path: pathFor(path, target),
      says,
      common,
    })),
  }));
}
