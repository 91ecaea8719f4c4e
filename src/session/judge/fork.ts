import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Task } from '#packs/schema.ts';
import { kubeadm } from '#shell/commands/kubeadm/kubeadm.ts';

/** A copy of the world in which systemd has read its files again and the kubelet has just been restarted. */
export function afterRestart(world: World, node: string): World {
  const reloaded = step(world, { type: 'daemon-reload', node }).world;
  return step(reloaded, { type: 'restart', node, unit: KUBELET_UNIT }).world;
}

/**
 * A copy of the world in which each node's `config.yaml` was written anew from the cluster's `kubelet-config` by the node's
 * own kubeadm, with its defaults and patches, and its kubelet restarted.
 */
export function afterUpgrade(world: World, ...nodes: readonly string[]): World {
  return nodes.reduce((now, node) => upgraded(now, node), world);
}

/** The node that a task is played on, and those that its checks name. */
export function nodesOf({ checks }: Pick<Task, 'checks'>, home: string): readonly string[] {
  const named = checks.flatMap((check) => ('node' in check && check.node !== undefined ? [check.node] : []));
  return [...new Set([home, ...named])];
}

function upgraded(world: World, node: string): World {
  const { events } = kubeadm.run(['upgrade', 'node', 'phase', 'kubelet-config'], {
    world,
    node,
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin: '',
    terminal: { stdin: false, stdout: false, columns: 80 },
  });
  return afterRestart(
    events.reduce((now, event) => step(now, event).world, world),
    node,
  );
}
