import { MACHINE } from '#engine/host/machine.table.ts';
import { clockText, monthName, unixDate, utcParts } from '#engine/time.ts';
import type { Process } from '../processes.ts';

/** A column of `ps`. `width` 0 = as wide as it is, the last. */
export interface Column {
  readonly header: string;
  readonly width: number;
  readonly align: 'left' | 'right';
  text(process: Process, now: number): string;
}

const DAY = 86_400_000;

const column = (header: string, width: number, align: Column['align'], text: Column['text']): Column => ({
  header,
  width,
  align,
  text,
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** `09:48`, or `Nov24` for what started more than a day ago. */
function started({ startedAt }: Process, now: number): string {
  if (now - startedAt < DAY) return clockText(startedAt).slice(0, 5);
  return `${monthName(startedAt)}${two(utcParts(startedAt).day)}`;
}

function hours({ used }: Process): string {
  const seconds = Math.floor(used / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
}

function minutes({ used }: Process): string {
  const seconds = Math.floor(used / 1000);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

function elapsed({ startedAt }: Process, now: number): string {
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1000));
  const days = Math.floor(seconds / 86_400);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  if (days > 0) return `${days}-${clock}`;
  return seconds >= 3600 ? clock : clock.slice(3);
}

function share({ used, startedAt }: Process, now: number): number {
  return now <= startedAt ? 0 : (used * 100) / (now - startedAt);
}

function userText({ user }: Process): string {
  return user.length > 8 ? `${user.slice(0, 7)}+` : user;
}

const USER = column('USER', 8, 'left', userText);
const ARGS = column('COMMAND', 0, 'left', ({ command }) => command);
const NAME = column('COMMAND', 15, 'left', ({ name }) => name);
const TIME = column('TIME', 8, 'right', hours);
const STAT = column('STAT', 4, 'left', ({ state }) => state);
const CPU = column('%CPU', 4, 'right', (process, now) => share(process, now).toFixed(1));
const MEMORY = column('%MEM', 4, 'right', ({ resident }) => ((resident * 102_400) / MACHINE.memoryBytes).toFixed(1));
const TTY = column('TTY', 8, 'left', ({ tty }) => tty);

/** Columns by the words of `-o`. Models procps 4's src/ps/output.c. */
export const COLUMNS: Readonly<Record<string, Column>> = {
  pid: column('PID', 7, 'right', ({ pid }) => String(pid)),
  ppid: column('PPID', 7, 'right', ({ parent }) => String(parent)),
  user: USER,
  euser: { ...USER, header: 'EUSER' },
  uname: USER,
  uid: column('UID', 5, 'right', ({ user }) => (user === 'root' ? '0' : /^\d+$/.test(user) ? user : '998')),
  args: ARGS,
  command: ARGS,
  cmd: { ...ARGS, header: 'CMD' },
  comm: NAME,
  ucmd: { ...NAME, header: 'CMD' },
  ucomm: NAME,
  pcpu: CPU,
  '%cpu': CPU,
  c: column('C', 2, 'right', (process, now) => String(Math.floor(share(process, now)))),
  pmem: MEMORY,
  '%mem': MEMORY,
  rss: column('RSS', 5, 'right', ({ resident }) => String(resident)),
  rssize: column('RSS', 5, 'right', ({ resident }) => String(resident)),
  vsz: column('VSZ', 6, 'right', ({ virtual }) => String(virtual)),
  tty: { ...TTY, header: 'TT' },
  tt: { ...TTY, header: 'TT' },
  tname: TTY,
  stat: STAT,
  state: column('S', 1, 'left', ({ state }) => state.slice(0, 1)),
  s: column('S', 1, 'left', ({ state }) => state.slice(0, 1)),
  start: column('STARTED', 8, 'right', ({ startedAt }) => clockText(startedAt)),
  start_time: column('START', 5, 'left', started),
  stime: column('STIME', 5, 'left', started),
  lstart: column('STARTED', 24, 'right', ({ startedAt }) => unixDate(startedAt).replace(' UTC', '')),
  time: TIME,
  cputime: TIME,
  bsdtime: column('TIME', 6, 'right', minutes),
  etime: column('ELAPSED', 11, 'right', elapsed),
  etimes: column('ELAPSED', 7, 'right', ({ startedAt }, now) =>
    String(Math.max(0, Math.floor((now - startedAt) / 1000))),
  ),
  ni: column('NI', 3, 'right', () => '0'),
  pri: column('PRI', 3, 'right', () => '19'),
};

/** The columns of the usual lists, by their words. */
export const LISTS = {
  plain: ['pid', 'tname', 'time', 'ucmd'],
  bsd: ['pid', 'tname', 'stat', 'bsdtime', 'args'],
  user: ['user', 'pid', '%cpu', '%mem', 'vsz', 'rss', 'tname', 'stat', 'start_time', 'bsdtime', 'args'],
  full: ['uid-name', 'pid', 'ppid', 'c', 'stime', 'tname', 'time', 'cmd'],
} as const;

/** The list's first column in `-f`. */
export const UID_NAME: Column = { ...USER, header: 'UID' };

/** Rows with their header; the last column is not filled up. Lines are cut at `width`. */
export function psTable(
  columns: readonly Column[],
  processes: readonly Process[],
  now: number,
  width: number,
): readonly string[] {
  const cells = processes.map((process) => columns.map((one) => one.text(process, now)));
  const headers = columns.map(({ header }) => header);
  const rows = headers.every((header) => header === '') ? cells : [headers, ...cells];
  return rows.map((row) => {
    const line = row
      .map((cell, index) => {
        const one = columns[index];
        if (one === undefined) return cell;
        const size = Math.max(one.width, one.header.length);
        if (one.align === 'right') return cell.padStart(size);
        return index === columns.length - 1 ? cell : cell.padEnd(size);
      })
      .join(' ');
    return line.length > width ? line.slice(0, width) : line;
  });
}
