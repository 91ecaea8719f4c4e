import { monthName, utcParts } from '#engine/time.ts';
import { isGiven, readOptions } from '../../commands/getopt.ts';
import type { EntryStatus } from '../../files/entry.ts';
import { piecesOf } from '../../written.ts';
import { failed, type NodeFiles, type ProgramContext, type ProgramResult, type ShellProgram } from '../program.ts';
import { quoted } from '../words.ts';
import { inColumns } from './columns.ts';
import { modeText } from './mode.ts';

const OPTIONS = [
  ...['all:a', 'almost-all:A', 'directory:d', 'human-readable:h', 'reverse:r', 'recursive:R', 'size:s', 'classify:F']
    .map((option) => option.split(':'))
    .map(([long = '', short = '']) => ({ key: short, long, short })),
  ...['1', 'l', 't', 'S', 'g', 'o', 'x', 'C', 'U', 'X', 'p', 'i', 'c', 'u'].map((short) => ({ key: short, short })),
  { key: 'n', short: 'n', long: 'numeric-uid-gid' },
  { key: 'G', short: 'G', long: 'no-group' },
  { key: 'full-time', long: 'full-time' },
  { key: 'color', long: 'color', argument: 'optional' },
  { key: 'time-style', long: 'time-style', argument: 'required' },
  { key: 'sort', long: 'sort', argument: 'required' },
  { key: 'w', short: 'w', long: 'width', argument: 'required' },
] as const;

interface Named {
  readonly links: number;
  readonly name: string;
  readonly path: string;
  readonly status: EntryStatus;
}

/** Lists files as GNU's ls does, without colours; names in the order of the C locale. Models coreutils 9.1. */
export const ls: ShellProgram = {
  name: 'ls',
  start(parameters, context) {
    const read = readOptions('ls', parameters, OPTIONS);
    if (!read.ok) return failed(`${read.message}\nTry 'ls --help' for more information.\n`, 2);
    const has = (key: string): boolean => isGiven(read.given, key);
    const style = styleOf(has, context);
    const operands = read.operands.length === 0 ? ['.'] : read.operands;
    const found = operands.map((name) => ({
      name,
      path: name,
      status: context.files.status(name),
      links: linksOf(name, context.files),
    }));
    const stderr = found
      .filter(({ status }) => status === null)
      .map(({ name }) => `ls: cannot access '${name}': No such file or directory\n`)
      .join('');
    const there = found.filter((each): each is Named => each.status !== null);
    const single = sorted(
      there.filter(({ status }) => has('d') || status.kind !== 'directory'),
      has,
    );
    const directories = sorted(
      there.filter((each) => !single.includes(each)),
      has,
    );
    const blocks = single.length === 0 ? [] : [listing(single, style, false)];
    const titled = has('R') || operands.length > 1;
    for (const { path } of directories) blocks.push(...directory(path, context.files, { has, style, titled }));
    return result(blocks.join('\n'), stderr);
  },
};

function result(stdout: string, stderr: string): ProgramResult {
  // What is not there is told before anything is listed.
  const written = [...piecesOf({ stdout: '', stderr }), ...piecesOf({ stdout, stderr: '' })];
  return { stdout, stderr, written, exitCode: stderr === '' ? 0 : 2 };
}

type Has = (key: string) => boolean;

interface Style {
  readonly isLong: boolean;
  readonly width: number | null;
  readonly has: Has;
  readonly now: number;
  readonly isQuoted: boolean;
}

function styleOf(has: Has, { terminal, world }: ProgramContext): Style {
  const isLong = has('l') || has('n') || has('g') || has('o') || has('full-time');
  const isWide = !has('1') && (terminal.stdout || has('C') || has('x'));
  return { isLong, width: isWide ? terminal.columns : null, has, now: world.now, isQuoted: terminal.stdout };
}

/** A directory's listing, with a title when there are several, and those below it with -R. */
function directory(
  path: string,
  files: NodeFiles,
  options: { readonly has: Has; readonly style: Style; readonly titled: boolean },
): readonly string[] {
  const { has, style, titled } = options;
  const dots = has('a') ? ['.', '..'] : [];
  const names = files.names(path).filter((name) => has('a') || has('A') || !name.startsWith('.'));
  const entries = [...dots, ...names].flatMap((name): readonly Named[] => {
    const status = files.status(`${path}/${name}`);
    const below = path.endsWith('/') ? `${path}${name}` : `${path}/${name}`;
    return status === null ? [] : [{ name, path: below, status, links: linksOf(below, files) }];
  });
  const order = sorted(entries, has);
  const title = titled ? `${path}:\n` : '';
  const below = has('R') ? order.filter(({ name, status }) => status.kind === 'directory' && !dots.includes(name)) : [];
  return [title + listing(order, style, true), ...below.flatMap((each) => directory(each.path, files, options))];
}

