import { goQuote } from '#engine/config/go/quote.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { streamsOf } from '../../written.ts';
import { type Flag, flagsOf } from './flags/flag.ts';
import { type ParsedLine, parseFlags } from './flags/parse.ts';
import { OPTIONS } from './help/options.ts';
import { ROOT_HELP } from './help/root.data.ts';
import { Invocation, type Stepper } from './invocation.ts';
import { NOT_MODELLED, NOT_MODELLED_BELOW } from './notModelled.table.ts';
import type { Finish, Subcommand } from './subcommand.ts';
import { suggestions } from './suggestions.ts';

/** The commands there are, by path; the root has the path ''. */
export type Program = ReadonlyMap<string, Subcommand>;

const HELP_FLAG: Flag = { name: 'help', short: 'h', type: 'bool', fallback: 'false', bare: 'true' };

/** A program of these commands. */
export function programOf(commands: readonly Subcommand[]): Program {
  const root: Subcommand = { path: '', help: ROOT_HELP };
  return new Map([root, ...commands].map((command) => [command.path, command]));
}

/** All flags that a command takes, the global ones and `--help` among them. */
export function allFlags(command: Subcommand): readonly Flag[] {
  const own = flagsOf(command.help);
  const global = OPTIONS.filter(({ name }) => !own.some((flag) => flag.name === name));
  return [...own, ...global, HELP_FLAG];
}

/** The command that words lead to, and the words without those that led there. */
export interface Found {
  readonly command: Subcommand;
  readonly rest: readonly string[];
}

/**
 * Follows the words of a line down the commands, past flags and their values. Models Command.Find in cobra, v1.10.
 */
export function findCommand(program: Program, words: readonly string[]): Found {
  let command = program.get('') ?? { path: '', help: '' };
  let rest = words;
  for (;;) {
    const at = firstParameter(rest, allFlags(command));
    const next = at === -1 ? undefined : childNamed(program, command.path, rest[at] ?? '');
    if (next === undefined) return { command, rest };
    rest = [...rest.slice(0, at), ...rest.slice(at + 1)];
    command = next;
  }
}

/** The commands directly below a path. */
export function childrenOf(program: Program, path: string): readonly Subcommand[] {
  return [...program.values()].filter(
    (command) => command.path !== '' && command.path.slice(0, Math.max(command.path.lastIndexOf(' '), 0)) === path,
  );
}

function childNamed(program: Program, path: string, name: string): Subcommand | undefined {
  return childrenOf(program, path).find(
    (command) => lastWord(command.path) === name || (command.aliases ?? []).includes(name),
  );
}

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf(' ') + 1);
}

/** The index of the first word that is neither flag nor a flag's value; -1 when there is none before `--`. */
function firstParameter(words: readonly string[], flags: readonly Flag[]): number {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') return -1;
    if (!word.startsWith('-')) {
      if (word !== '') return at;
      continue;
    }
    const known = word.startsWith('--')
      ? flags.find(({ name }) => name === word.slice(2))
      : flags.find(({ short }) => short === word.slice(1));
    const takesNext =
      !word.includes('=') && (word.startsWith('--') || word.length === 2) && (known?.bare ?? null) === null;
    if (takesNext) at += 1;
  }
  return -1;
}

/** Runs a line of kubectl, the program's name left out. Takes any words whatsoever. */
export function runKubectl(
  program: Program,
  words: readonly string[],
  context: CommandContext,
  stepper?: Stepper,
): CommandResult {
  const { command, rest } = findCommand(program, words);
  const parsed = parseFlags(rest, allFlags(command));
  const empty: ParsedLine = parseOrEmpty([]);
  const invocation = new Invocation(context, command.path, parsed.ok ? parsed : empty, stepper);
  const below = `${command.path} ${rest[firstParameter(rest, allFlags(command))] ?? ''}`;
  const finish = NOT_MODELLED_BELOW.includes(below)
    ? invocation.notModelled(`kubectl ${below}`)
    : parsed.ok
      ? start(program, command, parsed, invocation, words)
      : badFlags(invocation, words, program, parsed.error);
  return {
    ...streamsOf(invocation.written),
    written: invocation.written,
    events: invocation.events,
    ...finish,
  };
}

function parseOrEmpty(words: readonly string[]): ParsedLine {
  const parsed = parseFlags(words, []);
  if (!parsed.ok) throw new Error('no words, no error');
  return parsed;
}

/** An unknown flag before an unknown command: the command is told first, as cobra looks for it first. */
function badFlags(invocation: Invocation, words: readonly string[], program: Program, error: string): Finish {
  if (invocation.command === '') {
    const at = firstParameter(words, allFlags(program.get('') ?? { path: '', help: '' }));
    if (at !== -1) return unknownCommand(invocation, words[at] ?? '', program, words[0]);
  }
  const path = invocation.command === '' ? 'kubectl' : `kubectl ${invocation.command}`;
  return invocation.fail(`${error}\nSee '${path} --help' for usage.`);
}

function start(
  program: Program,
  command: Subcommand,
  line: ParsedLine,
  invocation: Invocation,
  words: readonly string[],
): Finish {
  if (command.path === '') {
    const [name] = line.parameters;
    if (name !== undefined) return unknownCommand(invocation, name, program, words[0]);
    invocation.print(ROOT_HELP);
    return invocation.done();
  }
  if (line.values.on('help')) {
    invocation.print(command.help);
    return invocation.done();
  }
  if (command.run !== undefined) return command.run(invocation);
  const [name] = line.parameters;
  if (name !== undefined) return invocation.misused(`unknown command ${goQuote(line.parameters.join(' '))}`);
  invocation.complain(command.help);
  return { exitCode: 1 };
}

/** The commands in the order in which kubectl was given them: that of its help, but for the last group. */
const COMMAND_ORDER: readonly string[] = [
  ...[...(ROOT_HELP.split('Other Commands:')[0] ?? '').matchAll(/^ {2}([\w-]+) /gm)].map(([, name = '']) => name),
  ...['config', 'kuberc', 'plugin', 'version', 'api-versions', 'api-resources', 'options'],
];

function unknownCommand(invocation: Invocation, name: string, program: Program, first = ''): Finish {
  if (first.startsWith('-') && !NOT_MODELLED.includes(name)) {
    invocation.complain(`Error: flags cannot be placed before plugin name: ${first}\n`);
    return { exitCode: 1 };
  }
  if (NOT_MODELLED.includes(name)) return invocation.notModelled(`kubectl ${name}`);
  const names = [...childrenOf(program, '').map(({ path }) => path), ...NOT_MODELLED];
  const near = suggestions(
    name,
    COMMAND_ORDER.filter((one) => names.includes(one)),
  );
  const hint = near.length === 0 ? '' : `\n\nDid you mean this?\n${near.map((one) => `\t${one}\n`).join('')}`;
  return invocation.fail(`unknown command ${goQuote(name)} for "kubectl"${hint}`);
}
