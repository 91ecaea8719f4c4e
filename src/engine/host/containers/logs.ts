import { rfc3339Nano } from '../../time.ts';
import { written } from './lifetime.ts';
import { type ContainerRuntime, containerId, type PodRuntime } from './pods.ts';

/** A line of a container's log. Times are milliseconds since the epoch. */
export interface ContainerLogLine {
  readonly at: number;
  readonly stream: 'stdout' | 'stderr';
  /** With its line end, if it had one. */
  readonly text: string;
}

/** What the present or last attempt of a container has logged, or the one before it. */
export function containerLog(container: ContainerRuntime, previous: boolean, now: number): readonly ContainerLogLine[] {
  const { life } = container;
  const startedAt = previous ? (life.previous?.startedAt ?? life.startedAt) : life.startedAt;
  if (container.blocked !== null) return [];
  const run = previous && container.previousRun ? container.previousRun : container.run;
  return written(run, startedAt, now).flatMap(({ at, stream, text }) =>
    text
      .split(/(?<=\n)/)
      .filter((line) => line !== '')
      .map((line) => ({ at, stream, text: line })),
  );
}

/** The log files below `/var/log` that the runtime keeps for a node's pods: path → text. */
export function podLogFiles(pods: readonly PodRuntime[], now: number): Readonly<Record<string, string>> {
  const files: [string, string][] = [];
  for (const pod of pods) {
    for (const container of pod.containers) {
      if (container.blocked !== null) continue;
      const text = containerLog(container, false, now)
        .map(
          ({ at, stream, text: line }) =>
            `${rfc3339Nano(at)} ${stream} ${line.endsWith('\n') ? 'F' : 'P'} ${line.trimEnd()}\n`,
        )
        .join('');
      const { restarts } = container.life;
      const id = containerId(pod, container, restarts);
      files.push([`/var/log/pods/${pod.namespace}_${pod.name}_${pod.uid}/${container.name}/${restarts}.log`, text]);
      files.push([`/var/log/containers/${pod.name}_${pod.namespace}_${container.name}-${id}.log`, text]);
    }
  }
  return Object.fromEntries(files);
}
