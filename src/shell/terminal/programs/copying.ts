import { isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { changeMode, changeOwner, copyFile, moveTree, removeTree } from '../../files/change.ts';
import { type EntryStatus, mergedPath } from '../../files/entry.ts';
import { failed, Output, type ProgramContext, type ProgramResult, type ShellProgram } from '../program.ts';
import { below } from './chmod.ts';
import { isOwn, whyNot } from './removing.ts';

const SHARED = [
  { key: 'f', short: 'f', long: 'force' },
  { key: 'i', short: 'i', long: 'interactive' },
  { key: 'n', short: 'n', long: 'no-clobber' },
  { key: 'u', short: 'u', long: 'update' },
  { key: 'v', short: 'v', long: 'verbose' },
  { key: 'b', short: 'b' },
  { key: 'b', long: 'backup', argument: 'optional' },
  { key: 'S', short: 'S', long: 'suffix', argument: 'required' },
  { key: 'T', short: 'T', long: 'no-target-directory' },
  { key: 't', short: 't', long: 'target-directory', argument: 'required' },
  { key: 'slashes', long: 'strip-trailing-slashes' },
] as const;

const CP = [
  ...SHARED,
  { key: 'r', short: 'r', long: 'recursive' },
  { key: 'r', short: 'R' },
  { key: 'a', short: 'a', long: 'archive' },
  { key: 'p', short: 'p' },
  { key: 'p', long: 'preserve', argument: 'optional' },
  { key: 'links', short: 'd' },
  { key: 'links', short: 'L', long: 'dereference' },
  { key: 'links', short: 'P', long: 'no-dereference' },
] as const;

/** One name that is taken to another. */
interface Pair {
  readonly from: string;
  readonly to: string;
  readonly source: EntryStatus;
  readonly target: EntryStatus | null;
}

/** How a program does it, and says that it did or cannot. */
interface Way {
  readonly program: 'cp' | 'mv';
  readonly has: (key: string) => boolean;
  readonly context: ProgramContext;
  readonly output: Output;
  readonly suffix: string;
  readonly answers: string[];
}

/** Copies files. A copy has the present time, whatever is preserved. Models coreutils 9.1. */
export const cp: ShellProgram = { name: 'cp', start: (parameters, context) => take('cp', parameters, context) };

/** Moves files and directories. Models coreutils 9.1. */
export const mv: ShellProgram = { name: 'mv', start: (parameters, context) => take('mv', parameters, context) };

function take(program: 'cp' | 'mv', parameters: readonly string[], context: ProgramContext): ProgramResult {
  const help = `Try '${program} --help' for more information.\n`;
  const read = readOptions(program, parameters, program === 'cp' ? CP : SHARED);
  if (!read.ok) return failed(`${read.message}\n${help}`);
  const into = lastGiven(read.given, 't');
  const names = into === null ? read.operands : [...read.operands, into];
  const [first, second, third] = names;
  if (first === undefined || (into !== null && second === undefined))
    return failed(`${program}: missing file operand\n${help}`);
  if (second === undefined) return failed(`${program}: missing destination file operand after '${first}'\n${help}`);
  const has = (key: string): boolean => isGiven(read.given, key);
  if (has('T') && third !== undefined) return failed(`${program}: extra operand '${third}'\n${help}`);
  const target = names.at(-1) ?? '';
  const status = context.files.status(target);
  const isInside = !has('T') && status?.kind === 'directory';
  if (!isInside && (names.length > 2 || into !== null))
    return failed(
      `${program}: target ${into === null ? '' : 'directory '}'${target}': ${status === null ? 'No such file or directory' : 'Not a directory'}\n`,
    );
  const way: Way = {
    program,
    has,
    context,
    output: new Output(),
    suffix: lastGiven(read.given, 'S') ?? '~',
    answers: context.stdin.split('\n'),
  };
  const ended = names.slice(0, -1).map((from) => {
    const base = from.replace(/\/+$/, '').split('/').at(-1) ?? from;
    return one(from, isInside ? `${target.replace(/\/+$/, '')}/${base}` : target, way);
  });
  return way.output.result(ended.every((isDone) => isDone) ? 0 : 1);
}

/** Takes one name to another; whether that went well. */
function one(from: string, to: string, way: Way): boolean {
  const { program, has, context, output } = way;
  const complain = (text: string): boolean => {
    output.complain(`${program}: ${text}\n`);
    return false;
  };
  const source = context.files.status(from);
  if (source === null) return complain(`cannot stat '${from}': No such file or directory`);
  const isTree = source.kind === 'directory';
  if (isTree && program === 'cp' && !has('r') && !has('a'))
    return complain(`-r not specified; omitting directory '${from}'`);
  const pair: Pair = { from, to, source, target: context.files.status(to) };
  const [start, end] = [from, to].map((name) => mergedPath(context.files.absolute(name)));
  if (start === end && !isTree) return complain(`'${from}' and '${to}' are the same file`);
  if (isTree && `${end}/`.startsWith(`${start}/`))
    return complain(
      program === 'cp'
        ? `cannot copy a directory, '${from}', into itself, '${to}'`
        : `cannot move '${from}' to a subdirectory of itself, '${to}'`,
    );
  const { target } = pair;
  if (target === null) {
    const why = whyNot(to, context);
    if (why !== null)
      return complain(
        program === 'mv'
          ? `cannot move '${from}' to '${to}': ${why}`
          : why === 'Not a directory'
            ? `failed to access '${to}': ${why}`
            : `cannot create ${isTree ? 'directory' : 'regular file'} '${to}': ${why}`,
      );
  } else {
    if (isTree && target.kind !== 'directory')
      return complain(`cannot overwrite non-directory '${to}' with directory '${from}'`);
    if (!isTree && target.kind === 'directory')
      return complain(`cannot overwrite directory '${to}' with non-directory`);
    if (program === 'mv' && isTree && context.files.names(to).length > 0)
      return complain(`cannot move '${from}' to '${to}': Directory not empty`);
    if (has('n') || (has('u') && target.modifiedAt >= source.modifiedAt)) return true;
    if (has('i') && !has('f') && !isTree) {
      output.complain(`${program}: overwrite '${to}'? `);
      if (!/^[yY]/.test(way.answers.shift() ?? '')) return true;
    }
  }
  if (program === 'cp') copyTree(pair, way);
  else {
    if (!isOwn(start ?? '')) return complain(`cannot move '${from}' to '${to}': Device or resource busy`);
    keepBackup(pair, way);
    if (target?.kind === 'directory') removeTree(context.on, end ?? '');
    moveTree(context.on, start ?? '', end ?? '');
    if (has('v')) output.print(`renamed '${from}' -> '${to}'\n`);
  }
  return true;
}

/** Copies a file, or a directory with all that was in it before. */
function copyTree({ from, to, source, target }: Pair, way: Way): void {
  const { has, context, output } = way;
  const path = mergedPath(context.files.absolute(to));
  if (source.kind !== 'directory') {
    keepBackup({ from, to, source, target }, way);
    if (target?.kind !== 'device')
      copyFile(context.on, { text: context.files.read(from) ?? '', mode: source.mode }, path);
  } else if (target === null) context.apply({ type: 'mkdir', node: context.node, path });
  if (has('v')) output.print(`'${from}' -> '${to}'\n`);
  const inside = source.kind === 'directory' ? below(from, context) : [];
  for (const name of inside) {
    const status = context.files.status(name);
    const copy = `${to.replace(/\/+$/, '')}/${name.slice(name.lastIndexOf('/') + 1)}`;
    if (status !== null) copyTree({ from: name, to: copy, source: status, target: context.files.status(copy) }, way);
  }
  if ((has('p') || has('a')) && target?.kind !== 'device') {
    changeMode(context.on, path, source.mode);
    changeOwner(context.on, path, source.owner, source.group);
  } else if (source.kind === 'directory' && target === null) changeMode(context.on, path, source.mode & ~0o022);
}

/** `-b`: what is in the way goes aside. */
function keepBackup({ to, target }: Pair, { has, context, suffix }: Way): void {
  if (!has('b') || target?.kind !== 'file') return;
  const path = mergedPath(context.files.absolute(to));
  moveTree(context.on, path, `${path}${suffix}`);
}
