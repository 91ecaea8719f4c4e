import { isGiven, readOptions } from '../../../commands/getopt.ts';
import { failed, Output, type ProgramContext, type ProgramResult, type ShellProgram } from '../../program.ts';
import { usageOf } from '../usage.table.ts';
import { emptyMemory, type InputLine, type Memory, runSed, type SedRun } from './run.ts';
import { sedProgram } from './script.ts';

const OPTIONS = [
  { key: 'n', short: 'n', long: 'quiet' },
  { key: 'n', long: 'silent' },
  { key: 'e', short: 'e', long: 'expression', argument: 'required' },
  { key: 'f', short: 'f', long: 'file', argument: 'required' },
  { key: 'E', short: 'E', long: 'regexp-extended' },
  { key: 'E', short: 'r' },
  { key: 'i', short: 'i', long: 'in-place', argument: 'optional' },
  { key: 's', short: 's', long: 'separate' },
  { key: 'z', short: 'z', long: 'null-data' },
  { key: 'u', short: 'u', long: 'unbuffered' },
  { key: 'l', short: 'l', long: 'line-length', argument: 'required' },
  { key: 'posix', long: 'posix' },
  { key: 'links', long: 'follow-symlinks' },
  { key: 'sandbox', long: 'sandbox' },
  { key: 'debug', long: 'debug' },
  { key: 'version', long: 'version' },
] as const;

/** Edits streams. Models GNU sed 4.9; what scripts may run, `e`, is not modelled. */
export const sed: ShellProgram = {
  name: 'sed',
  start(parameters, context) {
    const read = readOptions('sed', parameters, OPTIONS);
    const usage = usageOf('sed') ?? '';
    if (!read.ok) return failed(`${read.message}\n${usage}`);
    if (isGiven(read.given, 'version')) return { stdout: 'sed (GNU sed) 4.9\n', stderr: '', exitCode: 0 };
    const given = scriptsOf(read.given, read.operands, context);
    if (typeof given === 'string') return failed(given === '' ? usage : given);
    const script = given.scripts.map(({ text }) => text).join('\n');
    const program = sedProgram(script, isGiven(read.given, 'E'));
    if ('complaint' in program) {
      if (program.complaint.startsWith('portside:')) return failed(`${program.complaint}\n`);
      if (program.char === null) return failed(`sed: ${program.complaint}\n`, 4);
      return failed(`sed: ${placeOf(given.scripts, program.char)}: ${program.complaint}\n`);
    }
    const suffix = read.given.find(({ key }) => key === 'i');
    const isQuiet = isGiven(read.given, 'n') || program.isSilent;
    return edit(
      { commands: program.commands, isQuiet, end: isGiven(read.given, 'z') ? '\0' : '\n' },
      {
        names: given.names,
        isInPlace: suffix !== undefined,
        suffix: suffix?.value ?? '',
        isSeparate: suffix !== undefined || isGiven(read.given, 's'),
      },
      context,
    );
  },
};

/** A script as given, and how its characters are called: by the number of the expression, or by the file. */
interface Given {
  readonly text: string;
  readonly file: string | null;
}

function scriptsOf(
  given: readonly { readonly key: string; readonly value: string | null }[],
  operands: readonly string[],
  context: ProgramContext,
): { readonly scripts: readonly Given[]; readonly names: readonly string[] } | string {
  const scripts: Given[] = [];
  for (const { key, value } of given) {
    if (key === 'e') scripts.push({ text: value ?? '', file: null });
    if (key !== 'f' || value === null) continue;
    const text = value === '-' ? context.stdin : context.files.read(value);
    if (text === null) return `sed: couldn't open file ${value}: No such file or directory\n`;
    scripts.push({ text: text.replace(/\n$/, ''), file: value });
  }
  if (scripts.length > 0) return { scripts, names: operands };
  const [script, ...names] = operands;
  return script === undefined ? '' : { scripts: [{ text: script, file: null }], names };
}

/** What GNU sed calls the place of a character. */
function placeOf(scripts: readonly Given[], char: number): string {
  let [left, expressions] = [char, 0];
  let place = '';
  for (const { text, file } of scripts) {
    if (file === null) expressions += 1;
    place =
      file === null
        ? `-e expression #${expressions}, char ${left}`
        : `file ${file} line ${text.slice(0, left).split('\n').length}`;
    if (char === 0 || left <= text.length) break;
    left -= text.length + 1;
  }
  return place;
}

