/** The words of the fleet's table that are made where the engine is known. */
export const FLEET_WORDS = {
  noConfigMap:
    'The cluster has no ConfigMap kubelet-config in kube-system: there is nothing to compare the nodes with.',
  noKey: 'The ConfigMap kubelet-config has no key kubelet: there is nothing to compare the nodes with.',
  unreadable: (error: string) => `No kubelet would start with what the ConfigMap kubelet-config says: ${error}`,
  all: (count: number) => `All ${count} nodes are as the ConfigMap kubelet-config says.`,
  some: (drifted: number, of: number) =>
    `${drifted} of ${of} nodes ${drifted === 1 ? 'is' : 'are'} not as the ConfigMap kubelet-config says.`,
  unset: 'not set',
  none: 'none',
  on: 'on',
  off: 'off',
  closed: 'closed',
  noFile: (error: string) => `Its configuration file cannot be read: ${error}`,
  flag: (source: string) => `A flag wins over the file: ${source}. Without it, a restart brings the ConfigMap’s value.`,
  dropIn: (source: string) => `A drop-in wins over the file: ${source}.`,
  older:
    'The file says as the ConfigMap does, but the kubelet runs with what it read when it started. A restart brings it.',
  waiting: 'The file says otherwise. The kubelet still runs with the ConfigMap’s value, and loses it when it restarts.',
  never: (node: string) =>
    `The ConfigMap’s value has not come to this node: kubeadm upgrade node phase kubelet-config on ${node}, then a restart.`,
  stopped: 'The file says otherwise, and the next start takes it.',
} as const;
