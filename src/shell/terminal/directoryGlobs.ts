import type { NodeFileSystem } from '../files/fileSystem.ts';
import { absolutePath } from '../paths.ts';
import { fits } from './programs/wildcard.ts';

type Files = Pick<NodeFileSystem, 'names' | 'status'>;

interface Tree {
  readonly [key: string]: unknown;
}

/**
 * Puts the directories that patterns with a slash at their end fit in place of the patterns: the interpreter forgets the slash, and
 * takes files, too. What fits nothing stays a pattern. Names are those of now, so a loop that changes directories sees these.
 */
export function withDirectoryGlobs<T>(node: T, files: Files, cwd: string): T {
  const visit = (each: unknown): unknown => {
    if (Array.isArray(each))
      return each.flatMap((item) => (isTree(item) ? (wordsOf(item, files, cwd) ?? visit(item)) : item));
    if (!isTree(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([key, value]) => [key, visit(value)]));
  };
  return visit(node) as T;
}

/** The words that a pattern of directories becomes; null when the word is none, or nothing fits. */
function wordsOf({ type, parts }: Tree, files: Files, cwd: string): readonly Tree[] | null {
  if (type !== 'Word' || !Array.isArray(parts) || !parts.some((part) => part?.type === 'Glob')) return null;
  if (!parts.every((part) => part?.type === 'Glob' || part?.type === 'Literal')) return null;
  const pattern = parts.map((part) => String(part.pattern ?? part.value ?? '')).join('');
  if (!pattern.endsWith('/') || pattern.includes('**')) return null;
  const found = fitting(pattern, files, cwd);
  return found.length === 0 ? null : found.map((value) => ({ type: 'Word', parts: [{ type: 'Literal', value }] }));
}

function fitting(pattern: string, files: Files, cwd: string): readonly string[] {
  let paths: readonly string[] = [pattern.startsWith('/') ? '/' : ''];
  for (const segment of pattern.split('/').filter((each) => each !== '')) {
    const isPlain = !/[*?[]/.test(segment);
    const names = (path: string): readonly string[] =>
      isPlain
        ? [segment]
        : [...files.names(absolutePath(cwd, path))]
            .filter((name) => (segment.startsWith('.') || !name.startsWith('.')) && fits(segment, name))
            .sort();
    paths = paths.flatMap((path) =>
      names(path)
        .map((name) => `${path}${name}/`)
        .filter((each) => files.status(absolutePath(cwd, each))?.kind === 'directory'),
    );
  }
  return paths;
}

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