interface Files {
  readonly names: readonly string[];
  readonly isInPlace: boolean;
  readonly suffix: string;
  readonly isSeparate: boolean;
}

function edit(
  script: Pick<SedRun, 'commands' | 'isQuiet' | 'end'>,
  { names, isInPlace, suffix, isSeparate }: Files,
  context: ProgramContext,
): ProgramResult {
  const output = new Output();
  const written = new Map<string, string>();
  let exitCode = 0;
  const run: SedRun = {
    ...script,
    read: (path) => (path === '/dev/stdin' ? context.stdin : context.files.read(path)),
    write: (path, text) => void written.set(path, (written.get(path) ?? '') + text),
  };
  // A file that is written to is there and empty, whether or not a line comes to it.
  for (const { name, text, substitution } of script.commands) {
    const path = name === 'w' || name === 'W' ? text : (substitution?.file ?? null);
    if (path !== null && path !== '/dev/stdout') written.set(path, '');
  }
  const inputs: { readonly name: string; readonly lines: InputLine[] }[] = [];
  for (const name of names.length === 0 ? ['-'] : names) {
    const kind = name === '-' ? 'file' : context.files.status(name)?.kind;
    const text = name === '-' ? context.stdin : kind === 'directory' ? null : context.files.read(name);
    if (kind === 'directory' && isInPlace) {
      output.complain(`sed: couldn't edit ${name}: not a regular file\n`);
      exitCode = 4;
    } else if (text === null || kind === undefined) {
      output.complain(
        kind === 'directory'
          ? `sed: read error on ${name}: Is a directory\n`
          : `sed: can't read ${name}: No such file or directory\n`,
      );
      exitCode = kind === 'directory' ? 4 : 2;
    } else inputs.push({ name, lines: linesOf(text, name, script.end) });
  }
  const memory: Memory = emptyMemory();
  const parts = isSeparate ? inputs : [{ name: '-', lines: joined(inputs.flatMap(({ lines }) => lines)) }];
  for (const { name, lines } of parts) {
    const result = runSed(run, lines, memory);
    memory.ranges.clear();
    if (isInPlace && name !== '-') {
      const path = context.files.absolute(name);
      if (suffix !== '') keep(path, suffix, context);
      context.apply({ type: 'write', node: context.node, path, text: result.text });
      memory.isOpen = false;
    } else output.print(result.text);
    if (result.complaint !== null) output.complain(result.complaint);
    if (result.exitCode === null) continue;
    exitCode = result.exitCode;
    break;
  }
  for (const [path, text] of written) {
    if (path === '/dev/stderr') output.complain(text);
    else if (!path.startsWith('/dev/'))
      context.apply({ type: 'write', node: context.node, path: context.files.absolute(path), text });
  }
  return output.result(exitCode);
}

/** The file as it was, under its other name: `-i.bak`, `-i 'old/*'`. */
function keep(path: string, suffix: string, context: ProgramContext): void {
  const cut = path.lastIndexOf('/') + 1;
  const base = path.slice(cut);
  const kept = suffix.includes('*') ? suffix.replaceAll('*', base) : base + suffix;
  const target = context.files.absolute(kept.includes('/') ? kept : path.slice(0, cut) + kept);
  const mode = context.files.status(path)?.mode ?? 0o644;
  context.apply({ type: 'write', node: context.node, path: target, text: context.files.read(path) ?? '' });
  context.apply({ type: 'chmod', node: context.node, path: target, mode });
}

function linesOf(text: string, file: string, end: string): InputLine[] {
  if (text === '') return [];
  const isEnded = text.endsWith(end);
  const lines = (isEnded ? text.slice(0, -1) : text).split(end);
  return lines.map((line, index) => ({ text: line, isEnded: isEnded || index < lines.length - 1, file }));
}

/** Of several files only the last may leave its last line without an end. */
function joined(lines: readonly InputLine[]): InputLine[] {
  return lines.map((line, index) => (index < lines.length - 1 ? { ...line, isEnded: true } : line));
}
