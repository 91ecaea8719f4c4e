import { readText } from '#engine/host/files.ts';
import { MACHINE } from '#engine/host/machine.table.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext } from '../../command.ts';

/** A Debian package of a node, as dpkg knows it. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Where apt has it from. */
  readonly suite: 'unknown' | 'oldstable';
  readonly summary: string;
  readonly files: readonly string[];
}

const UNITS = '/usr/lib/systemd/system';
/** kubeadm, kubectl and the tools stay when a kubelet of another version is installed. */
const RELEASE = '1.36.3-1.1';

/**
 * The packages of a node that have to do with its kubelet, by name. Where no package brought a unit, as on a node set up by
 * hand, the programs came without one, too. Models the specs of kubernetes/release for 1.36, and Debian 12.
 */
export function packagesOf({ world, node: name }: CommandContext): readonly Package[] {
  const node = nodeNamed(world, name);
  if (node === undefined) return [];
  const { files } = node.host;
  const packaged = [`${UNITS}/kubelet.service`, `${UNITS}/kubelet.service.d/10-kubeadm.conf`];
  const containerd: Package = {
    name: 'containerd',
    version: `${MACHINE.containerd}-1+deb12u3`,
    suite: 'oldstable',
    summary: 'open and reliable container runtime',
    files: ['/usr/bin/containerd', '/usr/bin/ctr', '/usr/bin/containerd-shim-runc-v2'],
  };
  if (!packaged.some((path) => readText(files, path) !== null)) return [containerd];
  const kube = (called: string, version: string, summary: string, owned: readonly string[]): Package => ({
    name: called,
    version,
    suite: 'unknown',
    summary,
    files: owned,
  });
  return [
    containerd,
    kube('cri-tools', '1.36.0-1.1', 'Command-line utility for interacting with a container runtime', [
      '/usr/bin/crictl',
    ]),
    kube('kubeadm', RELEASE, 'Command-line utility for administering a Kubernetes cluster', [
      '/usr/bin/kubeadm',
      `${UNITS}/kubelet.service.d/10-kubeadm.conf`,
      `${UNITS}/kubelet.service.d`,
    ]),
    kube('kubectl', RELEASE, 'Command-line utility for interacting with a Kubernetes cluster', ['/usr/bin/kubectl']),
    kube('kubelet', `${node.kubelet.version}-1.1`, 'Node agent for Kubernetes clusters', [
      '/usr/bin/kubelet',
      `${UNITS}/kubelet.service`,
      '/etc/default/kubelet',
      '/etc/kubernetes',
      '/etc/kubernetes/manifests',
      '/var/lib/kubelet',
    ]),
    kube('kubernetes-cni', '1.8.0-1.1', 'Binaries required to provision kubernetes container networking', [
      '/opt/cni/bin',
    ]),
  ];
}

/** The names that {@link packagesOf} may hold; of other packages this node's dpkg says nothing. */
export const PACKAGE_NAMES = ['containerd', 'cri-tools', 'kubeadm', 'kubectl', 'kubelet', 'kubernetes-cni'];

/** Whether a name fits a pattern of dpkg or apt: `*`, `?`. */
export function fits(pattern: string, name: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
}
