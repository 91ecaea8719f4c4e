import { isDirectory } from '#engine/host/files.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import type { CommandResult } from '../../command.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import type { Machine } from './machine.ts';

const KUBELET_DIRECTORY = '/var/lib/kubelet';
const CONFIGURATIONS = ['admin', 'super-admin', 'kubelet', 'bootstrap-kubelet', 'controller-manager', 'scheduler'].map(
  (name) => `/etc/kubernetes/${name}.conf`,
);

const AFTERWARDS = `
The reset process does not perform cleanup of CNI plugin configuration,
network filtering rules and kubeconfig files.

For information on how to perform this cleanup manually, please see:
    https://k8s.io/docs/reference/setup-tools/kubeadm/kubeadm-reset/

`;

/** `kubeadm reset` on a worker: asks, stops the kubelet, takes away what join wrote. Models cmd/kubeadm/app/cmd/reset.go, v1.36. */
export function reset(machine: Machine, flags: FlagValues): CommandResult {
  const odd = ['config', 'dry-run', 'skip-phases'].find((name) => flags.isSet(name));
  if (odd !== undefined) return machine.notModelled(`kubeadm reset --${odd}`);
  if (machine.read('/etc/kubernetes/manifests/kube-apiserver.yaml') !== null) {
    return machine.notModelled('kubeadm reset of a control plane');
  }
  if (!flags.on('force')) {
    const warning = "[reset] WARNING: Changes made to this host by 'kubeadm init' or 'kubeadm join' will be reverted.";
    machine.warn('preflight.go:55', warning);
    machine.put('[reset] Are you sure you want to proceed? [y/N]: ');
    if (machine.context.terminal.stdin) {
      machine.put('\n');
      return machine.fail(
        'portside: answering the question of kubeadm reset is not modelled: use kubeadm reset --force, or echo y | kubeadm reset',
      );
    }
    if (!/^y$/i.test((machine.context.stdin.split('\n')[0] ?? '').trim())) {
      return machine.fail(
        "error execution phase preflight: won't proceed; the user didn't answer (Y|y) in order to continue",
      );
    }
  }
  machine.print('[preflight] Running pre-flight checks');
  machine.warn('removeetcdmember.go:105', '[reset] No kubeadm config, using etcd pod spec to get data directory');
  machine.print('[reset] Stopping the kubelet service');
  machine.send({ type: 'stop', node: machine.node, unit: KUBELET_UNIT });
  machine.print(`[reset] Unmounting mounted directories in "${KUBELET_DIRECTORY}"`);
  const certificates = flags.text('cert-dir') || '/etc/kubernetes/pki';
  const temporary = flags.on('cleanup-tmp-dir') ? ['/etc/kubernetes/tmp'] : [];
  const directories = ['/etc/kubernetes/manifests', KUBELET_DIRECTORY, certificates, ...temporary];
  machine.print(`[reset] Deleting contents of directories: [${directories.join(' ')}]`);
  for (const directory of directories) empty(machine, directory);
  machine.print(`[reset] Deleting files: [${CONFIGURATIONS.join(' ')}]`);
  for (const path of CONFIGURATIONS) {
    if (machine.read(path) !== null) machine.send({ type: 'remove', node: machine.node, path });
  }
  machine.put(AFTERWARDS);
  return machine.done();
}

function empty(machine: Machine, directory: string): void {
  const inside = Object.keys(machine.files()).filter((path) => path.startsWith(`${directory}/`));
  for (const path of inside.sort().reverse()) machine.send({ type: 'remove', node: machine.node, path });
  // The directory itself stays.
  if (!isDirectory(machine.files(), directory)) machine.send({ type: 'mkdir', node: machine.node, path: directory });
}
