import type { HttpRequest } from '../../kubelet/exchange.ts';
import type { ApiTrace } from '../../world/trace.ts';
import type { World } from '../../world/world.ts';

/** What a request to the API server made of the world, and its journey. */
export interface ApiStep {
  readonly world: World;
  readonly trace: ApiTrace;
}

/** Sends a request to the cluster's API server from a client on `node`. A request that is refused changes nothing. */
export function serveApi(world: World, node: string, request: HttpRequest): ApiStep {
  const trace: ApiTrace = {
    kind: 'api',
    node,
    at: world.now,
    request,
    stages: [{ stage: 'connect', verdict: 'answered', reason: 'api-down', facts: {}, causes: [] }],
    subject: null,
    answer: { kind: 'refused' },
    onward: null,
    journal: [],
  };
  return { world, trace };
}
