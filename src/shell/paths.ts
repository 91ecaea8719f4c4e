import type { Files } from '#engine/host/files.ts';
import { isDirectory, readText } from '#engine/host/files.ts';

/** An absolute, clean path of a name as typed in a directory. */
export function absolutePath(directory: string, name: string): string {
  const out: string[] = [];
  for (const part of (name.startsWith('/') ? name : `${directory}/${name}`).split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return `/${out.join('/')}`;
}

/** What opening a file for reading gives: its text, or why there is none. */
export type Opened = { readonly text: string } | { readonly missing: 'no-file' | 'directory' };

/** Opens a name as root does in a directory; `/dev/null` is empty. */
export function openFile(files: Files, directory: string, name: string): Opened {
  const path = absolutePath(directory, name);
  if (path === '/dev/null') return { text: '' };
  const text = readText(files, path);
  if (text !== null) return { text };
  return { missing: isDirectory(files, path) ? 'directory' : 'no-file' };
}
