import type { FileEntryView } from '#session/view/files.ts';

/** The files whose path holds what was typed, those first in which it begins a name. */
export function foundFiles(files: readonly FileEntryView[], typed: string): readonly FileEntryView[] {
  const sought = typed.trim().toLowerCase();
  const place = (path: string): number => (path.toLowerCase().includes(`/${sought.replace(/^\//, '')}`) ? 0 : 1);
  return files
    .filter(({ path }) => path.toLowerCase().includes(sought))
    .sort((left, right) => place(left.path) - place(right.path));
}

/** Whether what was typed is the whole path of a file that is not there. */
export function isNewPath(files: readonly FileEntryView[], typed: string): boolean {
  const path = typed.trim();
  return path.startsWith('/') && path.length > 1 && !files.some((file) => file.path === path);
}
