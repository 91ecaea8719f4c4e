import type { HttpRequest } from '#engine/kubelet/exchange.ts';
import { step } from '#engine/world/step.ts';
import type { ApiTrace, RequestTrace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import { readLine } from '#shell/commands/curl/decompose.ts';
import { ask } from '../asked.ts';
import type { PlayedStep } from '../run.ts';

/** A request that was sent, as it can be sent again. */
export interface SentRequest {
  readonly trace: RequestTrace | ApiTrace;
  /** What the kubelet was asked, by whomever. */
  readonly request: HttpRequest;
  /** The node whose kubelet that was. */
  readonly node: string;
  /** Where it was typed. */
  readonly from: string;
  /** The curl line, where a request line says all of it; else null. */
  readonly line: string | null;
}

/** A copy of the world, and the line that is asked in it. */
export interface Situation {
  readonly world: World;
  readonly line: string | null;
}

/** A step's request as it can be sent again; null when no kubelet was asked. */
export function sentOf(played: PlayedStep, trace: RequestTrace | ApiTrace, home: string): SentRequest | null {
  const { step: done } = played;
  const hop = trace.kind === 'api' ? trace.onward : trace;
  if (hop === null) return null;
  const typed = done.kind === 'ask' || done.kind === 'line' ? done : null;
  const from = typed?.node ?? home;
  const line = typed?.line ?? '';
  const readable = readLine(line).kind === 'form';
  return {
    trace,
    request: hop.request,
    node: hop.node,
    from,
    line: readable && repeats(line, played.world, from, trace) ? line : null,
  };
}

/** Whether a line, typed in root's home, sends that very request. */
function repeats(line: string, world: World, from: string, trace: RequestTrace | ApiTrace): boolean {
  const again = ask(line, world, from).trace;
  return again !== null && JSON.stringify(again.request) === JSON.stringify(trace.request);
}

/** Sends the request again: how it went at the kubelet, null when it did not get so far. The situation stays as it is. */
export function resend(sent: SentRequest, { world, line }: Situation): RequestTrace | null {
  const trace = line === null ? stepped(sent, world) : ask(line, world, sent.from).trace;
  return trace?.kind === 'api' ? trace.onward : trace;
}

function stepped({ trace }: SentRequest, world: World): RequestTrace | ApiTrace | null {
  const type = trace.kind === 'api' ? 'api-request' : 'request';
  const again = step(world, { type, node: trace.node, request: trace.request }).trace;
  return again.kind === 'action' ? null : again;
}
