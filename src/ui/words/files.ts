/** The words of opening and making files. */
export const FILES = {
  openFile: 'Open file…',
  title: 'Open a file of the node',
  path: 'Path, or a part of it',
  found: 'Files found',
  count: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  create: (path: string) => `Create ${path}`,
  createHint: 'To make a new file, give its whole path.',
} as const;
