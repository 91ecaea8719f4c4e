import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';

/** A pod's quality of service: what its status says, else what its containers ask for. Models GetPodQOS, v0.36. */
export function qosClass(pod: JsonObject): string {
  const said = textAt(objectAt(pod, 'status'), 'qosClass');
  if (said !== '') return said;
  const spec = objectAt(pod, 'spec');
  const containers = [...objectsAt(spec, 'containers'), ...objectsAt(spec, 'initContainers')];
  const asked = containers.map((container) => {
    const resources = objectAt(container, 'resources');
    return { limits: objectAt(resources, 'limits'), requests: objectAt(resources, 'requests') };
  });
  const names = ['cpu', 'memory'] as const;
  const any = asked.some(({ limits, requests }) => names.some((name) => name in limits || name in requests));
  if (!any) return 'BestEffort';
  const same = asked.every(({ limits, requests }) =>
    names.every((name) => name in limits && (!(name in requests) || requests[name] === limits[name])),
  );
  return same ? 'Guaranteed' : 'Burstable';
}
