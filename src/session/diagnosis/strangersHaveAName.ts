import { homeOf, inForce, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W9: 403 for strangers is taken for safety. */
export const strangersHaveAName: Misconception = {
  id: 'W9',
  name: '403 is not 401',
  rank: 2,
  detect(evidence) {
    const node = homeOf(evidence);
    const anonymous = inForce(node?.kubelet.process, 'authentication.anonymous.enabled');
    const mode = inForce(node?.kubelet.process, 'authorization.mode');
    if (node === null || anonymous?.value !== true || mode?.value !== 'Webhook') return null;
    return {
      done: 'The mode is Webhook, and anonymous access is on.',
      happens:
        'Strangers are let in as system:anonymous, and get what RBAC gives that name: 403 as long as no binding names it or system:unauthenticated, more as soon as one does.',
      causes: [settingCause(anonymous, node.name)],
      levels: [
        'Is a stranger refused because nobody knows them, or because of what they may do?',
        '403 means that the kubelet knows who it is: system:anonymous. 401 would mean that it does not.',
        'authentication.anonymous.enabled: false, then restart',
      ],
    };
  },
};
