import { type ContainerView, containersOf } from '#engine/controlplane/containersOf.ts';
import { rfc3339Nano } from '#engine/time.ts';
import type { World } from '#engine/world/world.ts';
import type { Follower } from '../../foreground.ts';

/** How a log is shown. */
export interface LogStyle {
  /** At most so many lines, the newest; null = all. */
  readonly tail: number | null;
  readonly timestamps: boolean;
  /** Only what was written from this moment on. */
  readonly since: number | null;
}

/** A container's log by its two streams, as crictl prints it to its own. */
export function logTexts(one: ContainerView, style: LogStyle): { readonly stdout: string; readonly stderr: string } {
  const fresh = one.log.filter(({ at }) => style.since === null || at >= style.since);
  const shown = style.tail === null ? fresh : style.tail === 0 ? [] : fresh.slice(-style.tail);
  const text = (stream: 'stdout' | 'stderr'): string =>
    shown
      .filter((line) => line.stream === stream)
      .map(({ at, text: line }) => (style.timestamps ? `${rfc3339Nano(at)} ${line}` : line))
      .join('');
  return { stdout: text('stdout'), stderr: text('stderr') };
}

/** `crictl logs -f`: prints what a container writes after `seen` lines; ends with the container. */
export function logFollower(node: string, id: string, seen: number, timestamps: boolean): Follower {
  return {
    look(world: World) {
      const one = containersOf(world, node).find((container) => container.id === id);
      if (one === undefined) return { text: '', next: null };
      const lines = one.log.slice(seen).map(({ at, text }) => (timestamps ? `${rfc3339Nano(at)} ${text}` : text));
      return {
        text: lines.join(''),
        next: one.state === 'exited' ? null : logFollower(node, id, one.log.length, timestamps),
      };
    },
  };
}
