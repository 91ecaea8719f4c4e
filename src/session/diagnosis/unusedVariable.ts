import { unusedVariables } from '#engine/host/systemd/unused.ts';
import { unitOnDisk } from '../preview.ts';
import { beatenFlags } from './beatenFlags.ts';
import { homeBefore, homeOf, placeCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W17: a flag was put into a variable that no ExecStart= takes, or whose value comes from elsewhere. */
export const unusedVariable: Misconception = {
  id: 'W17',
  name: 'A variable that reaches nothing',
  rank: 2,
  detect(evidence) {
    const node = homeOf(evidence);
    const before = homeBefore(evidence);
    if (node === null) return null;
    const known = before === null ? [] : unusedVariables(unitOnDisk(before), before.host.files).map(({ name }) => name);
    const unused = unusedVariables(unitOnDisk(node), node.host.files).find(({ name, at }) => {
      const entry = node.host.files[at.file];
      const line = entry?.kind === 'file' ? (entry.text.split('\n')[at.line - 1] ?? '') : '';
      return !known.includes(name) && line.includes('--');
    });
    if (unused === undefined) return beatenFlags(evidence);
    return {
      done: `Flags were put into $${unused.name}.`,
      happens: `No ExecStart= of the kubelet’s unit takes $${unused.name}, so they reach no command line. That a guide names a variable does not mean that this unit expands it.`,
      causes: [placeCause(unused.at, node.name)],
      levels: [
        'Which variables does ExecStart= of this unit expand?',
        `systemctl cat kubelet: $${unused.name} is not among them.`,
        'Put the setting into the config file, or the flag into KUBELET_EXTRA_ARGS in /etc/default/kubelet.',
      ],
    };
  },
};
