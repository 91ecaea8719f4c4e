import { flagNamed, isSwitch } from '#engine/config/flags/flag.ts';
import type { Argument } from '#engine/host/argument.ts';
import { minorOf } from '#engine/versions/release.ts';
import { previewReload } from '../preview.ts';
import { homeOf, placeCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** Whether a word is a flag that is true or false, written by itself. */
function isSwitchAlone(word: string, minor: number): boolean {
  const flag = word.startsWith('--') ? flagNamed(word.slice(2), minor) : null;
  return flag !== null && isSwitch(flag);
}

/** W18: a flag's value stands behind a space. */
export const spacedBoolean: Misconception = {
  id: 'W18',
  name: 'A space instead of =',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    if (node === null) return null;
    const next = previewReload(node);
    const argv = next.kind === 'command' ? [] : next.argv;
    const minor = minorOf(node.kubelet.version);
    const at = argv.findIndex(
      ({ text }, index) => isSwitchAlone(text, minor) && /^(true|false)$/.test(argv[index + 1]?.text ?? ''),
    );
    const spaced = argv.findIndex(
      ({ text }, index) => /^--authorization[-_]mode$/.test(text) && argv[index + 1]?.text === 'AlwaysAllow',
    );
    const flag = argv[at === -1 ? spaced : at];
    if (flag === undefined) return null;
    const value = argv[(at === -1 ? spaced : at) + 1]?.text ?? '';
    return at === -1 ? blindScanner(flag, node.name) : leftOver(flag, value, node.name);
  },
};

function leftOver(flag: Argument, value: string, node: string): ReturnType<Misconception['detect']> {
  return {
    done: `The command line has ${flag.text} ${value}, with a space.`,
    happens: `A flag that is true or false takes no value behind a space: ${flag.text} alone means true, and ${value} is left over, so the kubelet ends with “unknown command ${value}”.`,
    causes: flag.at === null ? [] : [placeCause(flag.at, node)],
    levels: [
      'How does a Go program read a flag that is true or false?',
      `${flag.text} is read as ${flag.text}=true, and ${value} as a command.`,
      `${flag.text}=${value}`,
    ],
  };
}

function blindScanner(flag: Argument, node: string): ReturnType<Misconception['detect']> {
  return {
    done: `The command line has ${flag.text} AlwaysAllow, with a space.`,
    happens: `The kubelet takes it for ${flag.text}=AlwaysAllow. kube-bench looks for an equals sign, and reads it as set to something harmless.`,
    causes: flag.at === null ? [] : [placeCause(flag.at, node)],
    levels: [
      'Do scanner and kubelet read this line alike?',
      'The value is in force; a scanner that passes it has not seen it.',
      'Take the flag out, and write authorization.mode: Webhook in the config file.',
    ],
  };
}
