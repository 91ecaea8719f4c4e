import { remembering } from '../pki/memo.ts';
import { clockText, monthName, utcParts } from '../time.ts';
import type { JournalLine } from './journal.ts';

/**
 * What klog puts in front of a kubelet's line: `I1124 09:09:30.963906   31842 server.go:545] `, with its blank at the
 * end. Raw lines and other programs' have none. The world counts milliseconds, so the last three digits of the time are 0.
 * Models klog v2, textlogger's header.
 */
export function klogHeader(line: JournalLine): string {
  if (line.level === 'raw' || line.source === '') return '';
  return `${line.level}${klogTime(line.at)} ${String(line.pid).padStart(7)} ${line.source}] `;
}

/** Lines come by dozens at the same moment. */
const klogTime: (at: number) => string = remembering(64, (at) => {
  const { month, day, millisecond } = utcParts(at);
  return `${two(month)}${two(day)} ${clockText(at)}.${String(millisecond).padStart(3, '0')}000`;
});

/** What a program wrote for a line of the journal, header included. */
export function messageText(line: JournalLine): string {
  return klogHeader(line) + line.text;
}

/** `Nov 24 09:14:32 node01 kubelet[812]: `, as `journalctl` puts it in front of a message. */
export function journalPrefix(line: JournalLine, hostname: string): string {
  return `${journalTime(line.at)} ${hostname} ${line.identifier}[${line.pid}]: `;
}

/** `Nov 24 09:14:32` */
export const journalTime: (at: number) => string = remembering(
  64,
  (at) => `${monthName(at)} ${two(utcParts(at).day)} ${clockText(at)}`,
);

/**
 * A journal line as `journalctl` prints it. A program that writes to its standard error gets one entry per line,
 * so a text of several lines becomes as many entries.
 */
export function journalText(line: JournalLine, hostname: string): string {
  const prefix = journalPrefix(line, hostname);
  return messageText(line)
    .split('\n')
    .map((text) => prefix + text)
    .join('\n');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
