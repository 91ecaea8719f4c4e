import { podLogFiles } from '../../host/containers/logs.ts';
import type { HandlerContext } from './handler.ts';
import { workload } from './workload.ts';

/** The files below `/var/log` as root sees them: the node's own, and those that the runtime keeps for pods. */
export interface LogTree {
  readonly texts: Readonly<Record<string, { readonly text: string; readonly at: number }>>;
  readonly paths: readonly string[];
}

/** Gathers them for a node at the world's present. */
export function logTree(context: HandlerContext): LogTree {
  const { node, world, process } = context;
  const texts: Record<string, { text: string; at: number }> = {};
  const { files } = node.host;
  const own = Object.keys(files).filter((path) => path.startsWith('/var/log/'));
  for (const path of own) {
    const entry = files[path];
    if (entry?.kind === 'file') texts[path] = { text: entry.text, at: entry.modifiedAt };
  }
  for (const [path, text] of Object.entries(podLogFiles(workload(context).pods, world.now))) {
    texts[path] = { text, at: process.startedAt };
  }
  return { texts, paths: [...new Set([...Object.keys(texts), ...own])] };
}
