import { allGiven, isGiven, lastGiven, readOptions } from '../../commands/getopt.ts';
import { failed, Output, type ProgramContext, type ProgramResult, type ShellProgram } from '../program.ts';
import { below } from './chmod.ts';
import { fits } from './wildcard.ts';

const OPTIONS = [
  { key: 'E', short: 'E', long: 'extended-regexp' },
  { key: 'F', short: 'F', long: 'fixed-strings' },
  { key: 'G', short: 'G', long: 'basic-regexp' },
  { key: 'P', short: 'P', long: 'perl-regexp' },
  { key: 'e', short: 'e', long: 'regexp', argument: 'required' },
  { key: 'f', short: 'f', long: 'file', argument: 'required' },
  { key: 'i', short: 'i', long: 'ignore-case' },
  { key: 'i', short: 'y' },
  { key: 'case', long: 'no-ignore-case' },
  { key: 'w', short: 'w', long: 'word-regexp' },
  { key: 'x', short: 'x', long: 'line-regexp' },
  { key: 'v', short: 'v', long: 'invert-match' },
  { key: 'c', short: 'c', long: 'count' },
  { key: 'l', short: 'l', long: 'files-with-matches' },
  { key: 'L', short: 'L', long: 'files-without-match' },
  { key: 'm', short: 'm', long: 'max-count', argument: 'required' },
  { key: 'o', short: 'o', long: 'only-matching' },
  { key: 'q', short: 'q', long: 'quiet' },
  { key: 'q', long: 'silent' },
  { key: 's', short: 's', long: 'no-messages' },
  { key: 'n', short: 'n', long: 'line-number' },
  { key: 'b', short: 'b', long: 'byte-offset' },
  { key: 'H', short: 'H', long: 'with-filename' },
  { key: 'h', short: 'h', long: 'no-filename' },
  { key: 'Z', short: 'Z', long: 'null' },
  { key: 'T', short: 'T', long: 'initial-tab' },
  { key: 'A', short: 'A', long: 'after-context', argument: 'required' },
  { key: 'B', short: 'B', long: 'before-context', argument: 'required' },
  { key: 'C', short: 'C', long: 'context', argument: 'required' },
  { key: 'r', short: 'r', long: 'recursive' },
  { key: 'r', short: 'R', long: 'dereference-recursive' },
  { key: 'include', long: 'include', argument: 'required' },
  { key: 'exclude', long: 'exclude', argument: 'required' },
  { key: 'exclude-dir', long: 'exclude-dir', argument: 'required' },
  { key: 'd', short: 'd', long: 'directories', argument: 'required' },
  { key: 'none', short: 'a', long: 'text' },
  { key: 'none', short: 'I' },
  { key: 'none', short: 'U', long: 'binary' },
  { key: 'none', long: 'line-buffered' },
  { key: 'none', long: 'color', argument: 'optional' },
  { key: 'none', long: 'colour', argument: 'optional' },
] as const;

const USAGE = "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n";

/** The options of a command line, once they are known to be right. */
interface Asked {
  readonly has: (key: string) => boolean;
  /** What the interpreter's grep is run with before a file's name. */
  readonly matcher: readonly string[];
  readonly before: number;
  readonly after: number;
  readonly most: number;
  readonly isNamed: boolean;
}

/**
 * Looks for lines. The interpreter's own grep says which lines match; files, context, counts and complaints are told here, in
 * the order of GNU's. Models GNU grep 3.8.
 */
export const grep: ShellProgram = search('grep', null);
/** The old names for `grep -E` and `grep -F`. */
export const egrep: ShellProgram = search('egrep', 'E');
export const fgrep: ShellProgram = search('fgrep', 'F');

