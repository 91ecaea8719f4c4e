import { objectAt, textAt } from '../apiserver/json.ts';
import { objects } from '../host/containers/podDefaults.ts';
import { type Files, isDirectory, readText } from '../host/files.ts';
import type { JsonObject } from '../json.ts';

/** A file as a program in a container finds it: its text, or why it cannot be read, in Go's words (`open /x: no such …`). */
export type ContainerFile = { readonly text: string } | { readonly error: string };

/** Reads files by the paths that a container's program knows. */
export type ContainerView = (path: string) => ContainerFile;

/**
 * The files that a container sees: those of the node below its `hostPath` mounts, and nothing else, as the images of a control
 * plane hold nothing that their programs read. A missing source of a mount is made as a folder.
 */
export function containerView(spec: JsonObject, container: JsonObject, files: Files): ContainerView {
  const sources = new Map(
    objects(spec.volumes).map(
      (volume) => [textAt(volume, 'name'), textAt(objectAt(volume, 'hostPath'), 'path')] as const,
    ),
  );
  const mounts = objects(container.volumeMounts)
    .map((mount) => ({
      at: clean(textAt(mount, 'mountPath')),
      from: clean(`${sources.get(textAt(mount, 'name')) ?? ''}/${textAt(mount, 'subPath')}`),
      known: (sources.get(textAt(mount, 'name')) ?? '') !== '',
    }))
    .filter(({ known }) => known)
    .sort((left, right) => right.at.length - left.at.length);
  return (given) => {
    const path = clean(given);
    const mount = mounts.find(({ at }) => path === at || path.startsWith(at === '/' ? '/' : `${at}/`));
    if (mount === undefined) return { error: `open ${given}: no such file or directory` };
    const real = clean(mount.from + path.slice(mount.at === '/' ? 0 : mount.at.length));
    const text = readText(files, real);
    if (text !== null) return { text };
    return isDirectory(files, real) || path === mount.at
      ? { error: `read ${given}: is a directory` }
      : { error: `open ${given}: no such file or directory` };
  };
}

/** What keeps a pod's volumes from being mounted, in the kubelet's words; null when all can be. Models pkg/volume/hostpath, v1.36. */
export function volumeError(spec: JsonObject, files: Files): string | null {
  for (const volume of objects(spec.volumes)) {
    const source = objectAt(volume, 'hostPath');
    const path = clean(textAt(source, 'path'));
    const isFile = readText(files, path) !== null;
    const isFolder = isDirectory(files, path);
    const wrong = TYPES[textAt(source, 'type')]?.(isFile, isFolder);
    if (wrong === undefined || wrong === null) continue;
    return `MountVolume.SetUp failed for volume "${textAt(volume, 'name')}" : hostPath type check failed: ${textAt(source, 'path')} is not a ${wrong}`;
  }
  return null;
}

/** hostPath types that make nothing: what the path is not, or null when it is. */
const TYPES: Readonly<Record<string, (isFile: boolean, isFolder: boolean) => string | null>> = {
  Directory: (_, isFolder) => (isFolder ? null : 'directory'),
  DirectoryOrCreate: (isFile) => (isFile ? 'directory' : null),
  File: (isFile) => (isFile ? null : 'file'),
  FileOrCreate: (_, isFolder) => (isFolder ? 'file' : null),
  Socket: () => 'socket file',
  CharDevice: () => 'character device',
  BlockDevice: () => 'block device',
};

function clean(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}
