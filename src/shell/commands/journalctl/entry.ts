import type { Host } from '#engine/host/host.ts';
import type { JournalLine } from '#engine/host/journal.ts';
import { journalTime, messageText } from '#engine/host/journalText.ts';
import { clockText, rfc3339, utcParts } from '#engine/time.ts';
import { systemdDate } from '../systemdTime.ts';

/** An entry of the journal: one line that a program wrote. */
export interface Entry {
  readonly at: number;
  readonly unit: string;
  readonly identifier: string;
  readonly pid: number;
  /** 0 emerg to 7 debug. */
  readonly priority: number;
  readonly message: string;
}

/** The unit of systemd itself. */
const MANAGER = 'init.scope';

/** The entries of a line: a program that writes several lines makes as many entries. */
export function entriesOf(line: JournalLine): readonly Entry[] {
  const { at, identifier, pid } = line;
  // What systemd says of itself belongs to no unit.
  const unit =
    identifier === 'systemd' && /^Reloading(?: requested from .*)?\.\.\.$/.test(line.text) ? MANAGER : line.unit;
  const priority = priorityOf(line);
  return messageText(line)
    .split('\n')
    .map((message) => ({ at, unit, identifier, pid, priority, message }));
}

/** What a program writes to its standard error is `info` to journald, however grave; only systemd's own lines say more. */
function priorityOf({ identifier, level, text }: JournalLine): number {
  const isSystemd = identifier === 'systemd' || identifier.startsWith('(');
  if (!isSystemd || level === 'I' || level === 'raw') return 6;
  if (level === 'E' || level === 'F') return 3;
  return text.includes('Main process exited, code=exited') ? 5 : 4;
}

/** Output modes of `journalctl -o` that are modelled. */
export const OUTPUT_MODES = [
  'short',
  'short-full',
  'short-iso',
  'short-iso-precise',
  'short-precise',
  'short-monotonic',
  'short-unix',
  'with-unit',
  'verbose',
  'json',
  'json-pretty',
  'cat',
] as const;
export type OutputMode = (typeof OUTPUT_MODES)[number];

/** An entry as `journalctl` prints it, without its line end; `withHost` false leaves the host's name out. */
export function entryText(entry: Entry, mode: OutputMode, host: Host, withHost: boolean): string {
  switch (mode) {
    case 'cat':
      return entry.message;
    case 'json':
      return JSON.stringify(fieldsOf(entry, host));
    case 'json-pretty':
      return prettyJson(fieldsOf(entry, host));
    case 'verbose':
      return verbose(entry, host);
    default:
      return `${stamp(entry.at, mode, host)} ${withHost ? `${host.hostname} ` : ''}${speaker(entry, mode)}: ${entry.message}`;
  }
}

function speaker({ unit, identifier, pid }: Entry, mode: OutputMode): string {
  if (mode !== 'with-unit') return `${identifier}[${pid}]`;
  return `${pid === 1 ? 'init.scope' : unit}/${identifier}[${pid}]`;
}

function stamp(at: number, mode: OutputMode, { bootedAt }: Host): string {
  const micros = `${String(utcParts(at).millisecond).padStart(3, '0')}000`;
  const seconds = (span: number): string => `${Math.floor(span / 1000)}.${micros}`;
  const iso = `${rfc3339(at).slice(0, 10)}T${clockText(at)}`;
  switch (mode) {
    case 'short-precise':
      return `${journalTime(at)}.${micros}`;
    case 'short-iso':
      return `${iso}+00:00`;
    case 'short-iso-precise':
      return `${iso}.${micros}+00:00`;
    case 'short-full':
    case 'with-unit':
      return systemdDate(at);
    case 'short-unix':
      return seconds(at);
    case 'short-monotonic':
      return `[${seconds(at - bootedAt).padStart(12)}]`;
    default:
      return journalTime(at);
  }
}

/** The fields that journald keeps of an entry, those that the world knows. */
function fieldsOf(entry: Entry, host: Host): Readonly<Record<string, string>> {
  const { at, unit, identifier, pid, priority, message } = entry;
  const isSystemd = pid === 1;
  return {
    __REALTIME_TIMESTAMP: `${at}000`,
    __MONOTONIC_TIMESTAMP: `${at - host.bootedAt}000`,
    PRIORITY: String(priority),
    SYSLOG_FACILITY: '3',
    SYSLOG_IDENTIFIER: identifier,
    _TRANSPORT: isSystemd ? 'journal' : 'stdout',
    _HOSTNAME: host.hostname,
    _UID: '0',
    _GID: '0',
    _PID: String(pid),
    _COMM: identifier,
    _EXE: isSystemd ? '/usr/lib/systemd/systemd' : '/usr/bin/kubelet',
    _SYSTEMD_UNIT: isSystemd ? 'init.scope' : unit,
    ...(unit === MANAGER
      ? {}
      : isSystemd
        ? { UNIT: unit }
        : { _SYSTEMD_CGROUP: `/system.slice/${unit}`, _SYSTEMD_SLICE: 'system.slice' }),
    MESSAGE: message,
  };
}

function prettyJson(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `\t${JSON.stringify(name)} : ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

function verbose(entry: Entry, host: Host): string {
  const micros = `${String(utcParts(entry.at).millisecond).padStart(3, '0')}000`;
  const fields = Object.entries(fieldsOf(entry, host)).filter(([name]) => !name.startsWith('__'));
  const head = systemdDate(entry.at).replace(' UTC', `.${micros} UTC`);
  return [head, ...fields.map(([name, value]) => `    ${name}=${value}`)].join('\n');
}

/** Whether an entry is of a unit: written by it, or by systemd about it. */
export function isOfUnit(entry: Entry, fits: (unit: string) => boolean): boolean {
  return fits(entry.unit) || (entry.pid === 1 && fits(MANAGER));
}
