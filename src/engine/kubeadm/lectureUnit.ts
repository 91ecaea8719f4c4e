import type { Files } from '../host/files.ts';
import { file } from './entry.ts';
import { clusterFiles, KUBEADM_PATHS, withFurther } from './files.ts';
import { machineFiles, UPTIME } from './machine.ts';
import type { NodeParameters } from './parameters.ts';

/** Where someone who installs a kubelet by hand puts its unit. */
export const LECTURE_UNIT = '/etc/systemd/system/kubelet.service';

/** The flags of the lecture's unit that a 1.36 kubelet still knows, one to a line. */
function lectureFlags({ hostname, nodeName = hostname, config = {} }: NodeParameters): readonly string[] {
  const { clusterDNS = ['10.96.0.10'], clusterDomain = 'cluster.local', containerRuntimeEndpoint } = config;
  return [
    `--container-runtime-endpoint=${containerRuntimeEndpoint ?? 'unix:///run/containerd/containerd.sock'}`,
    `--kubeconfig=${KUBEADM_PATHS.kubeconfig}`,
    ...(nodeName === hostname ? [] : [`--hostname-override=${nodeName}`]),
    '--cgroup-driver=systemd',
    ...(config.clientCAFile === undefined ? [] : [`--client-ca-file=${config.clientCAFile}`]),
    `--cluster-dns=${clusterDNS.join(',')}`,
    `--cluster-domain=${clusterDomain}`,
    '--file-check-frequency=20s',
    '--http-check-frequency=20s',
    '--sync-frequency=1m',
    '--healthz-port=10248',
    `--pod-manifest-path=${config.staticPodPath ?? KUBEADM_PATHS.manifests}`,
    '--register-node=true',
    '--v=2',
  ];
}

/** The unit of a kubelet installed by hand: every flag in one `ExecStart=`, no `--config`, hence the legacy defaults. */
export function lectureUnitText(parameters: NodeParameters): string {
  return `[Unit]
Description=Kubernetes Kubelet
Documentation=https://github.com/kubernetes/kubernetes
After=containerd.service
Requires=containerd.service

[Service]
ExecStart=/usr/bin/kubelet \\
  ${lectureFlags(parameters).join(' \\\n  ')}
Restart=on-failure
RestartSec=5

[Install]
WantedBy=multi-user.target
`;
}

/** All files of a node whose kubelet was installed by hand; the rest as on a kubeadm node. */
export function lectureFiles(parameters: NodeParameters): Files {
  const installed = parameters.now - UPTIME;
  return withFurther(parameters, {
    ...machineFiles(parameters),
    [LECTURE_UNIT]: file(lectureUnitText(parameters), installed),
    ...clusterFiles(parameters),
  });
}
