import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { kubeletConfigYaml } from '#engine/kubeadm/configYaml.ts';
import type { CommandResult } from '../../command.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import { startKubelet, writeKubeletFiles } from './join.ts';
import type { Machine } from './machine.ts';
import { CRI_SOCKET } from './preflight.ts';

/**
 * `kubeadm init phase kubelet-start`: the kubelet's files from kubeadm's own defaults, whatever the cluster's ConfigMap says, and a
 * restart. Models cmd/kubeadm/app/cmd/phases/init/kubelet.go, v1.36.
 */
export function initKubeletStart(machine: Machine, flags: FlagValues): CommandResult {
  const odd = ['config', 'dry-run', 'image-repository'].find((name) => flags.isSet(name));
  if (odd !== undefined) return machine.notModelled(`kubeadm init phase kubelet-start --${odd}`);
  const url = 'https://dl.k8s.io/release/stable-1.txt';
  const lookup = `unable to get URL "${url}": Get "${url}": dial tcp: lookup dl.k8s.io on 10.0.0.2:53: no such host`;
  machine.warn('version.go:108', `could not fetch a Kubernetes version from the internet: ${lookup}`);
  machine.warn('version.go:109', 'falling back to the local client version: v1.36.3');
  machine.send({ type: 'stop', node: machine.node, unit: KUBELET_UNIT });
  const hostname = machine.host()?.host.hostname ?? '';
  const nodeName = (flags.text('node-name') || hostname).trim().toLowerCase();
  const error = writeKubeletFiles(machine, {
    socket: flags.text('cri-socket') || CRI_SOCKET,
    source: kubeletConfigYaml({ containerRuntimeEndpoint: '""' }),
    patches: flags.text('patches'),
    override: nodeName === hostname ? null : nodeName,
    environmentLast: false,
  });
  if (error !== null) return machine.fail(`error execution phase kubelet-start: ${error}`);
  startKubelet(machine);
  return machine.done();
}