function search(name: string, kind: 'E' | 'F' | null): ShellProgram {
  return {
    name,
    async start(parameters, context) {
      const numbered = parameters.map((word) => word.replace(/^-(\d+)$/, '-C$1'));
      const read = readOptions('grep', numbered, OPTIONS);
      if (!read.ok) return failed(`${read.message}\n${USAGE}`, 2);
      const { given } = read;
      const has = (key: string): boolean => isGiven(given, key);
      const lists = allGiven(given, 'f').map((file) => (file === '-' ? context.stdin : context.files.read(file)));
      const missing = allGiven(given, 'f')[lists.indexOf(null)];
      if (missing !== undefined) return failed(`grep: ${missing}: No such file or directory\n`, 2);
      const operands = [...read.operands];
      const isTold = has('e') || has('f');
      const first = isTold ? undefined : operands.shift();
      if (!isTold && first === undefined) return failed(USAGE, 2);
      const patterns = [
        ...allGiven(given, 'e'),
        ...lists.map((text) => (text ?? '').replace(/\n$/, '')),
        ...(first === undefined ? [] : [first]),
      ];
      for (const key of ['A', 'B', 'C', 'm']) {
        const value = lastGiven(given, key);
        if (value !== null && !/^\d+$/.test(value))
          return failed(
            key === 'm' ? 'grep: invalid max count\n' : `grep: ${value}: invalid context length argument\n`,
            2,
          );
      }
      const around = Number(lastGiven(given, 'C') ?? 0);
      const names = operands.length > 0 ? operands : [has('r') ? '' : '-'];
      const asked: Asked = {
        has,
        matcher: matcherOf(
          patterns.flatMap((text) => text.split('\n')),
          kind ?? (['P', 'E', 'F'] as const).find(has) ?? 'G',
          has,
        ),
        before: Number(lastGiven(given, 'B') ?? around),
        after: Number(lastGiven(given, 'A') ?? around),
        most: Number(lastGiven(given, 'm') ?? Number.POSITIVE_INFINITY),
        isNamed:
          !has('h') &&
          (has('H') ||
            names.length > 1 ||
            (has('r') && (names[0] === '' || context.files.status(names[0] ?? '')?.kind === 'directory'))),
      };
      const skips = {
        include: allGiven(given, 'include'),
        exclude: allGiven(given, 'exclude'),
        directories: allGiven(given, 'exclude-dir'),
      };
      return await inFiles(
        names.flatMap((each) => filesOf(each, has('r'), skips, context)),
        asked,
        context,
      );
    },
  };
}

/** One pattern and its flags for many: alternatives. A basic expression becomes an extended one. */
function matcherOf(patterns: readonly string[], kind: 'G' | 'E' | 'F' | 'P', has: Asked['has']): readonly string[] {
  const flags = [...'iwx'].filter(has).map((flag) => `-${flag}`);
  const [only = ''] = patterns;
  if (kind === 'F' && patterns.length === 1) return [...flags, '-F', '-e', only];
  const extended =
    kind === 'G'
      ? patterns.map(extendedOf)
      : kind === 'F'
        ? patterns.map(literalOf)
        : patterns.map((text) => text.replace(/\\[<>]/g, '\\b'));
  return [...flags, kind === 'P' ? '-P' : '-E', '-e', extended.join('|')];
}

function literalOf(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A basic regular expression as an extended one: what a backslash makes special there is special here without it. */
function extendedOf(basic: string): string {
  let out = '';
  let isStart = true;
  for (const [piece] of basic.matchAll(/\[\^?\]?(?:\[[:.=][^\]]*\]|[^\]])*\]|\\[\s\S]|[\s\S]/g)) {
    if (/^\\[(){}|+?]$/.test(piece)) out += piece.slice(1);
    else if (/^\\[<>]$/.test(piece)) out += '\\b';
    else if (/^[(){}|+?]$/.test(piece) || (piece === '*' && isStart) || (piece === '^' && !isStart))
      out += `\\${piece}`;
    else out += piece;
    isStart = piece === '\\(' || piece === '\\|' || (isStart && piece === '^');
  }
  return out;
}

interface Skips {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly directories: readonly string[];
}

/** The files that a name stands for: itself, or with `-r` all below it. */
function filesOf(name: string, deep: boolean, skips: Skips, context: ProgramContext): readonly string[] {
  const base = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? path;
  const isLeft = (path: string): boolean =>
    (skips.include.length > 0 && !skips.include.some((glob) => fits(glob, base(path)))) ||
    skips.exclude.some((glob) => fits(glob, base(path)));
  if (name !== '' && (!deep || context.files.status(name)?.kind !== 'directory'))
    return isLeft(name) && name !== '-' ? [] : [name];
  const inside = name === '' ? [...context.files.names('.')].sort() : below(name, context);
  return inside.flatMap((path) => {
    if (context.files.status(path)?.kind !== 'directory') return isLeft(path) ? [] : [path];
    return skips.directories.some((glob) => fits(glob, base(path))) ? [] : filesOf(path, true, skips, context);
  });
}

