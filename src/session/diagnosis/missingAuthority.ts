import { settingAt } from '#engine/config/effective.ts';
import { previewReload } from '../preview.ts';
import { homeOf, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

const UNREADABLE = /unable to load client CA file (\S+?):/;

/** W13: the client CA is a path where no certificate is. */
export const missingAuthority: Misconception = {
  id: 'W13',
  name: 'A CA file that is not there',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    if (node === null || node.kubelet.process !== null) return null;
    const error = node.kubelet.lastExit?.error ?? '';
    const path = UNREADABLE.exec(error)?.[1];
    if (path === undefined) return null;
    const next = previewReload(node);
    const setting = next.kind === 'configured' ? settingAt(next.config, 'authentication.x509.clientCAFile') : null;
    return {
      done: `The client CA was set to ${path}.`,
      happens: 'The kubelet reads the bundle when it starts. It cannot, ends, and systemd starts it again, and again.',
      causes: setting === null ? [] : [settingCause(setting, node.name)],
      levels: [
        'Is there a certificate at that path on this node?',
        `The journal says: ${error.split('\n', 1)[0]?.slice(-160) ?? ''}`,
        'The cluster’s CA is /etc/kubernetes/pki/ca.crt on every node that kubeadm joined.',
      ],
    };
  },
};
