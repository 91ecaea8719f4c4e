import { readChain } from '#engine/pki/certificate.ts';
import type { Finished } from './finished.ts';
import { closes } from './finished.ts';
import { closeNotify, handshakeLines } from './handshake.ts';
import { basicUser, byteLength, hostHeader } from './headers.ts';
import { headerBlock } from './httpText.ts';
import { hasMeter, meterEnd, meterNothing, meterStart, showsOnTerminal } from './meter.ts';
import type { Times } from './times.ts';
import { timesOf, timesOfFailure } from './times.ts';
import type { TransferReport } from './transferReport.ts';
import { redirectTarget } from './url.ts';
import type { Told } from './verbose.ts';
import { connectionLines, received, refusalLines, resolveLines, reuseLines, sent, tell } from './verbose.ts';

/** A stream's address as curl shows it in `-v` over HTTP/2; it varies from run to run. */
const EASY_HANDLE = '0x55a3252eb2b0';
/** What fits into the first TLS record or write of Go's server, header lines included. */
const FIRST_READ = { https: 1186, http: 4096 } as const;

/** What goes to stderr while a transfer runs, before the body and behind it: the meter and, with `-v`, its story. `warning` comes with a file. */
export function narrate(finished: Finished, warning: string): { readonly before: string; readonly after: string } {
  const { plan, outcome, answer, follow } = finished;
  const { options, setting, transfer } = plan;
  const output = transfer.queued.output;
  const counts = !showsOnTerminal(setting, output);
  const metered = hasMeter(options, setting, output);
  const story = options.verbose ? storyOf(finished) : { before: [], after: [] };
  const before = [
    metered && transfer.redirects === 0 ? meterStart() : '',
    tell(story.before, counts),
    options.silent && !options.showError ? '' : warning,
    metered ? (answer === null ? meterNothing() : meterEnd(progressOf(finished))) : '',
  ];
  const after = [
    tell(story.after, counts),
    options.verbose && follow !== null ? `* Issue another request to this URL: '${follow}'\n` : '',
    options.verbose && outcome.reached === 'name' ? tell(closeNotify(finished.trace), counts) : '',
  ];
  return { before: before.join(''), after: after.join('') };
}

function progressOf(finished: Finished): Parameters<typeof meterEnd>[0] {
  const { plan, written, answer, follow } = finished;
  const got = follow === null ? byteLength(finished.body) : byteLength(answer?.body ?? '');
  const sentBytes = byteLength(plan.transfer.body ?? '');
  return { received: got, total: written?.length ?? null, sent: sentBytes, microseconds: timesFor(finished).total };
}

function timesFor({ plan, outcome }: Finished): Times {
  return outcome.reached === 'nothing' ? timesOfFailure(300) : timesOf(plan.transfer.url.scheme);
}

/** The story up to the meter's end, and what follows it. */
function storyOf(finished: Finished): { readonly before: readonly Told[]; readonly after: readonly Told[] } {
  const { plan, trace, outcome, reused, number, failure, facts } = finished;
  const { options, transfer } = plan;
  const { url } = transfer;
  const closing = `* Closing connection ${number}`;
  const first = plan.kept.number < 0 && transfer.redirects === 0 ? resolveLines(options) : [];
  if (outcome.reached === 'nothing') {
    return { before: [...first, ...refusalLines(transfer), `* ${failure?.message ?? ''}`], after: [closing] };
  }
  const connected: Told[] = reused
    ? [...reuseLines(url, number, facts.protocol === 'h2')]
    : [...connectionLines(transfer, number)];
  const before: Told[] = [...first, ...connected];
  if (url.scheme === 'https' && !reused) before.push(...handshakeLines(options, transfer, trace, outcome, facts));
  if (outcome.reached === 'handshake') return { before: [...before, `* ${failure?.message ?? ''}`], after: [closing] };
  if (outcome.reached === 'name') return { before, after: [closing] };
  before.push(...requestLines(finished));
  if (outcome.reached === 'connection') return { before: [...before, `* ${failure?.message ?? ''}`], after: [closing] };
  before.push(...answerLines(finished));
  return { before, after: [closes(finished) ? closing : `* Connection #${number} to host ${url.host} left intact`] };
}

