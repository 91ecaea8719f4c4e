import { isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { failed, type ProgramContext, type ProgramResult, printed, type ShellProgram } from '../program.ts';
import { type Change, changesOf } from './changes.ts';
import { fullTime } from './ls.ts';

const OPTIONS = [
  { key: 'u', short: 'u' },
  { key: 'U', short: 'U', long: 'unified', argument: 'optional' },
  { key: 'q', short: 'q', long: 'brief' },
  { key: 's', short: 's', long: 'report-identical-files' },
  { key: 'r', short: 'r', long: 'recursive' },
  { key: 'N', short: 'N', long: 'new-file' },
  { key: 'i', short: 'i', long: 'ignore-case' },
  { key: 'w', short: 'w', long: 'ignore-all-space' },
  { key: 'b', short: 'b', long: 'ignore-space-change' },
  { key: 'B', short: 'B', long: 'ignore-blank-lines' },
  { key: 'color', long: 'color', argument: 'optional' },
  { key: 'label', long: 'label', argument: 'required' },
] as const;

/** Compares files line by line, in the normal or the unified format. Models diffutils 3.8. */
export const diff: ShellProgram = {
  name: 'diff',
  async start(parameters, context) {
    const read = readOptions('diff', parameters, OPTIONS);
    const help = "diff: Try 'diff --help' for more information.\n";
    if (!read.ok) return failed(`${read.message}\n${help}`, 2);
    const [from, to, extra] = read.operands;
    const last = parameters.at(-1) ?? 'diff';
    if (from === undefined || to === undefined) return failed(`diff: missing operand after '${last}'\n${help}`, 2);
    if (extra !== undefined) return failed(`diff: extra operand '${extra}'\n${help}`, 2);
    const open = new Map<string, string>();
    for (const path of [from, to]) {
      const text = path.startsWith('/dev/fd/') ? await context.substituted(path) : null;
      if (text !== null) open.set(path, text);
    }
    return compare(from, to, read.given, { ...context, open });
  },
};

/** What process substitutions left to be read, by path, beside the files. */
interface Comparing extends ProgramContext {
  readonly open: ReadonlyMap<string, string>;
}

type Given = Parameters<typeof isGiven>[0];

function compare(from: string, to: string, given: Given, context: Comparing): ProgramResult {
  const { files } = context;
  const [left, right] = [files.status(from)?.kind === 'directory', files.status(to)?.kind === 'directory'];
  if (left && right) return directories(from, to, given, context);
  const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  if (left) return compare(`${from}/${base(to)}`, to, given, context);
  if (right) return compare(from, `${to}/${base(from)}`, given, context);
  const textAt = (path: string): string | null => {
    const text = path === '-' ? context.stdin : (context.open.get(path) ?? files.read(path));
    return text ?? (isGiven(given, 'N') ? '' : null);
  };
  const [before, after] = [textAt(from), textAt(to)];
  if (before === null || after === null) {
    const missing = [from, to].filter((path) => textAt(path) === null);
    return failed(missing.map((path) => `diff: ${path}: No such file or directory\n`).join(''), 2);
  }
  const [a, b] = [linesOf(before), linesOf(after)];
  const changes = changesOf(a.map(keyOf(given)), b.map(keyOf(given)));
  if (changes.length === 0) return printed(isGiven(given, 's') ? `Files ${from} and ${to} are identical\n` : '');
  if (isGiven(given, 'q')) return { stdout: `Files ${from} and ${to} differ\n`, stderr: '', exitCode: 1 };
  if (!isGiven(given, 'u') && !isGiven(given, 'U')) return { stdout: normal(changes, a, b), stderr: '', exitCode: 1 };
  const time = (path: string): string => fullTime(files.status(path)?.modifiedAt ?? context.world.now);
  const around = Number(lastGiven(given, 'U') ?? 3) || 0;
  const head = `--- ${from}\t${time(from)}\n+++ ${to}\t${time(to)}\n`;
  return { stdout: head + unified(changes, a, b, around), stderr: '', exitCode: 1 };
}

function directories(from: string, to: string, given: Given, context: Comparing): ProgramResult {
  const names = (path: string): readonly string[] => context.files.names(path);
  let stdout = '';
  let exitCode = 0;
  for (const name of [...new Set([...names(from), ...names(to)])].sort()) {
    const missing = [from, to].find((path) => !names(path).includes(name));
    if (missing !== undefined && !isGiven(given, 'N')) {
      stdout += `Only in ${missing === from ? to : from}: ${name}\n`;
      exitCode = 1;
      continue;
    }
    const paths = [`${from}/${name}`, `${to}/${name}`] as const;
    if (paths.every((path) => context.files.status(path)?.kind === 'directory') && !isGiven(given, 'r')) {
      stdout += `Common subdirectories: ${paths[0]} and ${paths[1]}\n`;
      continue;
    }
    const result = compare(paths[0], paths[1], given, context);
    const options = ['r', 'u', 'N'].filter((key) => isGiven(given, key)).map((key) => `-${key} `);
    if (result.stdout !== '' && !isGiven(given, 'q')) stdout += `diff ${options.join('')}${paths.join(' ')}\n`;
    stdout += result.stdout;
    exitCode = Math.max(exitCode, result.exitCode);
  }
  return { stdout, stderr: '', exitCode };
}

function keyOf(given: Given): (line: string) => string {
  const folded = isGiven(given, 'i') ? (line: string) => line.toLowerCase() : (line: string) => line;
  if (isGiven(given, 'w')) return (line) => folded(line).replace(/\s+/g, '');
  return isGiven(given, 'b') ? (line) => folded(line).replace(/\s+/g, ' ').trimEnd() : folded;
}

/** `2c2,3`: in the normal format. */
function normal(changes: readonly Change[], a: readonly string[], b: readonly string[]): string {
  return changes
    .map(({ from, gone, to, come }) => {
      const letter = gone === 0 ? 'a' : come === 0 ? 'd' : 'c';
      const left = gone === 0 ? String(from) : range(from + 1, gone);
      const right = come === 0 ? String(to) : range(to + 1, come);
      const removed = a.slice(from, from + gone).map((line) => text('< ', line));
      const added = b.slice(to, to + come).map((line) => text('> ', line));
      return `${left}${letter}${right}\n${removed.join('')}${letter === 'c' ? '---\n' : ''}${added.join('')}`;
    })
    .join('');
}

function range(first: number, count: number): string {
  return count === 1 ? String(first) : `${first},${first + count - 1}`;
}

/** Lines of a text; one that has no end is marked, since it differs from one that has. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return last === '' ? lines : [...lines, `${last}${ENDLESS}`];
}

const ENDLESS = '\n\\ No newline at end of file';

function text(mark: string, line: string): string {
  return `${mark}${line}\n`;
}

function unified(changes: readonly Change[], a: readonly string[], b: readonly string[], around: number): string {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.from - (last.from + last.gone) <= 2 * around) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks
    .map((hunk) => {
      const [first] = hunk;
      const last = hunk.at(-1);
      if (first === undefined || last === undefined) return '';
      const from = Math.max(0, first.from - around);
      const to = from + first.to - first.from;
      const end = Math.min(a.length, last.from + last.gone + around);
      const endTo = Math.min(b.length, last.to + last.come + around);
      let body = '';
      let at = from;
      for (const { from: place, gone, to: target, come } of hunk) {
        for (; at < place; at += 1) body += text(' ', a[at] ?? '');
        for (let index = 0; index < gone; index += 1, at += 1) body += text('-', a[at] ?? '');
        for (let index = 0; index < come; index += 1) body += text('+', b[target + index] ?? '');
      }
      for (; at < end; at += 1) body += text(' ', a[at] ?? '');
      const shown = (start: number, size: number): string =>
        size === 0 ? `${start},0` : size === 1 ? String(start + 1) : `${start + 1},${size}`;
      return `@@ -${shown(from, end - from)} +${shown(to, endTo - to)} @@\n${body}`;
    })
    .join('');
}
