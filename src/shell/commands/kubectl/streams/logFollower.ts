import { containerLog } from '#engine/host/containers/logs.ts';
import { isRunning } from '#engine/host/containers/podStatus.ts';
import { rfc3339Nano } from '#engine/time.ts';
import type { World } from '#engine/world/world.ts';
import type { Follower } from '../../../foreground.ts';
import { type ContainerPlace, findContainer } from './running.ts';

/** A log that is followed, and how its lines are shown. */
export interface FollowedLog {
  readonly place: ContainerPlace;
  /** In front of each line; '' for none. */
  readonly prefix: string;
  readonly timestamps: boolean;
}

/**
 * Follows logs from now on: each look prints the lines since the one before. A log ends when its container does, or when
 * the kubelet that streams it is another one.
 */
export function logFollower(logs: readonly FollowedLog[], world: World): Follower {
  return follow(
    logs.map((log) => ({ log, stream: streamOf(world, log.place) })),
    world.now,
  );
}

interface Open {
  readonly log: FollowedLog;
  /** Which process of which attempt is followed. */
  readonly stream: string | null;
}

function follow(open: readonly Open[], since: number): Follower {
  return {
    look(world) {
      let text = '';
      const left: Open[] = [];
      for (const one of open) {
        if (streamOf(world, one.log.place) !== one.stream || one.stream === null) continue;
        const found = findContainer(world, one.log.place);
        if (found === null) continue;
        text += linesSince(one.log, containerLog(found.runtime, false, world.now), since);
        if (isRunning(found.runtime)) left.push(one);
      }
      return { text, next: left.length === 0 ? null : follow(left, world.now) };
    },
  };
}

function linesSince(log: FollowedLog, lines: ReturnType<typeof containerLog>, since: number): string {
  return lines
    .filter(({ at }) => at > since)
    .map(({ at, text }) => `${log.prefix}${log.timestamps ? `${rfc3339Nano(at)} ` : ''}${text}`)
    .join('');
}

function streamOf(world: World, place: ContainerPlace): string | null {
  const found = findContainer(world, place);
  if (found === null) return null;
  const pid = world.nodes[found.node]?.kubelet.process?.pid ?? 0;
  return `${pid} ${found.runtime.life.startedAt}`;
}
