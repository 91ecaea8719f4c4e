import { homeOf, inForce, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W8: strangers are refused, and whoever has any valid credential may do everything. */
export const openToInsiders: Misconception = {
  id: 'W8',
  name: 'Closed to strangers, open to insiders',
  rank: 2,
  detect(evidence) {
    const node = homeOf(evidence);
    const anonymous = inForce(node?.kubelet.process, 'authentication.anonymous.enabled');
    const mode = inForce(node?.kubelet.process, 'authorization.mode');
    if (node === null || anonymous?.value !== false || mode?.value !== 'AlwaysAllow') return null;
    return {
      done: 'Anonymous access is off, and the authorization mode is AlwaysAllow.',
      happens:
        '401 for strangers, everything for everybody else: any certificate of the client CA, any service account, may run commands here.',
      causes: [settingCause(mode, node.name)],
      levels: [
        'What may somebody do whom the kubelet knows, and who has no rights?',
        'Who you are is settled; what you may do is asked of nobody: AlwaysAllow.',
        'authorization.mode: Webhook, then restart',
      ],
    };
  },
};
