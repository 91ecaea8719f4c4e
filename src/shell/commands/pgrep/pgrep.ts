import type { CommandResult, NodeCommand } from '../../command.ts';
import { complained, printed, textOf } from '../answer.ts';
import { type GivenOption, isGiven, lastGiven, type OptionSpec, readOptions } from '../getopt.ts';
import { killAll, signalNamed } from '../kill/signals.ts';
import { type Process, processesOf } from '../processes.ts';

const OPTIONS: readonly OptionSpec[] = [
  { key: 'list-full', short: 'a', long: 'list-full' },
  { key: 'list', short: 'l', long: 'list-name' },
  { key: 'full', short: 'f', long: 'full' },
  { key: 'exact', short: 'x', long: 'exact' },
  { key: 'newest', short: 'n', long: 'newest' },
  { key: 'oldest', short: 'o', long: 'oldest' },
  { key: 'count', short: 'c', long: 'count' },
  { key: 'inverse', short: 'v', long: 'inverse' },
  { key: 'ignore-case', short: 'i', long: 'ignore-case' },
  { key: 'delimiter', short: 'd', long: 'delimiter', argument: 'required' },
  { key: 'euid', short: 'u', long: 'euid', argument: 'required' },
  { key: 'parent', short: 'P', long: 'parent', argument: 'required' },
  { key: 'signal', long: 'signal', argument: 'required' },
  { key: 'echo', short: 'e', long: 'echo' },
];

/** The processes that a pattern and options choose, or the complaint. Models procps 4's src/pgrep.c. */
function chosen(
  program: string,
  given: readonly GivenOption[],
  operands: readonly string[],
  all: readonly Process[],
): readonly Process[] | CommandResult {
  const criteria = ['euid', 'parent', 'newest', 'oldest'].some((key) => isGiven(given, key));
  if (operands.length === 0 && !criteria) {
    return complained(
      `${program}: no matching criteria specified\nTry \`${program} --help' for more information.\n`,
      2,
    );
  }
  if (operands.length > 1) {
    return complained(
      `${program}: only one pattern can be provided\nTry \`${program} --help' for more information.\n`,
      2,
    );
  }
  const pattern = patternOf(operands[0] ?? '', given);
  if (pattern === null) return complained(`${program}: Unmatched ( or \\(\n`, 2);
  const user = lastGiven(given, 'euid');
  const parent = lastGiven(given, 'parent');
  const matching = all.filter((process) => {
    // A command line that is empty in the kernel's eyes is the name.
    const text = isGiven(given, 'full') ? process.command : process.name;
    const fits =
      pattern.test(text) &&
      (user === null || process.user === user || (user === '0' && process.user === 'root')) &&
      (parent === null || process.parent === Number(parent));
    return fits !== isGiven(given, 'inverse');
  });
  const byAge = [...matching].sort((left, right) => left.startedAt - right.startedAt || left.pid - right.pid);
  if (isGiven(given, 'newest')) return byAge.slice(-1);
  return isGiven(given, 'oldest') ? byAge.slice(0, 1) : matching;
}

function patternOf(text: string, given: readonly GivenOption[]): RegExp | null {
  try {
    return new RegExp(isGiven(given, 'exact') ? `^(?:${text})$` : text, isGiven(given, 'ignore-case') ? 'i' : '');
  } catch {
    return null;
  }
}

/** `pgrep`: pids by name, never its own. */
export const pgrep: NodeCommand = {
  name: 'pgrep',
  manual: `PGREP(1)                        User Commands                       PGREP(1)

NAME
       pgrep, pkill - look up or signal processes by their name

OPTIONS
       -a    print the whole command line beside the pid
       -l    print the name beside the pid
       -f    match the whole command line, not the name alone
       -x    the whole of it must match
       -n, -o  only the newest, the oldest

EXAMPLES
       pgrep -a kubelet        the flags that the kubelet runs with
`,
  run(parameters, { world, node }) {
    const read = readOptions('pgrep', parameters, OPTIONS);
    if (!read.ok) return complained(`${read.message}\nTry \`pgrep --help' for more information.\n`, 2);
    const { given, operands } = read;
    const all = processesOf(world, node, '').filter(({ command }) => command !== '');
    const found = chosen('pgrep', given, operands, all);
    if ('exitCode' in found) return found;
    const code = found.length === 0 ? 1 : 0;
    if (isGiven(given, 'count')) return printed(`${found.length}\n`, code);
    const lines = found.map(({ pid, name, command }) =>
      isGiven(given, 'list-full') ? `${pid} ${command}` : isGiven(given, 'list') ? `${pid} ${name}` : String(pid),
    );
    const between = lastGiven(given, 'delimiter');
    return printed(between === null || lines.length === 0 ? textOf(lines) : `${lines.join(between)}\n`, code);
  },
};

/** `pkill`: a signal to processes by name. */
export const pkill: NodeCommand = {
  name: 'pkill',
  run(parameters, context) {
    const isSignal = (word: string): boolean => /^-(?:\d+|SIG[A-Z0-9]+|[A-Z][A-Z0-9]+)$/.test(word);
    const word = parameters.find(isSignal);
    const read = readOptions(
      'pkill',
      parameters.filter((one) => one !== word),
      OPTIONS,
    );
    if (!read.ok) return complained(`${read.message}\nTry \`pkill --help' for more information.\n`, 2);
    const signal = signalNamed(word?.slice(1) ?? lastGiven(read.given, 'signal') ?? 'TERM');
    if (signal === null) return complained(`pkill: Unknown signal "${word?.slice(1) ?? ''}".\n`, 2);
    const all = processesOf(context.world, context.node, '').filter(({ command }) => command !== '');
    const found = chosen('pkill', read.given, read.operands, all);
    if ('exitCode' in found) return found;
    return found.length === 0 ? printed('', 1) : killAll(found, signal, context);
  },
};

/** `pidof`: pids of a program by its name or path, newest first. Models sysvinit's pidof. */
export const pidof: NodeCommand = {
  name: 'pidof',
  run(parameters, { world, node }) {
    const names = parameters.filter((word) => !word.startsWith('-'));
    const found = processesOf(world, node, '')
      .filter(({ name, command }) => {
        const program = command.split(' ', 1)[0] ?? '';
        return names.some((wanted) => wanted === name || wanted === program || program.endsWith(`/${wanted}`));
      })
      .map(({ pid }) => pid)
      .reverse();
    const shown = parameters.includes('-s') ? found.slice(0, 1) : found;
    return printed(shown.length === 0 ? '' : `${shown.join(' ')}\n`, shown.length === 0 ? 1 : 0);
  },
};
