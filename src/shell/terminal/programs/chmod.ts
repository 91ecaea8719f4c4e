import { isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { changeMode } from '../../files/change.ts';
import { mergedPath } from '../../files/entry.ts';
import { failed, Output, type ProgramContext, type ShellProgram } from '../program.ts';
import { modeChange, rightsText } from './fileMode.ts';

const OPTIONS = [
  { key: 'R', short: 'R', long: 'recursive' },
  { key: 'v', short: 'v', long: 'verbose' },
  { key: 'c', short: 'c', long: 'changes' },
  { key: 'f', short: 'f', long: 'silent' },
  { key: 'f', long: 'quiet' },
  { key: 'preserve', long: 'preserve-root' },
  { key: 'reference', long: 'reference', argument: 'required' },
] as const;

const HELP = "Try 'chmod --help' for more information.\n";

/** Changes modes. Models coreutils 9.1. */
export const chmod: ShellProgram = {
  name: 'chmod',
  start(parameters, context) {
    // `chmod -x FILE`: a mode that looks like an option.
    const at = parameters.findIndex((word) => /^-[rwxXst,ugoa=+-]+$/.test(word) && word !== '--');
    const rest = at < 0 ? parameters : parameters.filter((_, index) => index !== at);
    const read = readOptions('chmod', rest, OPTIONS);
    if (!read.ok) return failed(`${read.message}\n${HELP}`);
    const reference = lastGiven(read.given, 'reference');
    const operands = at < 0 ? read.operands : [parameters[at] ?? '', ...read.operands];
    const [text = '', ...others] = reference === null ? operands : [reference, ...operands];
    if (text === '' && operands.length === 0) return failed(`chmod: missing operand\n${HELP}`);
    if (others.length === 0) return failed(`chmod: missing operand after ‘${text}’\n${HELP}`);
    const model = reference === null ? null : context.files.status(reference);
    if (reference !== null && model === null)
      return failed(`chmod: failed to get attributes of '${reference}': No such file or directory\n`);
    const change = model === null ? modeChange(text) : () => model.mode;
    if (change === null) return failed(`chmod: invalid mode: ‘${text}’\n${HELP}`);
    const output = new Output();
    let exitCode = 0;
    const visit = (name: string): void => {
      const status = context.files.status(name);
      if (status === null) {
        exitCode = 1;
        if (!isGiven(read.given, 'f')) output.complain(`chmod: cannot access '${name}': No such file or directory\n`);
        return;
      }
      const before = status.mode & 0o7777;
      const after = change(before, status.kind === 'directory');
      changeMode(context.on, mergedPath(context.files.absolute(name)), after);
      if (isGiven(read.given, 'v') || (isGiven(read.given, 'c') && before !== after))
        output.print(
          `mode of '${name}' ${before === after ? `retained as ${shown(after)}` : changed(before, after)}\n`,
        );
      if (status.kind === 'directory' && isGiven(read.given, 'R')) for (const each of below(name, context)) visit(each);
    };
    for (const name of others) visit(name);
    return output.result(exitCode);
  },
};

/** Paths of what lies in a directory, as they are told. */
export function below(name: string, { files }: Pick<ProgramContext, 'files'>): readonly string[] {
  return [...files.names(name)].sort().map((each) => (name.endsWith('/') ? `${name}${each}` : `${name}/${each}`));
}

function shown(mode: number): string {
  return `${mode.toString(8).padStart(4, '0')} (${rightsText(mode)})`;
}

function changed(before: number, after: number): string {
  return `changed from ${shown(before)} to ${shown(after)}`;
}
