import { releaseOf } from '../../versions/release.ts';
import { parseQuery } from '../endpoints/goUrl.ts';
import { type Handled, type HandlerContext, headerOf } from '../endpoints/handler.ts';
import { HANDLERS } from '../endpoints/handlers.table.ts';
import { forMethod } from '../endpoints/reply.ts';
import { WEB_SERVICES } from '../endpoints/webService.table.ts';
import { matchTemplate, refusal } from '../endpoints/webService.ts';
import type { HttpAnswer } from '../exchange.ts';
import type { Facts, Journey, StageRecord, StageResult } from '../stage.ts';

/** The last gate: go-restful's own refusals, then the endpoint. What it does to process and node comes as `carry`. */
export function handle(journey: Journey): StageResult {
  const { world, process, listener, request, route } = journey;
  const node = world.nodes[journey.node];
  if (process === null || listener === null || route === null || node === undefined) {
    throw new Error('handle needs a process, a listener and a route: connect and route first');
  }
  const services = Object.hasOwn(WEB_SERVICES, route.endpoint) ? WEB_SERVICES[route.endpoint] : undefined;
  if (services !== undefined) {
    const refused = refusal(matchTemplate(services, route.path), request.method, headerOf(request, 'Accept'));
    if (refused !== null)
      return { record: judge(route.endpoint, { answer: refused }), answer: forMethod(refused, request.method) };
  }
  const context: HandlerContext = {
    world,
    node,
    process,
    role: listener.role,
    request,
    route,
    query: parseQuery(route.query),
    release: releaseOf(process.version),
  };
  const handler = HANDLERS[route.endpoint];
  if (handler === undefined) throw new Error(`no handler for endpoint ${route.endpoint}`);
  const handled = handler(context);
  return {
    record: judge(route.endpoint, handled),
    answer: forMethod(handled.answer, request.method),
    carry: {
      ...(handled.process === undefined ? {} : { process: handled.process }),
      ...(handled.writes === undefined ? {} : { writes: handled.writes }),
    },
    ...(handled.log === undefined ? {} : { log: handled.log }),
  };
}

/** The stage's record: what the answer's status says about the handler. */
function judge(endpoint: string, { answer, causes = [] }: Handled): StageRecord {
  const entry = (reason: StageRecord['reason'], facts: Facts): StageRecord => ({
    stage: 'handle',
    verdict: 'answered',
    reason,
    facts,
    causes,
  });
  const allow = answer.headers.find(([name]) => name === 'Allow')?.[1];
  if (allow !== undefined) return entry('method-not-allowed', { allow });
  if (answer.body.startsWith('406: Not Acceptable')) return entry('not-acceptable', {});
  if (answer.status < 400) return entry('served', { endpoint });
  return entry('handler-refused', { status: answer.status, text: firstLine(answer) });
}

function firstLine(answer: HttpAnswer): string {
  return answer.body.split('\n', 1)[0] ?? '';
}
