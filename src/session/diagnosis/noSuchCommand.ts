import type { Misconception } from './misconception.ts';

/** Where a command begins: the line, what follows a sign of the shell, or what is sent to another node. */
const TURNED =
  /(?:^|[;&|(]|\bssh\s+(?:-\S+\s+)*[\w.@-]+\s+["']?)\s*(sudo\s+)?systemctl\s+(kubelet(?:\.service)?)\s+([a-z][a-z-]*)/;

/** W25: the words of systemctl in the wrong order. */
export const noSuchCommand: Misconception = {
  id: 'W25',
  name: 'systemctl, the other way round',
  rank: 2,
  detect({ typed }) {
    const at = typed.findLastIndex((line) => TURNED.test(line));
    const [, , unit = '', verb = ''] = TURNED.exec(typed[at] ?? '') ?? [];
    if (at === -1) return null;
    const right = new RegExp(
      `systemctl\\s+(?:-\\S+\\s+)*(?:try-|reload-or-)?${verb}\\s+kubelet|service\\s+kubelet\\s+${verb}`,
    );
    if (typed.slice(at + 1).some((line) => right.test(line))) return null;
    return {
      done: `You typed systemctl ${unit} ${verb}.`,
      happens: `systemctl takes the verb first. “Unknown command verb ${unit}” means that nothing was done.`,
      causes: [{ kind: 'text', label: typed[at] ?? '' }],
      levels: ['Did that command succeed?', 'systemctl VERB UNIT: first what, then whom.', `systemctl ${verb} kubelet`],
    };
  },
};
