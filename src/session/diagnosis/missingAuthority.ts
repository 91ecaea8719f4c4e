import { settingAt } from '#engine/config/effective.ts';
import { previewReload } from '../preview.ts';
import { homeOf, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W13: the client CA is a path where no certificate is, or no file. */
export const missingAuthority: Misconception = {
  id: 'W13',
  name: 'A client CA that cannot be read',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    if (node === null || node.kubelet.process !== null) return null;
    const error = node.kubelet.lastExit?.error ?? '';
    const next = previewReload(node);
    const setting = next.kind === 'configured' ? settingAt(next.config, 'authentication.x509.clientCAFile') : null;
    const path = typeof setting?.value === 'string' ? setting.value : '';
    if (setting === null || path === '' || !error.includes(path)) return null;
    const there = Object.hasOwn(node.host.files, path);
    return {
      done: `The client CA is ${path}, ${there ? 'and no certificate can be read from it' : `and ${node.name} has no such file`}.`,
      happens: 'The kubelet reads the bundle when it starts. It cannot, ends, and systemd starts it again, and again.',
      causes: [settingCause(setting, node.name)],
      levels: [
        'Is there a certificate at that path on this node?',
        `The journal says: ${error.split('\n', 1)[0]?.slice(-160) ?? ''}`,
        'The cluster’s CA is /etc/kubernetes/pki/ca.crt on every node that kubeadm joined.',
      ],
    };
  },
};
