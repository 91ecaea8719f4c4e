import type { FileEntry } from './files.ts';

const LETTERS = 'rwxrwxrwx';

/** `-rw-r--r--` for a file of mode 0o644, `drwxr-xr-x` for a directory of 0o755; set-id and sticky bits as `ls` has them. */
export function permissionText(entry: Pick<FileEntry, 'kind' | 'mode'>): string {
  const { mode } = entry;
  const letters = [...LETTERS].map((letter, index) => (((mode >> (8 - index)) & 1) === 1 ? letter : '-'));
  const special = (bit: number, place: number, letter: string): void => {
    if ((mode & bit) === 0) return;
    letters[place] = letters[place] === '-' ? letter.toUpperCase() : letter;
  };
  special(0o4000, 2, 's');
  special(0o2000, 5, 's');
  special(0o1000, 8, 't');
  return `${entry.kind === 'directory' ? 'd' : '-'}${letters.join('')}`;
}
