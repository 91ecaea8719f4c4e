import { textAt } from '../config/effective.ts';
import { manifestProblems } from '../host/containers/manifest.ts';
import { type Files, isDirectory, writeText } from '../host/files.ts';
import { KUBELET_UNIT } from '../host/unit.ts';
import { reloadCertificates, watchedFiles } from '../kubelet/reloadCertificates.ts';
import { readManifests } from '../kubelet/start/manifests.ts';
import { journalLines, newLines, type Step, told, withHost, withJournal, withKubelet, withNode } from './change.ts';
import type { WorldEvent } from './event.ts';
import { type Node, nodeNamed, type World } from './world.ts';

type FileEvent = WorldEvent & { readonly type: 'write' | 'remove' | 'chmod' | 'chown' | 'mkdir' };

/** Changes a file as root, and lets a running kubelet see what it watches: its CA, serving pair and static pods. */
export function changeFile(world: World, event: FileEvent): Step {
  const node = nodeNamed(world, event.node);
  if (node === undefined) return { world, trace: told(world, { stderr: `no such node: ${event.node}`, exitCode: 1 }) };
  const changed = applyTo(node.host.files, event, world.now);
  if (changed.error !== undefined) return { world, trace: told(world, { stderr: changed.error, exitCode: 1 }) };
  const seen = noticed(withHost(node, { files: changed.files }), event.path, world.now);
  const next = withNode(world, seen);
  return { world: next, trace: told(next, { journal: newLines(node, seen) }) };
}

function applyTo(files: Files, event: FileEvent, now: number): { readonly files: Files; readonly error?: string } {
  const entry = Object.hasOwn(files, event.path) ? files[event.path] : undefined;
  if (event.type === 'write') {
    if (isDirectory(files, event.path)) return { files, error: `${event.path}: Is a directory` };
    return { files: writeText(files, event.path, event.text, now) };
  }
  if (event.type === 'mkdir') {
    if (entry !== undefined || isDirectory(files, event.path)) return { files, error: `${event.path}: File exists` };
    const made = { kind: 'directory', mode: 0o755, owner: 'root', group: 'root', modifiedAt: now } as const;
    return { files: { ...files, [event.path]: made } };
  }
  if (entry === undefined) return { files, error: `${event.path}: No such file or directory` };
  switch (event.type) {
    case 'remove': {
      const { [event.path]: _, ...rest } = files;
      return { files: rest };
    }
    case 'chmod':
      return { files: { ...files, [event.path]: { ...entry, mode: event.mode & 0o7777 } } };
    case 'chown':
      return { files: { ...files, [event.path]: { ...entry, owner: event.owner, group: event.group } } };
  }
}

/** A running kubelet's reaction to a changed file. Models its fsnotify watches, which see a change within seconds. */
function noticed(node: Node, path: string, now: number): Node {
  const { process } = node.kubelet;
  if (process === null) return node;
  const { files } = node.host;
  const watched = watchedFiles(process).includes(path);
  const reloaded = watched ? reloadCertificates(process, files) : { process, log: [] };
  const manifests = readManifests(files, textAt(process.config, 'staticPodPath'));
  const same = JSON.stringify(manifests) === JSON.stringify(process.manifests);
  if (same && !watched) return node;
  const complaints = same ? [] : manifestProblems(manifests);
  const lines = journalLines([...reloaded.log, ...complaints], {
    at: now,
    unit: KUBELET_UNIT,
    identifier: 'kubelet',
    pid: process.pid,
  });
  return withJournal(withKubelet(node, { process: { ...reloaded.process, manifests } }), lines);
}
