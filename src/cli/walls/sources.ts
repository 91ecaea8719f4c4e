import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tool.ts';

/** A source file of the project: path from the root with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** TypeScript, CSS and script sources below folders of the project, in order of path. */
export function sources(...folders: readonly string[]): readonly SourceFile[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  return paths
    .filter((path) => /\.(ts|tsx|mjs|css)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

export function isTest({ path }: SourceFile): boolean {
  return /\.(test|spec)\.tsx?$/.test(path);
}

/** Pure data: one table and no decisions. */
export function isTable({ path }: SourceFile): boolean {
  return /\.(data|table)\.ts$/.test(path) || path.endsWith('.d.ts');
}

export function lineCount({ text }: SourceFile): number {
  return text.split('\n').length - 1;
}
