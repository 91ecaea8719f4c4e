import type { NodeCommand } from '../../command.ts';
import type { Follower } from '../../foreground.ts';
import { failed, holding, type ProgramContext, type ShellProgram } from '../program.ts';

/** `less` and `more` print what they are given: the terminal scrolls by itself. */
function pager(name: string): ShellProgram {
  return {
    name,
    start(parameters, { files, stdin, terminal }) {
      const names = parameters.filter((word) => !word.startsWith('-') && !word.startsWith('+'));
      if (names.length === 0 && terminal.stdin) {
        return name === 'less'
          ? failed('Missing filename ("less --help" for help)\n')
          : failed("more: bad usage\nTry 'more --help' for more information.\n");
      }
      let [stdout, stderr] = [names.length === 0 ? stdin : '', ''];
      for (const file of names) {
        const text = files.status(file)?.kind === 'directory' ? null : files.read(file);
        if (text !== null) stdout += text;
        else if (files.status(file) !== null)
          stderr += name === 'less' ? `${file} is a directory\n` : `\n*** ${file}: directory ***\n\n`;
        else
          stderr +=
            name === 'less'
              ? `${file}: No such file or directory\n`
              : `more: cannot open ${file}: No such file or directory\n`;
      }
      return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 };
    },
  };
}

/** Shows the manual page of a program that has one. */
const man: ShellProgram = {
  name: 'man',
  start(parameters, context) {
    const names = parameters.filter((word) => !word.startsWith('-') && !/^\d\w?$/.test(word));
    if (names.length === 0) return failed("What manual page do you want?\nFor example, try 'man man'.\n");
    let [stdout, stderr] = ['', ''];
    for (const name of names) {
      const page = context.commands().get(name)?.manual;
      // That a program is here and its page is not is the simulator's doing.
      if (page === undefined)
        stderr += context.has(name)
          ? `portside: the manual page of ${name} is not modelled; ${name} --help says how it is used\n`
          : `No manual entry for ${name}\n`;
      else stdout += page.endsWith('\n') ? page : `${page}\n`;
    }
    return { stdout, stderr, exitCode: stderr === '' ? 0 : 16 };
  },
};

/** Repeats a program of the node and shows what it prints whenever that is something else. */
const watch: ShellProgram = {
  name: 'watch',
  start(parameters, context) {
    const words = [...parameters];
    let seconds = '2.0';
    let isTitled = true;
    while (words[0]?.startsWith('-') === true) {
      const word = words.shift() ?? '';
      if (word === '-n' || word === '--interval') seconds = interval(words.shift());
      else if (/^-n\S+$/.test(word)) seconds = interval(word.slice(2));
      else if (word.startsWith('--interval=')) seconds = interval(word.slice(11));
      else if (word === '-t' || word === '--no-title') isTitled = false;
    }
    const line = words.join(' ').trim();
    const [name = '', ...rest] = line.split(/\s+/);
    const command = context.commands().get(name === 'k' ? 'kubectl' : name);
    if (line === '') return failed('Usage:\n watch [options] command\n');
    if (command === undefined || !('run' in command) || /[|&;<>$`"']/.test(line)) {
      return failed(
        'portside: watch repeats a single program of the node, such as kubectl or systemctl, without quotes or pipes\n',
      );
    }
    const title = isTitled ? `Every ${seconds}s: ${line}` : null;
    const follower = watched(command, rest, { context, title, last: null });
    return holding({ kind: 'follow', follower });
  },
};

function interval(text: string | undefined): string {
  const seconds = Number(text ?? 2);
  return (Number.isFinite(seconds) && seconds > 0.1 ? seconds : 0.1).toFixed(1);
}

function watched(
  command: NodeCommand,
  parameters: readonly string[],
  state: { readonly context: ProgramContext; readonly title: string | null; readonly last: string | null },
): Follower {
  return {
    look(world) {
      const { context, title, last } = state;
      const terminal = { ...context.terminal, stdin: false, stdout: false };
      const { stdout, stderr } = command.run(parameters, { ...context, world, stdin: '', terminal });
      const shown = `${title === null ? '' : `${title}\n\n`}${stdout}${stderr}`;
      const text = shown === last ? '' : `\u001b[H\u001b[2J${shown}`;
      return { text, next: watched(command, parameters, { ...state, last: shown }) };
    },
  };
}

export const READING: readonly ShellProgram[] = [pager('less'), pager('more'), man, watch];
