import { readText } from '../../host/files.ts';
import type { Cause } from '../../kubelet/stage.ts';
import type { Node, World } from '../../world/world.ts';

/** The manifest of the API server's static pod, as kubeadm names it. */
export const API_SERVER_MANIFEST = '/etc/kubernetes/manifests/kube-apiserver.yaml';

/** The node that the API server runs on: the one with the address of the cluster's endpoint; undefined when none has it. */
export function controlPlane(world: World): Node | undefined {
  const host = world.cluster.endpoint.replace(/:\d+$/, '');
  return Object.values(world.nodes).find((node) => node.host.address === host);
}

/** The line of the API server's manifest that holds a flag, as the cause of what it decided; none when there is no such line. */
export function flagCauses(world: World, flag: string): readonly Cause[] {
  const node = controlPlane(world);
  const text = node === undefined ? null : readText(node.host.files, API_SERVER_MANIFEST);
  if (text === null) return [];
  const line = text.split('\n').findIndex((one) => new RegExp(`--${flag}(=|\\s|"|'|$)`).test(one));
  return line === -1 ? [] : [{ kind: 'file', path: API_SERVER_MANIFEST, line: line + 1 }];
}
