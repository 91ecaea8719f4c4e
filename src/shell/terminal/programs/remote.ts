import { ssh } from '../../commands/ssh/ssh.ts';
import type { ShellProgram } from '../program.ts';

/** Options of ssh that take a word of their own. */
const WITH_VALUE = 'BbcDEeFIiJLlmOopQRSWw';

/** `ssh NODE LINE`: the line is run there, with this end's input and output. `ssh NODE` is the node's own program. */
export const remote: ShellProgram = {
  name: ssh.name,
  ...(ssh.manual === undefined ? {} : { manual: ssh.manual }),
  complete: (words, context) => ssh.complete?.(words, context) ?? [],
  async start(parameters, context) {
    let at = 0;
    while (parameters[at]?.startsWith('-') === true) {
      const word = parameters[at] ?? '';
      at += word.length === 2 && WITH_VALUE.includes(word.charAt(1)) ? 2 : 1;
    }
    const entered = ssh.run(parameters.slice(0, at + 1), context);
    const words = parameters.slice(parameters[at + 1] === '--' ? at + 2 : at + 1);
    if (words.length === 0 || entered.then?.kind !== 'enter') return entered;
    return await context.runOn(entered.then.frame.node, words.join(' '));
  },
};
