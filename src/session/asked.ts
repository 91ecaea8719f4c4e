import type { WorldEvent } from '#engine/world/event.ts';
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
  /** The last request's journey; null when curl sent none, or asked the API server last. */
  readonly trace: RequestTrace | null;
  /** The last request's journey through the API server; null when a kubelet was asked last. */
  readonly api: ApiTrace | null;
}

/** Where lines are typed. */
const HOME = '/root';

/** Types a curl line on a node. The world given stays as it is; the events tell how it goes on. */
export function ask(line: string, before: World, node: string): Asked {
  const { trace, ...told } = transfer(prepareCurl(line, { world: before, node, workingDirectory: HOME }), before, node);
  return {
    ...told,
    trace: trace?.kind === 'request' ? trace : null,
    api: trace?.kind === 'api' ? trace : null,
  };
}
