import type { World } from '../world/world.ts';
import type { Answer, HttpRequest } from './exchange.ts';
import { type Journey, STAGES, type Stage, type StageName, type StageResult } from './stage.ts';
import { authenticate } from './stages/authenticate.ts';
import { authorize } from './stages/authorize.ts';
import { connect } from './stages/connect.ts';
import { handle } from './stages/handle.ts';
import { route } from './stages/route.ts';
import { tls } from './stages/tls.ts';

/** Each gate's decision. The request machine and bulk work call the very same functions. */
export const STAGE_FUNCTIONS: Readonly<Record<StageName, Stage>> = {
  connect,
  tls,
  route,
  authenticate,
  authorize,
  handle,
};

/** A journey before its first gate. `node` is a key of `World.nodes`. */
export function departure(world: World, node: string, request: HttpRequest): Journey {
  return {
    world,
    node,
    request,
    process: null,
    listener: null,
    connection: null,
    route: null,
    subject: null,
    caches: null,
    records: [],
    answer: null,
    log: [],
  };
}

/** The journey after one more gate. */
export function pass(stage: StageName, journey: Journey): Journey {
  return proceed(journey, STAGE_FUNCTIONS[stage](journey));
}

/** The journey with what a gate found added to it. */
export function proceed(journey: Journey, result: StageResult): Journey {
  const answer = result.answer ?? null;
  return {
    ...journey,
    ...result.carry,
    records: [...journey.records, result.record],
    answer: answer === null ? null : sentAnswer(answer, journey.request.method),
    log: result.log === undefined ? journey.log : [...journey.log, ...result.log],
  };
}

/** What Go's HTTP server sends of an answer: to a HEAD the headers go out, the body does not. */
export function sentAnswer(answer: Answer, method: string): Answer {
  return answer.kind === 'http' && method === 'HEAD' ? { ...answer, body: '' } : answer;
}

/** The whole journey without the machine: for grids and searches that ask thousands of requests. */
export function walk(start: Journey): Journey {
  let journey = start;
  for (const stage of STAGES) {
    journey = pass(stage, journey);
    if (journey.answer !== null) return journey;
  }
  return journey;
}
