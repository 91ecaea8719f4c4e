import { booleanAt, settingAt, textAt } from '#engine/config/effective.ts';
import { homeBefore, homeOf, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W24: nobody gets in any more, because nothing is there any more. */
export const shutDown: Misconception = {
  id: 'W24',
  name: 'Closed by stopping it',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    if (node === null || homeBefore(evidence)?.kubelet.state !== 'running') return null;
    const { state, process } = node.kubelet;
    const config = process?.config;
    const off = config !== undefined && !booleanAt(config, 'enableServer');
    const hidden = config !== undefined && /^(127\.|::1$)/.test(textAt(config, 'address'));
    if (state !== 'stopped' && !off && !hidden) return null;
    const setting = config === undefined ? null : settingAt(config, off ? 'enableServer' : 'address');
    return {
      done:
        state === 'stopped'
          ? 'The kubelet was stopped.'
          : 'The kubelet’s port was taken away from the network altogether.',
      happens:
        state === 'stopped'
          ? 'Connection refused is no 401: the node goes NotReady, and nothing on it is looked after.'
          : 'Nobody is refused, and nobody is served: the API server cannot get logs or run commands either.',
      causes: setting === null ? [] : [settingCause(setting, node.name)],
      levels: [
        'Who still has to get through that door?',
        'The API server is a client of every kubelet. A node that answers nobody is down, not hardened.',
        state === 'stopped'
          ? 'systemctl start kubelet, and refuse strangers by its configuration'
          : 'Take the setting out again, and refuse strangers by anonymous access and authorization',
      ],
    };
  },
};
