import { findCommand, type Program } from '../dispatch.ts';
import { READ_HELP } from '../help/read.data.ts';
import { ROOT_HELP } from '../help/root.data.ts';
import type { Invocation } from '../invocation.ts';
import type { Finish, Subcommand } from '../subcommand.ts';

/** Commands that tell about kubectl itself; `program` gives the commands that there are. */
export function helpCommands(program: () => Program): readonly Subcommand[] {
  return [
    {
      path: 'help',
      help: ROOT_HELP,
      run: (invocation) => help(invocation, program()),
      complete: (words) => topics(words, program()),
    },
    { path: 'options', help: READ_HELP.options ?? '', run: options },
    { path: 'completion', help: READ_HELP.completion ?? '', run: completion, complete: completeShells },
  ];
}

function help(invocation: Invocation, program: Program): Finish {
  const { command, rest } = findCommand(program, invocation.parameters);
  if (rest.length === 0) {
    invocation.print(command.help);
    return invocation.done();
  }
  const usage = ROOT_HELP.slice(ROOT_HELP.indexOf('Basic Commands (Beginner)'));
  invocation.complain(
    `Unknown help topic [${invocation.parameters.map((word) => `\`${word}\``).join(' ')}]\n\n\n${usage}`,
  );
  return invocation.done();
}

function topics(words: readonly string[], program: Program) {
  const typed = words.join(' ');
  return [...program.keys()]
    .filter((path) => path !== '' && path.startsWith(typed) && path.split(' ').length === words.length)
    .map((path) => ({ insert: path.slice(path.lastIndexOf(' ') + 1) }));
}

function options(invocation: Invocation): Finish {
  invocation.print(READ_HELP.options ?? '');
  return invocation.done();
}

const SHELLS = ['bash', 'fish', 'powershell', 'zsh'];

/** A real kubectl prints a script here; this terminal needs none, and says so in the shell's own tongue. */
function completion(invocation: Invocation): Finish {
  const [shell] = invocation.parameters;
  if (shell === undefined) return invocation.misused('Shell not specified.');
  if (invocation.parameters.length > 1) return invocation.misused('Too many arguments. Expected only the shell type.');
  if (!SHELLS.includes(shell)) return invocation.misused(`Unsupported shell type "${shell}".`);
  invocation.print(
    `# portside: this terminal completes kubectl's words by itself; the ${shell} script is not modelled\n`,
  );
  return invocation.done();
}

function completeShells(words: readonly string[]) {
  return SHELLS.filter((shell) => words.length === 1 && shell.startsWith(words[0] ?? '')).map((insert) => ({ insert }));
}
