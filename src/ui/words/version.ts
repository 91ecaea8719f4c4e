/** The words about the node's version, and about another one. */
export const VERSION = {
  shown: (version: string) => `v${version}`,
  button: (version: string) => `v${version}, change the Kubernetes version`,
  title: (node: string) => `Kubernetes version of ${node}`,
  only: (newest: string) =>
    `Only the kubelet is switched. The API server, and what kubeadm wrote, stay ${newest}’s. Undo takes a switch back.`,
  choices: 'Version',
  states: { both: 'installed, running', installed: 'installed', running: 'running', none: '' },
  standing: (installed: string, running: string | null) => {
    if (running === null) return `${installed} is installed. No kubelet runs; the next start takes it.`;
    if (running === installed) return `${installed} is installed and runs.`;
    return `${installed} is installed. ${running} goes on running until the kubelet is restarted.`;
  },
  changes: (from: string, to: string) => `What is different with ${to}, seen from ${from}`,
  same: 'Choose another version to see what it changes.',
  install: (version: string) => `Install ${version}`,
  restart: 'Restart kubelet',
} as const;
