import { readText } from '../host/files.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import { KUBEADM_PATHS } from '../kubeadm/files.ts';
import type { WorldEvent } from './event.ts';
import { step } from './step.ts';
import type { World } from './world.ts';

/**
 * A fleet as one finds it after a year: most nodes are as the cluster's ConfigMap says, and six are not. On four somebody changed a
 * file or a flag, of which one waits for its restart; one was left behind by an upgrade, and one does not run.
 */
export function drifted(world: World): World {
  const config = (node: string, change: (text: string) => string): WorldEvent => ({
    type: 'write',
    node,
    path: KUBEADM_PATHS.config,
    text: change(readText(world.nodes[node]?.host.files ?? {}, KUBEADM_PATHS.config) ?? ''),
  });
  const restart = (node: string): WorldEvent => ({ type: 'restart', node, unit: KUBELET_UNIT });
  const events: readonly WorldEvent[] = [
    config('node07', (text) => text.replace('anonymous:\n    enabled: false', 'anonymous:\n    enabled: true')),
    restart('node07'),
    {
      type: 'write',
      node: 'node23',
      path: KUBEADM_PATHS.extraArgs,
      text: 'KUBELET_EXTRA_ARGS=--read-only-port=10255\n',
    },
    restart('node23'),
    config('node42', (text) => text.replace('mode: Webhook', 'mode: AlwaysAllow')),
    { type: 'upgrade', node: 'node58', version: '1.34.9' },
    restart('node58'),
    { type: 'stop', node: 'node64', unit: KUBELET_UNIT },
    config('node77', (text) => text.replace('memorySwap:', 'maxPods: 50\nmemorySwap:')),
    restart('node77'),
  ];
  return events.reduce((current, event) => step(current, event).world, world);
}
