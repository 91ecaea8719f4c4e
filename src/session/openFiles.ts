import type { Files } from '#engine/host/files.ts';
import { permissionText } from '#engine/host/permissions.ts';
import { WORDS } from './screen/words.ts';
import type { SessionFiles } from './view/files.ts';

/** What the list of files works on: the node's files as they are, and the tabs. */
export interface OpenFilesInput {
  files(): Files;
  /** The paths that have a tab. */
  tabs(): readonly string[];
  /** Gives a path a tab. */
  open(path: string): void;
  /** Writes an empty file; a step of the learner's. */
  write(path: string): void;
}

/** The node's files, listed, opened and made. */
export function openFiles({ files, tabs, open, write }: OpenFilesInput): SessionFiles {
  const isFile = (path: string): boolean => Object.hasOwn(files(), path) && files()[path]?.kind === 'file';
  return {
    list() {
      const shown = new Set(tabs());
      return Object.entries(files())
        .flatMap(([path, entry]) =>
          entry.kind === 'file'
            ? [{ path, permissions: `${permissionText(entry)} ${entry.owner} ${entry.group}`, open: shown.has(path) }]
            : [],
        )
        .sort((left, right) => (left.path < right.path ? -1 : 1));
    },
    open(path) {
      if (!isFile(path)) return false;
      if (!tabs().includes(path)) open(path);
      return true;
    },
    create(path) {
      const trouble = troubleWith(path, files());
      if (trouble !== null) return trouble;
      open(path);
      if (!isFile(path)) write(path);
      return null;
    },
  };
}

/** The longest path that Linux takes, in characters. */
const LONGEST_PATH = 4095;

/** Why there can be no file at a path; null when there can. */
function troubleWith(path: string, files: Files): string | null {
  if (!path.startsWith('/') || path.length > LONGEST_PATH) return WORDS.notAbsolute;
  const names = path.slice(1).split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a path with one could not be read in a tab
  if (names.some((name) => name === '' || name === '.' || name === '..' || /[\u0000-\u001f]/.test(name)))
    return WORDS.notAbsolute;
  if (Object.hasOwn(files, path) && files[path]?.kind === 'directory') return WORDS.isDirectory(path);
  if (Object.keys(files).some((other) => other.startsWith(`${path}/`))) return WORDS.isDirectory(path);
  const above = names.slice(0, -1).map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
  const blocked = above.find((one) => Object.hasOwn(files, one) && files[one]?.kind === 'file');
  return blocked === undefined ? null : WORDS.isFile(blocked);
}
