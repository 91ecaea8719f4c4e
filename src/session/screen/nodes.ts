import { isReady } from '#engine/world/ready.ts';
import type { World } from '#engine/world/world.ts';
import type { NodeChoiceView } from '../view.ts';

/** Where kubeadm keeps what makes a node a control plane. */
const API_SERVER_MANIFEST = '/etc/kubernetes/manifests/kube-apiserver.yaml';
const CLUSTER_KEY = '/etc/kubernetes/pki/ca.key';

/** Every node of the world, the control plane first, then by name. */
export function nodeChoices(world: World, selected: string): readonly NodeChoiceView[] {
  return Object.values(world.nodes)
    .map(({ name, host }): NodeChoiceView => {
      const leads = Object.hasOwn(host.files, API_SERVER_MANIFEST) || Object.hasOwn(host.files, CLUSTER_KEY);
      return {
        name,
        role: leads ? 'control plane' : 'worker',
        ready: isReady(world, name),
        selected: name === selected,
      };
    })
    .toSorted((left, right) => rank(left) - rank(right) || (left.name < right.name ? -1 : 1));
}

function rank({ role }: NodeChoiceView): number {
  return role === 'control plane' ? 0 : 1;
}