/** A directory has two names of its own, and one in each directory that lies in it. */
function linksOf(path: string, files: NodeFiles): number {
  if (files.status(path)?.kind !== 'directory') return 1;
  return 2 + files.names(path).filter((name) => files.status(`${path}/${name}`)?.kind === 'directory').length;
}

function sorted(entries: readonly Named[], has: Has): readonly Named[] {
  const byName = (a: Named, b: Named): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const compare = has('t')
    ? (a: Named, b: Named) => b.status.modifiedAt - a.status.modifiedAt || byName(a, b)
    : has('S')
      ? (a: Named, b: Named) => b.status.size - a.status.size || byName(a, b)
      : byName;
  const order = has('U') ? [...entries] : entries.toSorted(compare);
  return has('r') ? order.toReversed() : order;
}

function listing(entries: readonly Named[], style: Style, isTotalled: boolean): string {
  const { has } = style;
  const shown = entries.map((entry) => shownName(entry, style));
  const blocks = entries.map(({ status }) => Math.ceil(status.size / 4096) * 4);
  const total = has('h')
    ? human(blocks.reduce((sum, each) => sum + each, 0) * 1024)
    : String(blocks.reduce((sum, each) => sum + each, 0));
  const head = isTotalled && (style.isLong || has('s')) ? `total ${total}\n` : '';
  if (style.isLong)
    return (
      head +
      longLines(entries, shown, style)
        .map((line) => `${line}\n`)
        .join('')
    );
  if (style.width === null || style.width === 0) return head + shown.map((name) => `${name}\n`).join('');
  return head + inColumns(shown, style.width);
}

function shownName({ name, status }: Named, { isQuoted, has }: Style): string {
  const mark =
    has('F') || has('p') ? (status.kind === 'directory' ? '/' : has('F') && isProgram(status) ? '*' : '') : '';
  // `~` and `#` mean something at the beginning only.
  return (isQuoted && !/^[\w.][\w./:=@%+,~#-]*$/.test(name) ? quoted(name) : name) + mark;
}

function isProgram({ kind, mode }: EntryStatus): boolean {
  return kind === 'file' && (mode & 0o111) !== 0;
}

function longLines(entries: readonly Named[], shown: readonly string[], { has, now }: Style): readonly string[] {
  const rows = entries.map(({ status, name, links }, index) => [
    modeText(status),
    String(links),
    ...(has('g') ? [] : [status.owner]),
    ...(has('o') || has('G') ? [] : [status.group]),
    has('h') ? human(status.size) : String(status.size),
    has('full-time') ? fullTime(status.modifiedAt) : shortTime(status.modifiedAt, now),
    shown[index] ?? name,
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const size = row.length - 3;
    return row
      .map((cell, column) => {
        if (column === row.length - 1 || column === 0) return cell;
        return column === 1 || column === size ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
      })
      .join(' ');
  });
}

const HALF_A_YEAR = (365.2425 * 86_400_000) / 2;

/** `Nov 24 09:00`, or with the year when it is older than half a year or lies ahead. */
function shortTime(at: number, now: number): string {
  const { year, day, hour, minute } = utcParts(at);
  const isRecent = at > now - HALF_A_YEAR && at <= now;
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `${monthName(at)} ${String(day).padStart(2)} ${isRecent ? clock : String(year).padStart(5)}`;
}

/** `2026-11-24 09:00:00.000000000 +0000` */
export function fullTime(at: number): string {
  const { year, month, day, hour, minute, second, millisecond } = utcParts(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}.${String(millisecond).padStart(3, '0')}000000 +0000`;
}

/** `4.0K`: rounded up, as -h does. */
export function human(bytes: number): string {
  if (bytes < 1024) return String(bytes);
  let size = bytes;
  for (const unit of ['K', 'M', 'G', 'T']) {
    size /= 1024;
    if (size < 1024) return `${size < 10 ? (Math.ceil(size * 10) / 10).toFixed(1) : Math.ceil(size)}${unit}`;
  }
  return `${Math.ceil(size)}T`;
}
