/** What kubeadm fills into a node's `config.yaml`; everything else in it is the same on every node. */
export interface KubeletConfigParameters {
  /** Default `/etc/kubernetes/pki/ca.crt`. */
  readonly clientCAFile?: string;
  /** Default `['10.96.0.10']`. */
  readonly clusterDNS?: readonly string[];
  /** Default `cluster.local`. */
  readonly clusterDomain?: string;
  /** Default containerd's. */
  readonly containerRuntimeEndpoint?: string;
  /** Set where systemd-resolved runs: `/run/systemd/resolve/resolv.conf`. */
  readonly resolvConf?: string;
  /** Default `/etc/kubernetes/manifests`. */
  readonly staticPodPath?: string;
}

/** containerd's socket as kubeadm finds it. */
export const CONTAINERD_ENDPOINT = 'unix:///run/containerd/containerd.sock';

/**
 * `/var/lib/kubelet/config.yaml`, byte for byte as `kubeadm join` of 1.36 writes it: keys sorted, many of them zero.
 * Models cmd/kubeadm/app/phases/kubelet/config.go, v1.36.
 */
export function kubeletConfigYaml(parameters: KubeletConfigParameters = {}): string {
  const {
    clientCAFile = '/etc/kubernetes/pki/ca.crt',
    clusterDNS = ['10.96.0.10'],
    clusterDomain = 'cluster.local',
    containerRuntimeEndpoint = CONTAINERD_ENDPOINT,
    resolvConf,
    staticPodPath = '/etc/kubernetes/manifests',
  } = parameters;
  return `apiVersion: kubelet.config.k8s.io/v1beta1
authentication:
  anonymous:
    enabled: false
  webhook:
    cacheTTL: 0s
    enabled: true
  x509:
    clientCAFile: ${clientCAFile}
authorization:
  mode: Webhook
  webhook:
    cacheAuthorizedTTL: 0s
    cacheUnauthorizedTTL: 0s
cgroupDriver: systemd
clusterDNS:
${clusterDNS.map((address) => `- ${address}\n`).join('')}clusterDomain: ${clusterDomain}
containerRuntimeEndpoint: ${containerRuntimeEndpoint}
cpuManagerReconcilePeriod: 0s
crashLoopBackOff: {}
evictionPressureTransitionPeriod: 0s
fileCheckFrequency: 0s
healthzBindAddress: 127.0.0.1
healthzPort: 10248
httpCheckFrequency: 0s
imageMaximumGCAge: 0s
imageMinimumGCAge: 0s
kind: KubeletConfiguration
logging:
  flushFrequency: 0
  options:
    json:
      infoBufferSize: "0"
    text:
      infoBufferSize: "0"
  verbosity: 0
memorySwap: {}
nodeStatusReportFrequency: 0s
nodeStatusUpdateFrequency: 0s
${resolvConf === undefined ? '' : `resolvConf: ${resolvConf}\n`}rotateCertificates: true
runtimeRequestTimeout: 0s
shutdownGracePeriod: 0s
shutdownGracePeriodCriticalPods: 0s
staticPodPath: ${staticPodPath}
streamingConnectionIdleTimeout: 0s
syncFrequency: 0s
volumeStatsAggPeriod: 0s
`;
}

/** `/var/lib/kubelet/kubeadm-flags.env` for the flags that kubeadm passes; none on an ordinary 1.36 node. */
export function kubeadmFlagsEnv(flags: readonly string[] = []): string {
  return `KUBELET_KUBEADM_ARGS=${JSON.stringify(flags.join(' '))}\n`;
}

/** `/var/lib/kubelet/instance-config.yaml`: a patch for kubeadm, never read by the kubelet. */
export function instanceConfigYaml(containerRuntimeEndpoint = CONTAINERD_ENDPOINT): string {
  return `containerRuntimeEndpoint: ${JSON.stringify(containerRuntimeEndpoint)}\n`;
}
