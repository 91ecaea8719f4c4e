import type { Files } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { loadUnit } from '../host/systemd/load.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import { kubeadmFiles } from './files.ts';
import { lectureFiles } from './lectureUnit.ts';
import { UPTIME } from './machine.ts';
import type { NodeParameters } from './parameters.ts';

/** sysctls as a kubelet with `protectKernelDefaults` wants them. */
export const KUBELET_SYSCTLS: Readonly<Record<string, string>> = {
  'vm.overcommit_memory': '1',
  'vm.panic_on_oom': '0',
  'kernel.panic': '10',
  'kernel.panic_on_oops': '1',
  'kernel.keys.root_maxkeys': '1000000',
  'kernel.keys.root_maxbytes': '25000000',
};

/** A worker that joined by kubeadm: its unit loaded, its kubelet not started, its journal empty. */
export function kubeadmHost(parameters: NodeParameters): Host {
  return hostOf(parameters, kubeadmFiles(parameters));
}

/** A worker whose kubelet was installed by hand with all flags in its unit. */
export function lectureHost(parameters: NodeParameters): Host {
  return hostOf(parameters, lectureFiles(parameters));
}

function hostOf({ hostname, address, config, now }: NodeParameters, files: Files): Host {
  const endpoint = config?.containerRuntimeEndpoint ?? 'unix:///run/containerd/containerd.sock';
  return {
    hostname,
    address,
    files,
    units: { [KUBELET_UNIT]: loadUnit(files, KUBELET_UNIT, now).unit },
    journal: [],
    cgroup: 2,
    sysctls: KUBELET_SYSCTLS,
    runtimeSockets: [endpoint.replace(/^unix:\/\//, '')],
    bootedAt: now - UPTIME,
    nextPid: 812,
    takenPorts: [],
  };
}
