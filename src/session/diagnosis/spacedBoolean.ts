import type { Argument } from '#engine/host/argument.ts';
import { previewReload } from '../preview.ts';
import { homeOf, placeCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** Flags of a kubelet that are true or false, and that people give a value behind a space. */
const BOOLEANS =
  /^--(anonymous-auth|authentication-token-webhook|rotate-certificates|protect-kernel-defaults|make-iptables-util-chains|enable-debugging-handlers|seccomp-default)$/;

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
    const at = argv.findIndex(
      ({ text }, index) => BOOLEANS.test(text) && /^(true|false)$/.test(argv[index + 1]?.text ?? ''),
    );
    const spaced = argv.findIndex(
      ({ text }, index) => text === '--authorization-mode' && /^[A-Z]/.test(argv[index + 1]?.text ?? ''),
    );
    const flag = argv[at === -1 ? spaced : at];
    if (flag === undefined) return null;
    const value = argv[(at === -1 ? spaced : at) + 1]?.text ?? '';
    return at === -1 ? blindScanner(flag, value, node.name) : leftOver(flag, value, node.name);
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

function blindScanner(flag: Argument, value: string, node: string): ReturnType<Misconception['detect']> {
  return {
    done: `The command line has ${flag.text} ${value}, with a space.`,
    happens: `The kubelet takes it for ${flag.text}=${value}. kube-bench looks for an equals sign, and reads it as set to something harmless.`,
    causes: flag.at === null ? [] : [placeCause(flag.at, node)],
    levels: [
      'Do scanner and kubelet read this line alike?',
      'The value is in force; a scanner that passes it has not seen it.',
      value === 'AlwaysAllow'
        ? 'Take the flag out, and write authorization.mode: Webhook in the config file.'
        : `Write ${flag.text}=${value}.`,
    ],
  };
}