async function inFiles(names: readonly string[], asked: Asked, context: ProgramContext): Promise<ProgramResult> {
  const { has } = asked;
  const output = new Output();
  let isFound = false;
  let hasFailed = false;
  let isFirst = true;
  for (const name of names) {
    const shown = name === '-' ? '(standard input)' : name;
    const status = name === '-' ? null : context.files.status(name);
    const substituted = name !== '-' && status === null ? await context.substituted(name) : null;
    if (status?.kind === 'directory' || (name !== '-' && status === null && substituted === null)) {
      hasFailed = true;
      if (!has('s'))
        output.complain(`grep: ${name}: ${status === null ? 'No such file or directory' : 'Is a directory'}\n`);
      if (status?.kind === 'directory' && has('L')) output.print(`${name}\n`);
      if (status?.kind === 'directory' && has('c')) output.print(`${asked.isNamed ? `${name}:` : ''}0\n`);
      continue;
    }
    const text = name === '-' ? context.stdin : (substituted ?? context.files.read(name) ?? '');
    const matched = await matchesIn(text, name, asked, context);
    if (matched.lines === null) return failed(matched.stderr, 2);
    const { lines, numbers } = matched;
    isFound ||= has('L') ? numbers.length === 0 : numbers.length > 0;
    if (has('q')) {
      if (numbers.length > 0) return { stdout: '', stderr: '', exitCode: 0 };
      continue;
    }
    const end = has('Z') ? '\0' : '\n';
    const prefix = (separator: string): string => (asked.isNamed ? `${shown}${has('Z') ? '\0' : separator}` : '');
    if (has('l') || has('L')) {
      if (has('L') ? numbers.length === 0 : numbers.length > 0) output.print(`${shown}${end}`);
      continue;
    }
    if (has('c')) {
      output.print(`${prefix(':')}${numbers.length}\n`);
      continue;
    }
    let last = -1;
    const wanted = new Set(numbers);
    for (const number of inContext(numbers, lines.length, has('o') ? { ...asked, before: 0, after: 0 } : asked)) {
      const isGap = asked.before + asked.after > 0 && (last < 0 ? !isFirst : number !== last + 1);
      if (isGap && !has('o')) output.print('--\n');
      const separator = wanted.has(number) ? ':' : '-';
      const offset = has('b') ? `${lines.slice(0, number).join('\n').length + (number > 0 ? 1 : 0)}${separator}` : '';
      const head = `${prefix(separator)}${has('n') ? `${number + 1}${separator}` : ''}${offset}${has('T') ? '\t' : ''}`;
      for (const piece of has('o') ? (matched.pieces.get(number) ?? []) : [lines[number] ?? ''])
        output.print(`${head}${piece}\n`);
      last = number;
    }
    if (last >= 0) isFirst = false;
  }
  return output.result(hasFailed ? 2 : isFound ? 0 : 1);
}

/** Which lines of a text match, counted from 0, and with `-o` what of them. */
async function matchesIn(text: string, name: string, { has, matcher, most }: Asked, context: ProgramContext) {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const onlyParts = has('o') && !has('v');
  const words = ['-n', '-h', ...(onlyParts ? ['-o'] : []), ...matcher, '--', ...(name === '-' ? [] : [name])];
  const { stdout, stderr, exitCode } = await context.original(words);
  if (exitCode > 1) return { lines: null, stderr: complaint(stderr, matcher.at(-1) ?? '') };
  const pieces = new Map<number, string[]>();
  for (const [, number = '', piece = ''] of stdout.matchAll(/^(\d+):(.*)$/gm)) {
    const at = Number(number) - 1;
    pieces.set(at, [...(pieces.get(at) ?? []), piece]);
  }
  const found = has('v') ? lines.map((_, at) => at).filter((at) => !pieces.has(at)) : [...pieces.keys()];
  return { lines, numbers: found.slice(0, most), pieces: onlyParts ? pieces : new Map<number, readonly string[]>() };
}

/** GNU's words for an expression that is none. */
function complaint(stderr: string, pattern: string): string {
  if (!stderr.includes('invalid regular expression')) return stderr;
  const bare = pattern.replace(/\[\^?\]?[^\]]*\]/g, '');
  const group = bare.replace(/\\./g, '');
  const open = group.split('(').length - group.split(')').length;
  if (open > 0) return 'grep: Unmatched ( or \\(\n';
  if (open < 0) return 'grep: Unmatched ) or \\)\n';
  return bare.endsWith('\\') ? 'grep: Trailing backslash\n' : 'grep: Invalid regular expression\n';
}

/** Lines that match with those around them, each once. */
function inContext(
  numbers: readonly number[],
  count: number,
  { before, after }: Pick<Asked, 'before' | 'after'>,
): readonly number[] {
  if (before + after === 0) return numbers;
  const shown = new Set<number>();
  for (const number of numbers)
    for (let at = Math.max(0, number - before); at <= Math.min(count - 1, number + after); at += 1) shown.add(at);
  return [...shown].sort((one, other) => one - other);
}
