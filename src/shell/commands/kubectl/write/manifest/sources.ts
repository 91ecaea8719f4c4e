import { type Files, isDirectory, readText, walk } from '#engine/host/files.ts';
import { absolutePath } from '../../../../paths.ts';
import { noSuchHost } from '../../client/noSuchHost.ts';
import { failed, type Result } from '../../kubeError.ts';

/** A manifest's text, and how kubectl names where it came from: the path as typed, `STDIN`. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Where manifests are read. */
export interface Desk {
  readonly files: Files;
  readonly workingDirectory: string;
  readonly stdin: string;
}

const EXTENSIONS = /\.(json|yaml|yml)$/;

/**
 * The texts that `-f` names, in order; a directory stands for its manifests, with `recursive` also for those of
 * directories in it. A path that is not there ends all. Models ExpandPathsToFileVisitors in cli-runtime, v0.36.
 */
export function readSources(names: readonly string[], recursive: boolean, desk: Desk): Result<readonly Source[]> {
  const sources: Source[] = [];
  for (const name of names) {
    if (name === '-') {
      sources.push({ name: 'STDIN', text: desk.stdin });
      continue;
    }
    if (/^https?:\/\//.test(name)) return failed(unreachable(name));
    const path = absolutePath(desk.workingDirectory, name);
    const text = path === '/dev/null' ? '' : readText(desk.files, path);
    if (text !== null) sources.push({ name, text });
    else if (isDirectory(desk.files, path)) {
      const found = manifestsIn(name, path, recursive, desk.files);
      if (found.length === 0)
        return failed(`error reading [${name}]: recognized file extensions are [.json .yaml .yml]`);
      sources.push(...found);
    } else return failed(`the path ${JSON.stringify(name)} does not exist`);
  }
  return { ok: true, value: sources };
}

/** No machine but the cluster's own answers here. */
function unreachable(url: string): { readonly kind: 'url'; operation: string; url: string; error: string } {
  const host = /^https?:\/\/([^/:]*)/.exec(url)?.[1] ?? '';
  const error = /^[0-9.]+$/.test(host) ? `dial tcp ${host}: connect: connection refused` : noSuchHost(host);
  return { kind: 'url', operation: 'Get', url, error };
}

function manifestsIn(name: string, path: string, recursive: boolean, files: Files): readonly Source[] {
  const base = name.replace(/\/+$/, '');
  return walk(files, path).flatMap((file) => {
    const inner = file.slice(path === '/' ? 1 : path.length + 1);
    if (!EXTENSIONS.test(inner) || (!recursive && inner.includes('/'))) return [];
    return [{ name: `${base}/${inner}`, text: readText(files, file) ?? '' }];
  });
}
