import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { prepareCurl } from '#shell/commands/curl/prepare.ts';
import { transfer } from '#shell/commands/curl/transfer.ts';

/** A line that was asked: the events it means, and what the terminal shows. */
export interface Asked {
  readonly events: readonly WorldEvent[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The last request's journey, to a kubelet or to the API server; null when curl sent none. */
  readonly trace: RequestTrace | ApiTrace | null;
}

/** Where lines are typed. */
const HOME = '/root';

/** Types a curl line on a node. The world given stays as it is; the events tell how it goes on. `take` makes each step. */
export function ask(line: string, before: World, node: string, take = step): Asked {
  return transfer(prepareCurl(line, { world: before, node, workingDirectory: HOME }), before, node, take);
}
