import { lastGiven, readOptions } from '../../commands/getopt.ts';
import type { EntryStatus } from '../../files/entry.ts';
import { failed, Output, type ShellProgram } from '../program.ts';
import { groupNumber, userNumber } from './accounts.ts';
import { fullTime } from './ls.ts';
import { modeText } from './mode.ts';

const OPTIONS = [
  { key: 'c', short: 'c', long: 'format', argument: 'required' },
  { key: 'printf', long: 'printf', argument: 'required' },
  { key: 'L', short: 'L', long: 'dereference' },
  { key: 't', short: 't', long: 'terse' },
] as const;

/** Tells what is known of files. A file has one time, its last change, and no inode of its own. Models coreutils 9.1. */
export const stat: ShellProgram = {
  name: 'stat',
  start(parameters, { files }) {
    const read = readOptions('stat', parameters, OPTIONS);
    if (!read.ok) return failed(`${read.message}\nTry 'stat --help' for more information.\n`);
    if (read.operands.length === 0) return failed("stat: missing operand\nTry 'stat --help' for more information.\n");
    const format = lastGiven(read.given, 'c');
    const raw = lastGiven(read.given, 'printf');
    const output = new Output();
    for (const name of read.operands) {
      const status = files.status(name);
      if (status === null) output.complain(`stat: cannot statx '${name}': No such file or directory\n`);
      else if (raw !== null) output.print(formatted(raw.replaceAll('\\n', '\n').replaceAll('\\t', '\t'), name, status));
      else output.print(format === null ? described(name, status) : `${formatted(format, name, status)}\n`);
    }
    return output.result();
  },
};

function kindText({ kind, size }: EntryStatus): string {
  if (kind === 'directory') return 'directory';
  if (kind === 'device') return 'character special file';
  return size === 0 ? 'regular empty file' : 'regular file';
}

function octal(mode: number): string {
  return (mode & 0o7777).toString(8);
}

function described(name: string, status: EntryStatus): string {
  const { size, owner, group, modifiedAt, kind } = status;
  const identity = (number: number | null, text: string): string =>
    `(${String(number ?? 0).padStart(5)}/${text.padStart(8)})`;
  const time = fullTime(modifiedAt);
  return [
    `  File: ${name}`,
    `  Size: ${String(size).padEnd(10)}\tBlocks: ${String(Math.ceil(size / 4096) * 8).padEnd(10)} IO Block: 4096   ${kindText(status)}`,
    `Device: 254,1\tInode: ${String(inode(name)).padEnd(11)} Links: ${kind === 'directory' ? 2 : 1}`,
    `Access: (${octal(status.mode).padStart(4, '0')}/${modeText(status)})  Uid: ${identity(userNumber(owner), owner)}   Gid: ${identity(groupNumber(group), group)}`,
    `Access: ${time}`,
    `Modify: ${time}`,
    `Change: ${time}`,
    ` Birth: ${time}`,
    '',
  ].join('\n');
}

/** A number that stays the same for a name: worlds have no inodes. */
function inode(name: string): number {
  return [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 900_000, 7) + 100_000;
}

function formatted(format: string, name: string, status: EntryStatus): string {
  const { mode, owner, group, size, modifiedAt, kind } = status;
  return format.replace(/%(-?\d*)([a-zA-Z%])/g, (all, width: string, letter: string) => {
    const text = ((): string | null => {
      switch (letter) {
        case 'a':
          return octal(mode);
        case 'A':
          return modeText(status);
        case 'U':
          return owner;
        case 'G':
          return group;
        case 'u':
          return String(userNumber(owner) ?? 0);
        case 'g':
          return String(groupNumber(group) ?? 0);
        case 's':
          return String(size);
        case 'n':
          return name;
        case 'N':
          return `'${name}'`;
        case 'F':
          return kindText(status);
        case 'h':
          return kind === 'directory' ? '2' : '1';
        case 'i':
          return String(inode(name));
        case 'b':
          return String(Math.ceil(size / 4096) * 8);
        case 'B':
          return '512';
        case 'x':
        case 'y':
        case 'z':
        case 'w':
          return fullTime(modifiedAt);
        case 'X':
        case 'Y':
        case 'Z':
        case 'W':
          return String(Math.floor(modifiedAt / 1000));
        case 'f':
          return ((kind === 'directory' ? 0o040000 : 0o100000) | mode).toString(16);
        case '%':
          return '%';
        default:
          return null;
      }
    })();
    if (text === null) return all;
    return width.startsWith('-') ? text.padEnd(Number(width.slice(1))) : text.padStart(Number(width));
  });
}
