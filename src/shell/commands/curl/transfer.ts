import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { CurlEvent, CurlPlan, Prepared } from './plan.ts';
import { presentCurl } from './present.ts';

/** A call of curl from its first request to its end. */
export interface Transferred {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** Requests and files written, in order. */
  readonly events: readonly WorldEvent[];
  /** The last request's journey; null when curl sent none. */
  readonly trace: RequestTrace | ApiTrace | null;
}

/** A call makes no more requests than this: several URLs, redirects. */
const MOST_REQUESTS = 60;

/** Makes the requests of a call one after the other. The world given stays as it is; the events tell how it goes on. */
export function transfer(prepared: Prepared, before: World, node: string): Transferred {
  if (prepared.kind === 'done') {
    const { stdout, stderr, exitCode } = prepared;
    return { stdout, stderr, exitCode, events: [], trace: null };
  }
  const events: WorldEvent[] = [];
  let world = before;
  let told: Transferred = { stdout: '', stderr: '', exitCode: 0, events, trace: null };
  let next: { readonly event: CurlEvent; readonly plan: CurlPlan } | null = prepared;
  for (let count = 0; next !== null && count < MOST_REQUESTS; count += 1) {
    const result = step(world, next.event);
    world = result.world;
    events.push(next.event);
    if (result.trace.kind === 'action') break;
    const presented = presentCurl(next.plan, result.trace, world);
    for (const { path, text } of presented.files) {
      const write = { type: 'write', node, path, text } as const;
      world = step(world, write).world;
      events.push(write);
    }
    told = {
      stdout: told.stdout + presented.stdout,
      stderr: told.stderr + presented.stderr,
      exitCode: presented.exitCode,
      events,
      trace: result.trace,
    };
    next = presented.again;
  }
  return told;
}
