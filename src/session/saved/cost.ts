import type { WorldEvent } from '#engine/world/event.ts';
import type { SavedRun } from './saved.ts';

/**
 * About how many milliseconds an event takes to play on a slow machine, measured; `bytes` is what the node's files weigh.
 * A wait costs next to nothing unless a kubelet crashes all through it; the clock that watches a replay sees to those.
 */
function cost(event: WorldEvent, bytes: number): number {
  const reading = bytes / 200;
  switch (event.type) {
    case 'restart':
    case 'start':
      return 25 + reading;
    case 'request':
    case 'api-request':
      return REQUEST + (event.request.body?.length ?? 0) / 1000;
    case 'daemon-reload':
      return 2 + reading / 10;
    case 'upgrade':
      return 1;
    default:
      return 0.1;
  }
}

const REQUEST = 8;

/** More than this, in milliseconds, is not replayed for a stranger. */
export const MOST_COST = 12_000;

/** About how long a run takes to replay, in milliseconds, from its events alone. Steps ahead count: redo plays them. */
export function replayCost(saved: SavedRun): number {
  const weights = new Map<string, number>();
  let bytes = 0;
  let sum = 0;
  for (const step of saved.steps) {
    for (const event of step.events) {
      if (event.type === 'write') {
        bytes += event.text.length - (weights.get(event.path) ?? 0);
        weights.set(event.path, event.text.length);
      }
      sum += cost(event, bytes);
    }
  }
  return sum;
}
