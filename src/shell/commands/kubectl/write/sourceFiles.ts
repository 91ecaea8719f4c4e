import { isDirectory, readText, walk } from '#engine/host/files.ts';
import { absolutePath } from '../../../paths.ts';
import type { Invocation } from '../invocation.ts';
import type { SourceFiles } from './generate/keyedData.ts';

/** The node's files as a command in its working directory sees them. */
export function sourceFiles(invocation: Invocation): SourceFiles {
  const files = invocation.files();
  const at = (path: string): string => absolutePath(invocation.context.workingDirectory, path);
  return {
    text: (path) => readText(files, at(path)),
    isDirectory: (path) => isDirectory(files, at(path)),
    list(path) {
      const directory = at(path);
      const prefix = directory === '/' ? 1 : directory.length + 1;
      return walk(files, directory)
        .map((file) => file.slice(prefix))
        .filter((name) => !name.includes('/'));
    },
  };
}
