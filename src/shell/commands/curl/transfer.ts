import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { type Piece, piecesOf, streamsOf } from '../../written.ts';
import type { CurlEvent, CurlPlan, Prepared } from './plan.ts';
import { presentCurl } from './present.ts';

/** A call of curl from its first request to its end. */
export interface Transferred {
  readonly stdout: string;
  readonly stderr: string;
  /** The same in the order in which it was printed. */
  readonly written: readonly Piece[];
  readonly exitCode: number;
  /** Requests and files written, in order. */
  readonly events: readonly WorldEvent[];
  /** The last request's journey; null when curl sent none. */
  readonly trace: RequestTrace | ApiTrace | null;
}

/** A call makes no more requests than this: several URLs, redirects. */
const MOST_REQUESTS = 60;

/**
 * Makes the requests of a call one after the other. The world given stays as it is; the events tell how it goes on. `take`
 * makes each step.
 */
export function transfer(prepared: Prepared, before: World, node: string, take = step): Transferred {
  if (prepared.kind === 'done') {
    const { stdout, stderr, exitCode } = prepared;
    return { stdout, stderr, written: piecesOf(prepared), exitCode, events: [], trace: null };
  }
  const events: WorldEvent[] = [];
  let world = before;
  const written: Piece[] = [];
  let exitCode = 0;
  let trace: Transferred['trace'] = null;
  let next: { readonly event: CurlEvent; readonly plan: CurlPlan } | null = prepared;
  for (let count = 0; next !== null && count < MOST_REQUESTS; count += 1) {
    const result = take(world, next.event);
    world = result.world;
    events.push(next.event);
    if (result.trace.kind === 'action') break;
    const presented = presentCurl(next.plan, result.trace, world);
    for (const { path, text } of presented.files) {
      const write = { type: 'write', node, path, text } as const;
      world = step(world, write).world;
      events.push(write);
    }
    written.push(...presented.written);
    exitCode = presented.exitCode;
    trace = result.trace;
    next = presented.again;
  }
  return { ...streamsOf(written), written, exitCode, events, trace };
}