function requestLines({ plan, trace, reused, facts }: Finished): readonly Told[] {
  const { options, transfer } = plan;
  const { url, headers, method } = transfer;
  const http2 = facts.protocol === 'h2';
  const path = options.target ?? url.path;
  const told: Told[] = [];
  const user = basicUser(options, url);
  const isBasic = headers.some(([name, value]) => name === 'Authorization' && value.startsWith('Basic '));
  if (user !== null && options.bearer === null && isBasic) {
    told.push(`* Server auth using Basic with user '${user.split(':', 1)[0] ?? ''}'`);
  }
  if (http2) {
    const pseudo: (readonly [string, string])[] = [
      [':method', method],
      [':path', path],
      [':scheme', url.scheme],
      [':authority', headers.find(([name]) => name === 'Host')?.[1] ?? hostHeader(url)],
    ];
    const others = headers
      .filter(([name]) => name !== 'Host')
      .map(([name, value]) => [name.toLowerCase(), value] as const);
    told.push(...[...pseudo, ...others].map(([name, value]) => `* h2h3 [${name}: ${value}]`));
    const stream = reused ? plan.kept.requests * 2 + 1 : 1;
    told.push(`* Using Stream ID: ${stream} (easy handle ${EASY_HANDLE})`);
  }
  if (url.scheme === 'https') told.push(sent(5));
  told.push(`> ${method} ${path} HTTP/${http2 ? '2' : options.http === '1.0' ? '1.0' : '1.1'}\r`);
  told.push(
    ...headers.map(([name, value]) => `> ${http2 && name !== 'Host' ? name.toLowerCase() : name}: ${value}\r`),
    '> \r',
  );
  const bytes = byteLength(transfer.body ?? '');
  if (bytes > 0 && !http2) told.push(sent(bytes));
  if (url.scheme !== 'https') return told;
  told.push(received(5));
  if (reused || trace.connection?.version !== '1.3') return told;
  const chain = readChain(trace.connection.asked ? (transfer.sendsCertificate ?? '') : '');
  const ticket = chain.reduce((sum, { parts }) => sum + parts.raw.length + 5, 122);
  return [...told, '* TLSv1.3 (IN), TLS handshake, Newsession Ticket (4):', received(ticket)];
}

function answerLines(finished: Finished): readonly Told[] {
  const { plan, answer, written, failure, follow } = finished;
  if (answer === null || written === null) return [];
  const told: Told[] = answer.bare === true || answer.http === '1.0' ? ['* HTTP 1.0, assume close after body'] : [];
  told.push(`< ${written.statusLine}\r`);
  const rewinds = follow !== null && plan.transfer.body !== null;
  for (const [name, value] of written.headers) {
    if (rewinds && name.toLowerCase() === 'location') told.push('* Please rewind output before next send');
    told.push(`< ${name}: ${value}\r`);
  }
  if (failure?.code === 22 && plan.options.fail === 'fail') return [...told, `* ${failure.message}`];
  told.push('< \r');
  if (follow !== null) told.push('* Ignoring the response-body');
  const dropped = follow === null ? finished.body : answer.body;
  const bytes = firstBytes(finished, dropped);
  if (bytes > 0) told.push(received(bytes));
  if (failure !== null && failure.code !== 22) told.push(`* ${failure.message}`);
  return told;
}

/** Bytes of the body that the first read brings, chunk header included. */
function firstBytes({ plan, written, facts }: Finished, body: string): number {
  const size = byteLength(body);
  if (written === null || size === 0) return 0;
  const room = plan.transfer.url.scheme === 'https' ? FIRST_READ.https : FIRST_READ.http;
  const left = facts.protocol === 'h2' ? room : room - byteLength(headerBlock(written));
  return Math.max(1, Math.min(size, left));
}

/** What `-w` may print of the transfer. */
export function reportOf(finished: Finished): TransferReport {
  const { plan, trace, outcome, answer, written, failure, follow, reused, facts } = finished;
  const { transfer } = plan;
  const { url, dialled } = transfer;
  const location = written?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  const request = [
    `${transfer.method} ${url.path} HTTP/1.1`,
    ...transfer.headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const connected = outcome.reached !== 'nothing';
  return {
    queued: transfer.queued,
    url,
    failure,
    times: timesFor(finished),
    method: transfer.method,
    ...(connected
      ? { remoteAddress: dialled, localAddress: trace.request.address.startsWith('127.') ? '127.0.0.1' : dialled }
      : {}),
    verifyResult: outcome.verifyResult,
    connects: reused || !connected ? 0 : 1,
    redirects: transfer.redirects,
    redirectUrl: location === undefined || follow !== null ? null : redirectTarget(url, location),
    requestBytes: outcome.reached === 'http' ? byteLength(`${request.join('\r\n')}\r\n\r\n`) : 0,
    uploaded: byteLength(transfer.body ?? ''),
    ...(answer === null || written === null
      ? {}
      : {
          answer: {
            status: answer.status,
            version: facts.protocol === 'h2' ? '2' : answer.http,
            headers: written.headers,
            headerBytes: byteLength(headerBlock(written)),
            downloaded: byteLength(finished.body),
          },
        }),
  };
}
