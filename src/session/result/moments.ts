import type { WorldEvent } from '#engine/world/event.ts';
import type { World } from '#engine/world/world.ts';
import type { PlayedStep, Run } from '../run.ts';

/** More moments than this are not judged one by one: a class has hundreds of runs. */
const MOST_MOMENTS = 24;

/** Whoever looks at a class looks at minutes. */
const MINUTE = 60_000;

/**
 * The moments of a run at which something may have come to be otherwise, as numbers of steps done: the last of each minute,
 * since nobody is told more than the minute. In a long run some of them, spread evenly, the last among them.
 */
export function momentsOf({ played, start }: Run): readonly number[] {
  const byMinute = new Map<number, number>();
  for (const [index, step] of played.entries()) {
    if (!isTelling(step, played[index - 1]?.world ?? start)) continue;
    byMinute.set(Math.floor((step.world.now - start.now) / MINUTE), index + 1);
  }
  const all = [...byMinute.values()];
  if (all.length <= MOST_MOMENTS) return all;
  return Array.from({ length: MOST_MOMENTS }, (_, index) => {
    const place = Math.round(((index + 1) * all.length) / MOST_MOMENTS) - 1;
    return all[place] ?? 0;
  });
}

/** Whether a step did something: looked, asked and waited is not enough unless the world moved on by itself. */
export function isTelling({ step, world }: PlayedStep, before: World): boolean {
  return step.kind === 'reply' || step.events.some(isDeed) || movedOn(before, world);
}

function isDeed(event: WorldEvent): boolean {
  if (event.type === 'advance' || event.type === 'request') return false;
  return event.type !== 'api-request' || event.request.method !== 'GET';
}

/** A kubelet that came up or went down while time passed, or objects that controllers changed. */
function movedOn(before: World, after: World): boolean {
  if (before.cluster.objects !== after.cluster.objects) return true;
  return Object.entries(after.nodes).some(([name, { kubelet }]) => {
    const old = before.nodes[name]?.kubelet;
    return old?.process !== kubelet.process || old.state !== kubelet.state;
  });
}
