import { isDirectory } from '#engine/host/files.ts';
import type { World } from '#engine/world/world.ts';
import { absolutePath } from '../../paths.ts';
import type { Finished } from './finished.ts';
import { nodeOf } from './hosts.ts';
import { headerBlock } from './httpText.ts';
import { outputName } from './transferReport.ts';

/** A file that the line writes, by its absolute path. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** The body where it goes: the screen or a file, headers before it when asked for. */
export function outputOf(
  finished: Finished,
  world: World,
): { readonly stdout: string; readonly files: readonly WrittenFile[]; readonly warning: string } {
  const { plan, written, body, follow } = finished;
  const { options, setting, transfer } = plan;
  const block =
    written === null || written.headers.length + (finished.answer?.bare === true ? 1 : 0) === 0
      ? ''
      : headerBlock(written);
  const files: WrittenFile[] = [];
  const add = (name: string, text: string): void => {
    const path = absolutePath(setting.workingDirectory, name);
    if (path !== '/dev/null') files.push({ path, text });
  };
  if (options.dumpHeader !== null && follow === null && written !== null && options.dumpHeader !== '-') {
    add(options.dumpHeader, transfer.earlierHeaders + block);
  }
  const dumped = options.dumpHeader === '-' ? block : '';
  const included = options.include || options.head ? block : '';
  const name = outputName(transfer.queued.output, transfer.url);
  if (name === null) return { stdout: dumped + included + body, files, warning: '' };
  if (written === null || follow !== null) return { stdout: dumped, files, warning: '' };
  const earlier = included === '' ? '' : transfer.earlierHeaders;
  const trouble = writeTrouble(world, setting.node, absolutePath(setting.workingDirectory, name));
  if (trouble !== null) {
    return { stdout: dumped, files, warning: `Warning: Failed to open the file ${name}: ${trouble}\n` };
  }
  add(name, earlier + included + body);
  return { stdout: dumped, files, warning: '' };
}

/** Why a file cannot be written, in the C library's words; null when it can. */
function writeTrouble(world: World, node: string, path: string): string | null {
  const files = nodeOf(world, node)?.host.files ?? {};
  if (path.startsWith('/dev/') || path === '/') return path === '/' ? 'Is a directory' : null;
  if (isDirectory(files, path)) return 'Is a directory';
  const parent = path.slice(0, path.lastIndexOf('/')) || '/';
  const known = parent === '/root' || parent === '/tmp' || isDirectory(files, parent);
  return known ? null : 'No such file or directory';
}
