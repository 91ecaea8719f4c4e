import type { EntryStatus } from '../../files/entry.ts';

/** `-rwsr-xr-x`: what a mode looks like in `ls -l`. */
export function modeText({ kind, mode }: Pick<EntryStatus, 'kind' | 'mode'>): string {
  const bit = (mask: number, letter: string): string => ((mode & mask) === 0 ? '-' : letter);
  const last = (execute: number, special: number, letter: string): string => {
    if ((mode & special) === 0) return bit(execute, 'x');
    return (mode & execute) === 0 ? letter.toUpperCase() : letter;
  };
  const type = kind === 'directory' ? 'd' : kind === 'device' ? 'c' : '-';
  const owner = `${bit(0o400, 'r')}${bit(0o200, 'w')}${last(0o100, 0o4000, 's')}`;
  const group = `${bit(0o040, 'r')}${bit(0o020, 'w')}${last(0o010, 0o2000, 's')}`;
  return `${type}${owner}${group}${bit(0o004, 'r')}${bit(0o002, 'w')}${last(0o001, 0o1000, 't')}`;
}
