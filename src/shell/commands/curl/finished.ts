import type { HttpAnswer } from '#engine/kubelet/exchange.ts';
import { readChain } from '#engine/pki/certificate.ts';
import { releaseOf } from '#engine/versions/release.ts';
import type { World } from '#engine/world/world.ts';
import { advertisedAuthorities } from './authorities.ts';
import type { ClientFailure } from './clientSide.ts';
import type { Exchanged } from './exchanged.ts';
import type { HandshakeFacts } from './handshake.ts';
import { hostHeader } from './headers.ts';
import { nodeOf } from './hosts.ts';
import type { WrittenAnswer } from './httpText.ts';
import { writtenAnswer } from './httpText.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOf } from './outcome.ts';
import type { CurlPlan, Kept } from './plan.ts';
import { redirectTarget } from './url.ts';
import { offered } from './verbose.ts';

/** A transfer after its answer: everything that its texts are made of. */
export interface Finished {
  readonly plan: CurlPlan;
  readonly trace: Exchanged;
  readonly outcome: Outcome;
  readonly failure: ClientFailure | null;
  readonly answer: HttpAnswer | null;
  readonly written: WrittenAnswer | null;
  /** The body as it reaches the output; '' when it is dropped. */
  readonly body: string;
  /** Where a redirect leads that will be followed; null when none is. */
  readonly follow: string | null;
  readonly reused: boolean;
  readonly number: number;
  readonly facts: HandshakeFacts;
}

/** Puts a transfer and its answer together: what of it reaches the output, how it failed, whether it goes on. */
export function finish(plan: CurlPlan, trace: Exchanged, world: World): Finished {
  const { options, transfer, kept } = plan;
  const { url } = transfer;
  const outcome = outcomeOf(options, transfer, trace);
  const reused = kept.to === `${url.scheme}://${hostHeader(url)}`;
  const number = reused ? kept.number : kept.number + 1;
  const facts = handshakeFacts(plan, trace, world);
  const answer = outcome.reached === 'http' && trace.answer.kind === 'http' ? trace.answer : null;
  const { method, headers } = transfer;
  const asked = { method, path: url.path, headers, http2: facts.protocol === 'h2' };
  const written = answer === null ? null : writtenAnswer(answer, asked, trace.at);
  const location = written?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null;
  const redirects =
    options.location && location !== null && answer !== null && answer.status >= 300 && answer.status < 400;
  const tooMany = redirects && options.maxRedirects >= 0 && transfer.redirects >= options.maxRedirects;
  const failure = outcome.failure ?? answerFailure(plan, answer, written, tooMany);
  const follow = redirects && failure === null ? redirectTarget(url, location) : null;
  const dropped = answer === null || follow !== null || tooMany || options.head || method === 'HEAD';
  const silenced = failure?.code === 22 && options.fail === 'fail';
  const body = dropped || silenced ? '' : answer.body;
  return { plan, trace, outcome, failure, answer, written, body, follow, reused, number, facts };
}

/** Failures that an answer brings with it. */
function answerFailure(
  plan: CurlPlan,
  answer: HttpAnswer | null,
  written: WrittenAnswer | null,
  tooMany: boolean,
): ClientFailure | null {
  const { options, transfer } = plan;
  if (answer === null) return null;
  if (tooMany) return { code: 47, message: `Maximum (${options.maxRedirects}) redirects followed` };
  if (options.fail !== 'no' && answer.status >= 400) {
    return { code: 22, message: `The requested URL returned error: ${answer.status}` };
  }
  // `-X HEAD` without -I: the client waits for the body that was announced.
  const waits = transfer.method === 'HEAD' && !options.head ? (written?.length ?? 0) : 0;
  if (waits === 0) return null;
  if (options.maxTime === null) return { code: 18, message: `transfer closed with ${waits} bytes remaining to read` };
  const message = `Operation timed out after ${options.maxTime + 1} milliseconds with 0 out of ${waits} bytes received`;
  return { code: 28, message };
}

function handshakeFacts(plan: CurlPlan, trace: Exchanged, world: World): HandshakeFacts {
  const isApi = plan.transfer.server === 'api';
  const kubelet = nodeOf(world, trace.node)?.kubelet;
  const authorities = isApi ? advertisedAuthorities(world) : (kubelet?.process?.clientCA?.pem ?? '');
  const names = readChain(authorities).map(({ parts }) => parts.rawSubject);
  // Where HTTP/2 is not offered with a client CA, no protocol at all is agreed on.
  const http2 = isApi || kubelet?.process == null || releaseOf(kubelet.process.version).traits.http2WithClientCA;
  const without = trace.connection === null || (trace.connection.asked && !http2);
  const protocol = without
    ? undefined
    : (['h2', 'http/1.1'] as const).find((name) => offered(plan.options).includes(name));
  return { protocol: protocol ?? null, authorityNames: names };
}

/** The connection that is left for the next request. */
export function keptAfter(finished: Finished): Kept {
  const { plan, number, reused } = finished;
  const { url } = plan.transfer;
  if (closes(finished)) return { to: null, number, requests: 0 };
  const requests = reused ? plan.kept.requests + 1 : 1;
  return { to: `${url.scheme}://${hostHeader(url)}`, number, requests };
}

/** Whether the connection ends with this transfer. */
export function closes({ outcome, failure, written, facts }: Finished): boolean {
  if (outcome.reached !== 'http' || written?.closes === true) return true;
  return failure !== null && facts.protocol !== 'h2' && failure.code !== 47;
}
