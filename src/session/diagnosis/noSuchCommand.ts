import type { Misconception } from './misconception.ts';

const TURNED = /^\s*(sudo\s+)?systemctl\s+(kubelet(?:\.service)?)\s+(start|stop|restart|status|reload)\b/;

/** W25: the words of systemctl in the wrong order. */
export const noSuchCommand: Misconception = {
  id: 'W25',
  name: 'systemctl, the other way round',
  rank: 2,
  detect({ typed }) {
    const at = typed.findLastIndex((line) => TURNED.test(line));
    const [, , unit = '', verb = ''] = TURNED.exec(typed[at] ?? '') ?? [];
    if (at === -1) return null;
    const right = new RegExp(`systemctl\\s+${verb}\\s+kubelet`);
    if (typed.slice(at).some((line) => right.test(line))) return null;
    return {
      done: `You typed systemctl ${unit} ${verb}.`,
      happens: `systemctl takes the verb first. “Unknown command verb ${unit}” means that nothing was done.`,
      causes: [{ kind: 'text', label: typed[at] ?? '' }],
      levels: ['Did that command succeed?', 'systemctl VERB UNIT: first what, then whom.', `systemctl ${verb} kubelet`],
    };
  },
};
