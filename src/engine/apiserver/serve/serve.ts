import type { Answer, HttpRequest } from '../../kubelet/exchange.ts';
import { utf8Bytes } from '../../pki/bytes.ts';
import type { ApiTrace } from '../../world/trace.ts';
import type { World } from '../../world/world.ts';
import { uidOf } from '../uid.ts';
import { authenticate } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { connect, shakeHands } from './connect.ts';
import { handle } from './handle.ts';
import type { ApiCall, ApiJourney, GateResult, Served } from './journey.ts';
import type { Reply } from './reply.ts';
import { readRequest } from './requestInfo.ts';
import type { ApiStageRecord } from './stage.ts';

/** What a request to the API server made of the world, and its journey. */
export interface ApiStep {
  readonly world: World;
  readonly trace: ApiTrace;
}

/**
 * Sends a request to the cluster's API server from a client on `node`, through every gate. A request that is refused
 * changes nothing; one that goes on to a kubelet leaves there what any request leaves.
 */
export function serveApi(world: World, node: string, request: HttpRequest): ApiStep {
  let journey: ApiJourney = { world, node, request, info: readRequest(request.method, request.path), subject: null };
  const stages: ApiStageRecord[] = [];
  for (const gate of [connect, shakeHands, authenticate, authorized]) {
    const result = gate(journey);
    stages.push(result.record);
    if (result.subject !== undefined) journey = { ...journey, subject: result.subject };
    if (result.reply !== undefined || result.answer !== undefined) {
      const answer = result.answer ?? sent(journey, result.reply);
      return { world, trace: traceOf(journey, stages, answer, {}) };
    }
  }
  const { subject } = journey;
  if (subject === null) throw new Error('a caller without a subject came through authentication');
  const served = handle({ ...journey, subject });
  stages.push(...lastRecords(served));
  const answer = served.answer ?? sent(journey, served.reply);
  return { world: served.world ?? world, trace: traceOf(journey, stages, answer, served) };
}

function authorized(journey: ApiJourney): GateResult {
  const { subject } = journey;
  if (subject === null) throw new Error('a caller without a subject came to authorization');
  const call: ApiCall = { ...journey, subject };
  return authorize(call);
}

/** Admission is a gate of requests that change something only. */
function lastRecords(served: Served): readonly ApiStageRecord[] {
  const { admission, reason, facts = {}, causes = [] } = served;
  if (admission !== undefined && admission.refusal !== '') {
    const told = { plugin: admission.plugin, why: admission.refusal };
    return [{ stage: 'admit', verdict: 'answered', reason: 'api-not-admitted', facts: told, causes }];
  }
  const admit: ApiStageRecord = {
    stage: 'admit',
    verdict: admission === undefined ? 'skipped' : 'passed',
    reason: 'api-admitted',
    facts: { plugin: admission?.plugin ?? '' },
    causes: [],
  };
  return [admit, { stage: 'handle', verdict: 'answered', reason, facts, causes }];
}

function traceOf(
  journey: ApiJourney,
  stages: readonly ApiStageRecord[],
  answer: Answer,
  { onward, journal }: Pick<Served, 'onward' | 'journal'>,
): ApiTrace {
  return {
    kind: 'api',
    node: journey.node,
    at: journey.world.now,
    request: journey.request,
    stages,
    subject: journey.subject,
    answer,
    onward: onward ?? null,
    journal: journal ?? [],
  };
}

/** A reply with the headers that every answer of the API server has; HEAD gets no body. */
function sent({ world, request, node }: ApiJourney, reply: Reply | undefined): Answer {
  if (reply === undefined) throw new Error('a handler of the API server without an answer');
  const audit = uidOf(`audit ${world.now} ${node} ${world.cluster.revision} ${request.method} ${request.path}`);
  const headers = [['Audit-Id', audit] as const, ['Cache-Control', 'no-cache, private'] as const, ...reply.headers];
  const common = { kind: 'http', http: '1.1', status: reply.status, headers } as const;
  return request.method === 'HEAD'
    ? { ...common, body: '', unsent: utf8Bytes(reply.body).length }
    : { ...common, body: reply.body };
}
