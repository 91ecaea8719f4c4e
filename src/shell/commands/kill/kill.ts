import { SIGNALS } from '#engine/world/signal.ts';
import type { CommandResult, NodeCommand } from '../../command.ts';
import { complained, joined, printed } from '../answer.ts';
import { processesOf } from '../processes.ts';
import { killAll, signalNamed } from './signals.ts';

const USAGE = 'kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]\n';

/** `kill`: a signal to processes by pid, in the words of the shell, whose builtin it is. Models bash 5.2. */
export const kill: NodeCommand = {
  name: 'kill',
  manual: `KILL(1)                         User Commands                        KILL(1)

NAME
       kill - send a signal to a process

SYNOPSIS
       kill [-SIGNAL] PID...

DESCRIPTION
       Without a signal TERM is sent: the kubelet then ends in order, and systemd
       starts it again when its unit says Restart=always. -9 (KILL) ends it
       at once. kill -l lists the signals.
`,
  run(parameters, context) {
    const words = [...parameters];
    if (words.length === 0) return complained(USAGE, 2);
    if (words[0] === '-l' || words[0] === '-L') return listed(words.slice(1));
    let spec = 'TERM';
    if (words[0] === '-s' || words[0] === '-n') {
      words.shift();
      spec = words.shift() ?? '';
    } else if (/^-./.test(words[0] ?? '') && words[0] !== '--') spec = (words.shift() ?? '').slice(1);
    if (words[0] === '--') words.shift();
    const signal = signalNamed(spec);
    if (signal === null) return complained(`bash: kill: ${spec}: invalid signal specification\n`);
    if (words.length === 0) return complained(USAGE, 2);
    const all = processesOf(context.world, context.node, '').filter(({ command }) => command !== '');
    let result = printed('');
    for (const word of words) {
      const found = all.find(({ pid }) => String(pid) === word);
      const next = !/^-?\d+$/.test(word)
        ? complained(`bash: kill: ${word}: arguments must be process or job IDs\n`)
        : found === undefined
          ? complained(`bash: kill: (${word}) - No such process\n`)
          : killAll([found], signal, context);
      result = joined(result, next);
    }
    return result;
  },
};

/** `killall`: a signal to processes by their exact name. Models psmisc 23. */
export const killall: NodeCommand = {
  name: 'killall',
  run(parameters, context) {
    let signal: string | null = 'TERM';
    const names: string[] = [];
    const words = [...parameters];
    while (words.length > 0) {
      const word = words.shift() ?? '';
      if (word === '-s' || word === '--signal') signal = signalNamed(words.shift() ?? '');
      else if (/^-[A-Z0-9]+$/.test(word)) signal = signalNamed(word.slice(1));
      else if (!word.startsWith('-')) names.push(word);
    }
    if (signal === null) return complained(`killall: unknown signal; killall -l lists signals.\n`);
    if (names.length === 0)
      return complained(
        'Usage: killall [OPTION]... [--] NAME...\n       killall -l, --list\n       killall -V, --version\n',
      );
    const all = processesOf(context.world, context.node, '').filter(({ command }) => command !== '');
    let result = printed('');
    for (const name of names) {
      const found = all.filter((process) => process.name === name.slice(0, 15));
      result = joined(
        result,
        found.length === 0 ? complained(`${name}: no process found\n`) : killAll(found, signal, context),
      );
    }
    return result;
  },
};

/** The names of all signals, five on a line; or those of numbers. */
function listed(words: readonly string[]): CommandResult {
  if (words.length > 0) {
    const names = words.map((word) =>
      /^\d+$/.test(word) ? signalNamed(word) : (SIGNALS[signalNamed(word) ?? ''] ?? null),
    );
    return printed(names.map((name) => `${name ?? ''}\n`).join(''));
  }
  const cells = Object.entries(SIGNALS).map(([name, number]) => `${String(number).padStart(2)}) SIG${name}`);
  const rows = Array.from({ length: Math.ceil(cells.length / 5) }, (_, index) =>
    cells.slice(index * 5, index * 5 + 5).join('\t'),
  );
  return printed(`${rows.join('\n')}\n`);
}
