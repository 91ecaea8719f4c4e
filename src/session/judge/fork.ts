import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { objectOf } from '#engine/apiserver/objects.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';

/** A copy of the world in which systemd has read its files again and the kubelet has just been restarted. */
export function afterRestart(world: World, node: string): World {
  const reloaded = step(world, { type: 'daemon-reload', node }).world;
  return step(reloaded, { type: 'restart', node, unit: KUBELET_UNIT }).world;
}

const KUBELET_CONFIG = { kind: 'ConfigMap', namespace: 'kube-system', name: 'kubelet-config' };

/**
 * A copy of the world in which the node's `config.yaml` was written anew from the cluster's `kubelet-config`, as the next
 * `kubeadm upgrade node` does it, and the kubelet restarted.
 */
export function afterUpgrade(world: World, node: string): World {
  const text = textAt(objectAt(objectOf(world.cluster, KUBELET_CONFIG) ?? {}, 'data'), 'kubelet');
  if (text === '') return afterRestart(world, node);
  return afterRestart(step(world, { type: 'write', node, path: KUBEADM_PATHS.config, text }).world, node);
}
