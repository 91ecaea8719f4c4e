import { homeBefore, homeOf, inForce, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W11: the read-only port was opened, so that a metrics job works again. */
export const openedReadOnlyPort: Misconception = {
  id: 'W11',
  name: 'Opened the read-only port',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const now = inForce(node?.kubelet.process, 'readOnlyPort');
    const before = inForce(homeBefore(evidence)?.kubelet.process, 'readOnlyPort');
    if (node === null || now === null || now.value === 0 || before === null || before.value !== 0) return null;
    return {
      done: `The read-only port ${String(now.value)} was opened; at the start it was closed.`,
      happens:
        'It speaks plain HTTP and asks nobody who they are: pods with their environment, logs of health, metrics, for everybody who reaches it.',
      causes: [settingCause(now, node.name)],
      levels: [
        'Who else reads at that port?',
        'Metrics are at 10250 as well, for those who may: get on nodes/metrics.',
        'readOnlyPort: 0, and give the metrics job a token and a role for nodes/metrics',
      ],
    };
  },
};
