import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { Trace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';

/** A line does no more than this: a step of a run has no more events, so that whoever is given one can replay it. */
export const MOST_EVENTS = 1000;

/** A copy of a world for one typed line: what the line does happens here first, and is told as events. */
export interface PrivateWorld {
  world(): World;
  /** Steps the copy; throws when that would be more than {@link MOST_EVENTS}. A write that follows a write of the same file takes its place, as if the file had been written once. */
  apply(event: WorldEvent): Trace;
  /** What was done so far, in order; playing it on the world given makes the same world again. */
  events(): readonly WorldEvent[];
  /** Whether nothing more may be done. */
  isFull(): boolean;
}

/** Opens a copy of a world; the world given stays as it is. */
export function privateWorld(start: World): PrivateWorld {
  let world = start;
  /** The world before the last event. */
  let before = start;
  const events: WorldEvent[] = [];
  return {
    world: () => world,
    apply(event) {
      const last = events.at(-1);
      if (last?.type === 'write' && event.type === 'write' && last.path === event.path && last.node === event.node) {
        events.pop();
        world = before;
      }
      if (events.length >= MOST_EVENTS) throw new Error(`a line does no more than ${MOST_EVENTS} things here`);
      const stepped = step(world, event);
      before = world;
      world = stepped.world;
      events.push(event);
      return stepped.trace;
    },
    events: () => [...events],
    isFull: () => events.length >= MOST_EVENTS,
  };
}
