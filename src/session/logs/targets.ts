import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { isObject, type JsonObject } from '#engine/json.ts';
import type { World } from '#engine/world/world.ts';
import type { LogTargetView } from '../view/logs.ts';

/** Every container that some kubelet reported, those of the node at home first; control plane pods last. */
export function logTargets(world: World, home: string): readonly LogTargetView[] {
  const reported = Object.entries(world.cluster.reports ?? {}).flatMap(([node, { mirrorPods }]) =>
    mirrorPods.flatMap((pod) => targetsOf(pod, node)),
  );
  const bound = Object.entries(world.cluster.objects).flatMap(([key, object]) => {
    if (!key.startsWith('Pod/')) return [];
    const node = textAt(objectAt(object, 'spec'), 'nodeName');
    return node === '' ? [] : targetsOf(object, node);
  });
  const rank = ({ node, id }: LogTargetView): number =>
    (id.startsWith('kube-system/') ? 2 : 0) + (node === home ? 0 : 1);
  return [...reported, ...bound].toSorted((left, right) => rank(left) - rank(right) || (left.id < right.id ? -1 : 1));
}

function targetsOf(pod: JsonObject, node: string): readonly LogTargetView[] {
  const metadata = objectAt(pod, 'metadata');
  const name = textAt(metadata, 'name');
  const namespace = textAt(metadata, 'namespace') || 'default';
  return objectsAt(objectAt(pod, 'spec'), 'containers')
    .filter(isObject)
    .map((container) => {
      const inside = textAt(container, 'name');
      return { id: `${namespace}/${name}/${inside}`, label: `${name}, ${inside} (${namespace}, on ${node})`, node };
    });
}
