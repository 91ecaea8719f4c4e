import { homeOf, isEdited, placeCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

const KUBECONFIG = '/etc/kubernetes/kubelet.conf';

/** W19: the kubelet's kubeconfig was edited as if it were its configuration. */
export const kubeconfigForConfig: Misconception = {
  id: 'W19',
  name: 'kubelet.conf is no configuration',
  rank: 2,
  detect(evidence) {
    const node = homeOf(evidence);
    const entry = node?.host.files[KUBECONFIG];
    if (node === null || entry?.kind !== 'file' || !isEdited(evidence, KUBECONFIG)) return null;
    const line = entry.text
      .split('\n')
      .findIndex((one) => /^\s*(authentication|authorization|anonymous|readOnlyPort|mode|webhook|x509)\b/.test(one));
    const { process } = node.kubelet;
    // A kubelet that is told to read its settings there does so.
    if (process?.config.flags.config?.text === KUBECONFIG) return null;
    const broken = process !== null && process.client?.subject === null;
    if (line === -1 && !broken) return null;
    return {
      done: 'kubelet.conf was edited.',
      happens: `It is a kubeconfig: where the API server is, and who the kubelet is to it. ${broken ? 'Now the API server does not know this kubelet any more.' : 'Settings of the kubelet in it are read by nobody.'}`,
      causes: [placeCause({ file: KUBECONFIG, line: Math.max(0, line) + 1 }, node.name)],
      levels: [
        'Which of its files tells the kubelet how to treat those who call it?',
        '/etc/kubernetes/kubelet.conf holds the kubelet’s own credential. The file that --config names holds its settings.',
        'Undo the edit, and write the setting into /var/lib/kubelet/config.yaml.',
      ],
    };
  },
};
