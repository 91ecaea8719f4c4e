import { isGiven, readOptions } from '../../commands/getopt.ts';
import { changeOwner } from '../../files/change.ts';
import { failed, type ProgramContext, type ProgramResult, type ShellProgram } from '../program.ts';
import { groupNamed, groupNumber, userNamed, userNumber } from './accounts.ts';

const OPTIONS = [
  { key: 'R', short: 'R', long: 'recursive' },
  { key: 'v', short: 'v', long: 'verbose' },
  { key: 'c', short: 'c', long: 'changes' },
  { key: 'f', short: 'f', long: 'silent' },
  { key: 'f', long: 'quiet' },
  { key: 'h', short: 'h', long: 'no-dereference' },
] as const;

/** Who is to own: absent parts stay as they are. */
interface Ownership {
  readonly owner?: string;
  readonly group?: string;
}

/** Changes owners and groups. Models coreutils 9.1. */
export const chown: ShellProgram = {
  name: 'chown',
  start: (parameters, context) => change('chown', parameters, context, ownership),
};

export const chgrp: ShellProgram = {
  name: 'chgrp',
  start: (parameters, context) =>
    change('chgrp', parameters, context, (group) =>
      groupNumber(group) === null ? `chgrp: invalid group: ‘${group}’\n` : { group: groupNamed(group) },
    ),
};

/** `root:root`, `root`, `:adm`, `root:`; a complaint about names that nobody has. */
function ownership(text: string): Ownership | string {
  const [owner = '', group] = text.split(':');
  if (owner !== '' && userNumber(owner) === null) {
    return `chown: invalid user: ‘${text}’\n`;
  }
  if (group !== undefined && group !== '' && groupNumber(group) === null) return `chown: invalid group: ‘${text}’\n`;
  const login = group === '' ? owner : group;
  return {
    ...(owner === '' ? {} : { owner: userNamed(owner) }),
    ...(login === undefined || login === '' ? {} : { group: groupNamed(login) }),
  };
}

function change(
  program: string,
  parameters: readonly string[],
  context: ProgramContext,
  read: (text: string) => Ownership | string,
): ProgramResult {
  const options = readOptions(program, parameters, OPTIONS);
  const help = `Try '${program} --help' for more information.\n`;
  if (!options.ok) return failed(`${options.message}\n${help}`);
  const [who, ...names] = options.operands;
  if (who === undefined) return failed(`${program}: missing operand\n${help}`);
  if (names.length === 0) return failed(`${program}: missing operand after ‘${who}’\n${help}`);
  const wanted = read(who);
  if (typeof wanted === 'string') return failed(wanted);
  let stderr = '';
  for (const name of names) {
    if (context.files.status(name) === null) {
      stderr += isGiven(options.given, 'f') ? '' : `${program}: cannot access '${name}': No such file or directory\n`;
      continue;
    }
    for (const path of isGiven(options.given, 'R') ? below(name, context) : [name]) {
      const status = context.files.status(path);
      if (status === null) continue;
      changeOwner(context.on, context.files.absolute(path), wanted.owner ?? status.owner, wanted.group ?? status.group);
    }
  }
  return { stdout: '', stderr, exitCode: stderr === '' ? 0 : 1 };
}

function below(path: string, context: ProgramContext): readonly string[] {
  if (context.files.status(path)?.kind !== 'directory') return [path];
  return [...context.files.names(path).flatMap((name) => below(`${path}/${name}`, context)), path];
}
