import type { Files } from '../host/files.ts';
import { instanceConfigYaml, kubeadmFlagsEnv, kubeletConfigYaml } from './configYaml.ts';
import { directory, file } from './entry.ts';
import { KUBELET_CLIENT_PEM, kubeletKubeconfig } from './kubeconfig.ts';
import { machineFiles, UPTIME } from './machine.ts';
import { DEFAULT_KUBELET, KUBEADM_DROP_IN, KUBELET_SERVICE } from './package.ts';
import { DEFAULT_SERVER, type NodeParameters } from './parameters.ts';

/** Paths of the files that decide about a kubeadm node's kubelet. */
export const KUBEADM_PATHS = {
  unit: '/usr/lib/systemd/system/kubelet.service',
  dropIn: '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf',
  config: '/var/lib/kubelet/config.yaml',
  flags: '/var/lib/kubelet/kubeadm-flags.env',
  instanceConfig: '/var/lib/kubelet/instance-config.yaml',
  extraArgs: '/etc/default/kubelet',
  kubeconfig: '/etc/kubernetes/kubelet.conf',
  clientCA: '/etc/kubernetes/pki/ca.crt',
  clientCertificate: KUBELET_CLIENT_PEM,
  manifests: '/etc/kubernetes/manifests',
} as const;

/** All files of a worker that joined by kubeadm 1.36 from deb packages, with the modes that they leave. */
export function kubeadmFiles(parameters: NodeParameters): Files {
  const { hostname, nodeName = hostname, now, extraArgs, config } = parameters;
  const installed = now - UPTIME;
  const flags = nodeName === hostname ? [] : [`--hostname-override=${nodeName}`];
  return withFurther(parameters, {
    ...machineFiles(parameters),
    [KUBEADM_PATHS.unit]: file(KUBELET_SERVICE, installed),
    [KUBEADM_PATHS.dropIn]: file(KUBEADM_DROP_IN, installed),
    [KUBEADM_PATHS.extraArgs]: file(
      extraArgs === undefined ? DEFAULT_KUBELET : `KUBELET_EXTRA_ARGS=${extraArgs}\n`,
      installed,
    ),
    [KUBEADM_PATHS.flags]: file(kubeadmFlagsEnv(flags), installed),
    [KUBEADM_PATHS.instanceConfig]: file(instanceConfigYaml(config?.containerRuntimeEndpoint), installed),
    [KUBEADM_PATHS.config]: file(kubeletConfigYaml(config), installed),
    ...clusterFiles(parameters),
  });
}

/** The files by which a kubelet knows its cluster, however it was installed: kubeconfig, certificates, manifests. */
export function clusterFiles(parameters: NodeParameters): Files {
  const { now, pki, server = DEFAULT_SERVER, manifests = {} } = parameters;
  const installed = now - UPTIME;
  const pods = Object.entries(manifests).map(
    ([name, text]) => [`${KUBEADM_PATHS.manifests}/${name}`, file(text, installed)] as const,
  );
  return {
    [KUBEADM_PATHS.kubeconfig]: file(kubeletKubeconfig(server, pki.ca), installed, 0o600),
    [KUBEADM_PATHS.clientCA]: file(pki.ca, installed),
    [KUBEADM_PATHS.clientCertificate]: file(pki.kubeletClient, installed, 0o600),
    [KUBEADM_PATHS.manifests]: directory(installed),
    ...Object.fromEntries(pods),
  };
}

/** Adds what a caller put on the node by itself; it wins. */
export function withFurther(parameters: NodeParameters, files: Files): Files {
  const installed = parameters.now - UPTIME;
  const pki = Object.entries(parameters.pki.further ?? {}).map(
    ([path, text]) => [path, file(text, installed, path.endsWith('.key') ? 0o600 : 0o644)] as const,
  );
  const other = Object.entries(parameters.files ?? {}).map(([path, text]) => [path, file(text, installed)] as const);
  return { ...files, ...Object.fromEntries(pki), ...Object.fromEntries(other) };
}
