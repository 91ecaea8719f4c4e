import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { prepareCurl } from '#shell/commands/curl/prepare.ts';
import { presentCurl } from '#shell/commands/curl/present.ts';

/** A line that was asked: the events it means, and what the terminal shows. */
export interface Asked {
  readonly events: readonly WorldEvent[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The last request's journey; null when curl sent none. */
  readonly trace: RequestTrace | null;
}

/** A line makes no more requests than this: several URLs, redirects. */
const MOST_REQUESTS = 60;

/** Where lines are typed. */
const HOME = '/root';

/** Types a curl line on a node. The world given stays as it is; the events tell how it goes on. */
export function ask(line: string, before: World, node: string): Asked {
  const prepared = prepareCurl(line, { world: before, node, workingDirectory: HOME });
  if (prepared.kind === 'done') return { ...prepared, events: [], trace: null };

  const events: WorldEvent[] = [];
  let world = before;
  let next: { readonly event: WorldEvent; readonly plan: typeof prepared.plan } | null = prepared;
  let told: Asked = { events, stdout: '', stderr: '', exitCode: 0, trace: null };
  while (next !== null && events.length < MOST_REQUESTS) {
    const result = step(world, next.event);
    world = result.world;
    events.push(next.event);
    if (result.trace.kind !== 'request') break;
    const presented = presentCurl(next.plan, result.trace, world);
    for (const { path, text } of presented.files) {
      const write = { type: 'write', node, path, text } as const;
      world = step(world, write).world;
      events.push(write);
    }
    told = {
      events,
      stdout: told.stdout + presented.stdout,
      stderr: told.stderr + presented.stderr,
      exitCode: presented.exitCode,
      trace: result.trace,
    };
    next = presented.again;
  }
  return told;
}
