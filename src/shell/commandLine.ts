import type { ReadFile } from './substitution.ts';
import type { Word } from './words.ts';
import { splitWords } from './words.ts';

/**
 * The program a line names, its arguments and what the shell said on the way, or what it says instead. An empty line
 * says nothing.
 */
export type CommandLine =
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly arguments: readonly string[];
      readonly stderr: string;
    }
  | { readonly kind: 'said'; readonly stderr: string; readonly exitCode: number };

/** Programs that are there on a real node, so that "command not found" would be a lie. */
const REAL_PROGRAMS = new Set(
  'kubectl crictl kubeadm systemctl journalctl kubelet openssl ls cat grep sed awk vi vim nano cd pwd echo wget ss netstat ps ip jq base64 head tail less sleep exit clear history man'.split(
    ' ',
  ),
);

/** Options of `sudo` that take a word of their own. */
const SUDO_WITH_VALUE = new Set(['-u', '-g', '-h', '-p', '--user', '--group']);

/**
 * Reads a line up to its program: `sudo` with its options, `time` and assignments before it are passed over, for root
 * types here; `read` opens the files of its substitutions. Only `curl` is a command; others that a node has are named as not modelled, the rest are not found (127).
 */
export function readCommandLine(line: string, read: ReadFile): CommandLine {
  const split = splitWords(line, read);
  if (!split.ok) return { kind: 'said', stderr: split.message, exitCode: split.exitCode };
  const words = skipPrefixes(split.words);
  const first = words[0];
  if (first === undefined) return { kind: 'said', stderr: split.stderr, exitCode: split.stderr === '' ? 0 : 1 };
  if (/^(?:\/(?:usr\/)?bin\/)?curl$/.test(first.text)) {
    return { kind: 'command', name: 'curl', arguments: words.slice(1).map((word) => word.text), stderr: split.stderr };
  }
  if (REAL_PROGRAMS.has(first.text)) {
    return {
      kind: 'said',
      stderr: `${split.stderr}portside: this line takes curl only, not ${first.text}.\n`,
      exitCode: 127,
    };
  }
  const stderr = first.text.includes('/')
    ? `bash: ${first.text}: No such file or directory\n`
    : `bash: ${first.text}: command not found\n`;
  return { kind: 'said', stderr: split.stderr + stderr, exitCode: 127 };
}

function skipPrefixes(words: readonly Word[]): readonly Word[] {
  let index = 0;
  while (index < words.length) {
    const text = words[index]?.text ?? '';
    if (text === 'time' || /^[A-Za-z_]\w*=/.test(text)) index += 1;
    else if (text === 'sudo') {
      index += 1;
      while ((words[index]?.text ?? '').startsWith('-')) {
        index += SUDO_WITH_VALUE.has(words[index]?.text ?? '') ? 2 : 1;
      }
    } else break;
  }
  return words.slice(index);
}
