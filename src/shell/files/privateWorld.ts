import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { Trace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';

/** A copy of a world for one typed line: what the line does happens here first, and is told as events. */
export interface PrivateWorld {
  world(): World;
  /** Steps the copy. A write that follows a write of the same file takes its place, as if the file had been written once. */
  apply(event: WorldEvent): Trace;
  /** What was done so far, in order; playing it on the world given makes the same world again. */
  events(): readonly WorldEvent[];
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
      const stepped = step(world, event);
      before = world;
      world = stepped.world;
      events.push(event);
      return stepped.trace;
    },
    events: () => [...events],
  };
}
