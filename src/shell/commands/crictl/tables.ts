import type { ContainerView, SandboxView } from '#engine/controlplane/containersOf.ts';
import { textOf } from '../answer.ts';
import { humanDuration } from './duration.ts';

/** Rows as crictl lays them out: columns of 20 letters at least, three blanks between. Models Go's text/tabwriter. */
export function crictlTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(20, ...rows.map((row) => (row[index]?.length ?? 0) + 3)));
  return textOf(
    rows.map((row) =>
      row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join(''),
    ),
  );
}

/** An id as tables show it. */
export function shortId(id: string, whole: boolean): string {
  const bare = id.replace(/^sha256:/, '');
  return whole ? bare : bare.slice(0, 13);
}

/** `crictl ps` */
export function containerTable(containers: readonly ContainerView[], now: number, whole: boolean): string {
  const head = ['CONTAINER', 'IMAGE', 'CREATED', 'STATE', 'NAME', 'ATTEMPT', 'POD ID', 'POD', 'NAMESPACE'];
  const rows = containers.map((one) => [
    shortId(one.id, whole),
    shortId(one.imageId, whole),
    `${humanDuration(now - one.createdAt)} ago`,
    one.state === 'running' ? 'Running' : 'Exited',
    one.name,
    String(one.attempt),
    shortId(one.podId, whole),
    one.podName,
    one.namespace,
  ]);
  return crictlTable([head, ...rows]);
}

/** `crictl pods` */
export function sandboxTable(sandboxes: readonly SandboxView[], now: number, whole: boolean): string {
  const head = ['POD ID', 'CREATED', 'STATE', 'NAME', 'NAMESPACE', 'ATTEMPT', 'RUNTIME'];
  const rows = sandboxes.map((one) => [
    shortId(one.id, whole),
    `${humanDuration(now - one.createdAt)} ago`,
    'Ready',
    one.name,
    one.namespace,
    String(one.attempt),
    '(default)',
  ]);
  return crictlTable([head, ...rows]);
}
