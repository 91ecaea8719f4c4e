import { isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { changeMode, removeTree } from '../../files/change.ts';
import { mergedPath } from '../../files/entry.ts';
import { failed, Output, type ProgramContext, type ShellProgram } from '../program.ts';
import { below } from './chmod.ts';
import { modeChange } from './fileMode.ts';

const help = (program: string): string => `Try '${program} --help' for more information.\n`;

/** Whether a path is the world's own, not one of the shell's surroundings. */
export function isOwn(path: string): boolean {
  return path !== '/' && !/^\/(proc|sys|dev)(\/|$)/.test(path);
}

const RM = [
  { key: 'r', short: 'r', long: 'recursive' },
  { key: 'r', short: 'R' },
  { key: 'f', short: 'f', long: 'force' },
  { key: 'i', short: 'i' },
  { key: 'I', short: 'I' },
  { key: 'v', short: 'v', long: 'verbose' },
  { key: 'd', short: 'd', long: 'dir' },
  { key: 'x', long: 'one-file-system' },
  { key: 'root', long: 'no-preserve-root' },
  { key: 'keep', long: 'preserve-root' },
] as const;

/** Removes files and directories. It asks nobody: `-i` takes its answer from standard input. Models coreutils 9.1. */
export const rm: ShellProgram = {
  name: 'rm',
  start(parameters, context) {
    const read = readOptions('rm', parameters, RM);
    if (!read.ok) return failed(`${read.message}\n${help('rm')}`);
    const has = (key: string): boolean => isGiven(read.given, key);
    if (read.operands.length === 0) return has('f') ? failed('', 0) : failed(`rm: missing operand\n${help('rm')}`);
    const output = new Output();
    const answers = context.stdin.split('\n');
    let exitCode = 0;
    const complain = (text: string): void => {
      exitCode = 1;
      output.complain(`rm: ${text}\n`);
    };
    for (const name of read.operands) {
      const status = context.files.status(name);
      const path = mergedPath(context.files.absolute(name));
      if (has('r') && path === '/' && !has('root')) {
        const alias = name === '/' ? '' : ` (same as '/')`;
        complain(`it is dangerous to operate recursively on '${name}'${alias}`);
        complain('use --no-preserve-root to override this failsafe');
      } else if (status === null) {
        if (!has('f')) complain(`cannot remove '${name}': No such file or directory`);
      } else if (/(^|\/)\.\.?\/*$/.test(name) && has('r'))
        complain(`refusing to remove '.' or '..' directory: skipping '${name}'`);
      else if (status.kind === 'directory' && !has('r') && !has('d'))
        complain(`cannot remove '${name}': Is a directory`);
      else if (status.kind === 'directory' && !has('r') && context.files.names(name).length > 0)
        complain(`cannot remove '${name}': Directory not empty`);
      else if (status.kind === 'device' || !isOwn(path)) complain(`cannot remove '${name}': Operation not permitted`);
      else {
        if (has('i') && !has('f')) {
          const what = status.kind === 'directory' ? 'directory' : `regular ${status.size === 0 ? 'empty ' : ''}file`;
          output.complain(`rm: remove ${what} '${name}'? `);
          if (!/^[yY]/.test(answers.shift() ?? '')) continue;
        }
        if (has('v')) output.print(told(name, context));
        removeTree(context.on, path);
      }
    }
    return output.result(exitCode);
  },
};

/** What `rm -v` says of a tree, from its leaves to its root. */
function told(name: string, context: ProgramContext): string {
  if (context.files.status(name)?.kind !== 'directory') return `removed '${name}'\n`;
  const inside = below(name, context).map((each) => told(each, context));
  return `${inside.join('')}removed directory '${name}'\n`;
}

const RMDIR = [
  { key: 'p', short: 'p', long: 'parents' },
  { key: 'v', short: 'v', long: 'verbose' },
  { key: 'ignore', long: 'ignore-fail-on-non-empty' },
] as const;

/** Removes empty directories. Models coreutils 9.1. */
export const rmdir: ShellProgram = {
  name: 'rmdir',
  start(parameters, context) {
    const read = readOptions('rmdir', parameters, RMDIR);
    if (!read.ok) return failed(`${read.message}\n${help('rmdir')}`);
    if (read.operands.length === 0) return failed(`rmdir: missing operand\n${help('rmdir')}`);
    const output = new Output();
    let exitCode = 0;
    for (const operand of read.operands) {
      for (let name = operand; name !== '' && name !== '.'; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
        const why = inTheWay(name, context);
        if (isGiven(read.given, 'v')) output.print(`rmdir: removing directory, '${name}'\n`);
        if (why !== null) {
          if (why === 'Directory not empty' && isGiven(read.given, 'ignore')) break;
          exitCode = 1;
          output.complain(`rmdir: failed to remove ${name === operand ? '' : 'directory '}'${name}': ${why}\n`);
          break;
        }
        removeTree(context.on, mergedPath(context.files.absolute(name)));
        if (!isGiven(read.given, 'p')) break;
      }
    }
    return output.result(exitCode);
  },
};

function inTheWay(name: string, { files }: ProgramContext): string | null {
  const status = files.status(name);
  if (status === null) return 'No such file or directory';
  if (status.kind !== 'directory') return 'Not a directory';
  if (files.names(name).length > 0) return 'Directory not empty';
  return isOwn(mergedPath(files.absolute(name))) ? null : 'Device or resource busy';
}

const MKDIR = [
  { key: 'p', short: 'p', long: 'parents' },
  { key: 'v', short: 'v', long: 'verbose' },
  { key: 'm', short: 'm', long: 'mode', argument: 'required' },
] as const;

/** Makes directories. Models coreutils 9.1. */
export const mkdir: ShellProgram = {
  name: 'mkdir',
  start(parameters, context) {
    const read = readOptions('mkdir', parameters, MKDIR);
    if (!read.ok) return failed(`${read.message}\n${help('mkdir')}`);
    if (read.operands.length === 0) return failed(`mkdir: missing operand\n${help('mkdir')}`);
    const mode = lastGiven(read.given, 'm');
    const change = mode === null ? null : modeChange(mode);
    if (mode !== null && change === null) return failed(`mkdir: invalid mode ‘${mode}’\n`);
    const output = new Output();
    let exitCode = 0;
    const { files } = context;
    for (const operand of read.operands) {
      const name = operand.length > 1 ? operand.replace(/\/+$/, '') : operand;
      const steps = isGiven(read.given, 'p') ? prefixes(name) : [name];
      for (const step of steps) {
        const why = whyNot(step, context);
        if (why === 'File exists' && isGiven(read.given, 'p') && files.status(step)?.kind === 'directory') continue;
        if (why !== null) {
          const isMiddle = why === 'File exists' && step !== name;
          exitCode = 1;
          output.complain(
            `mkdir: cannot create directory ‘${isMiddle ? step : operand}’: ${isMiddle ? 'Not a directory' : why}\n`,
          );
          break;
        }
        const path = mergedPath(files.absolute(step));
        context.apply({ type: 'mkdir', node: context.node, path });
        if (change !== null && step === name) changeMode(context.on, path, change(0o777, true));
        if (isGiven(read.given, 'v')) output.print(`mkdir: created directory '${step}'\n`);
      }
    }
    return output.result(exitCode);
  },
};

/** `a`, `a/b`, `a/b/c` */
function prefixes(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/')).filter((each) => each !== '');
}

/** Why nothing new can be at a name; null when it can. */
export function whyNot(name: string, { files }: Pick<ProgramContext, 'files'>): string | null {
  if (files.status(name) !== null) return 'File exists';
  const path = files.absolute(name);
  const parent = files.status(path.slice(0, path.lastIndexOf('/')) || '/');
  if (parent === null)
    return /\/[^/]+\/+[^/]/.test(path) && isBehindFile(path, files) ? 'Not a directory' : 'No such file or directory';
  if (parent.kind !== 'directory') return 'Not a directory';
  return isOwn(mergedPath(path)) ? null : 'Permission denied';
}

function isBehindFile(path: string, files: ProgramContext['files']): boolean {
  return prefixes(path).some((each) => files.status(each) !== null && files.status(each)?.kind !== 'directory');
}
