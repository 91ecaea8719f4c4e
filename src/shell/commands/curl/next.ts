import type { ClientTls } from '#engine/kubelet/exchange.ts';
import type { Node, World } from '#engine/world/world.ts';
import type { ClientFailure } from './clientSide.ts';
import { clientSide } from './clientSide.ts';
import { composeRequest } from './headers.ts';
import { destinationOf, isListening, nodeOf, resolveHost } from './hosts.ts';
import { hasMeter, meterNothing, meterStart } from './meter.ts';
import type { CurlOptions } from './options.ts';
import { refused } from './outcome.ts';
import type { CurlPlan, Kept, Prepared, Queued, Transfer } from './plan.ts';
import { notModelled } from './said.ts';
import { timesOfFailure } from './times.ts';
import { outputName, writeOutOf } from './transferReport.ts';
import { shownChain, trust } from './trust.ts';
import type { CurlUrl } from './url.ts';
import { parseUrl } from './url.ts';
import { alpnOffer, connectionLines } from './verbose.ts';

/** A line between two requests. */
export type Standing = Omit<CurlPlan, 'transfer'> & {
  /** How the last URL ended: what the line ends with when nothing follows. */
  readonly exitCode: number;
};

/** A URL that came to nothing before its request could be sent. */
interface Early {
  readonly failure: ClientFailure;
  /** Lines of `-v`. */
  readonly lines: readonly string[];
  /** How far the meter got: not drawn, drawn and left, drawn to its end. */
  readonly meter: 'none' | 'open' | 'ended';
  readonly milliseconds: number;
  readonly url: CurlUrl | null;
}

/** Goes on with the next URL that leads to a request; URLs that fail on the way print their words. */
export function advance(world: World, standing: Standing): Prepared {
  const [queued, ...queue] = standing.queue;
  if (queued === undefined) return { kind: 'done', ...standing.before, exitCode: standing.exitCode };
  if (queued.globError !== null) {
    const message = complaint(standing.options, { code: 3, message: queued.globError });
    return { kind: 'done', stdout: standing.before.stdout, stderr: standing.before.stderr + message, exitCode: 3 };
  }
  return send(world, { ...standing, queue }, queued, { text: queued.url, redirects: 0, trusted: true, asGet: false });
}

/** Where a request goes and what it may carry there. */
export interface Target {
  readonly text: string;
  /** Redirects followed so far. */
  readonly redirects: number;
  /** False leaves credentials out: another host. */
  readonly trusted: boolean;
  /** A redirect turned the POST into a GET. */
  readonly asGet: boolean;
  /** Header blocks of the answers that redirected here. */
  readonly earlierHeaders?: string;
}

/** The request for a URL of the line or of a redirect; when it fails on the way, its words and the next URL's request. */
export function send(world: World, after: Standing, queued: Queued, target: Target): Prepared {
  const prepared = prepareTransfer(world, after, queued, target);
  if ('sentence' in prepared) {
    const said = notModelled(prepared.sentence);
    const before = { ...after.before, stderr: after.before.stderr + said.stderr };
    return advance(world, { ...after, before, exitCode: said.exitCode });
  }
  if ('failure' in prepared) {
    const before = printEarly(after, queued, prepared);
    // A connection that was begun has a number, even when it came to nothing.
    const number = prepared.meter === 'none' ? after.kept.number : after.kept.number + 1;
    const kept: Kept = { to: null, number, requests: 0 };
    return advance(world, { ...after, before, kept, exitCode: prepared.failure.code });
  }
  return prepared;
}

function prepareTransfer(
  world: World,
  standing: Standing,
  queued: Queued,
  target: Target,
): Extract<Prepared, { kind: 'request' }> | Early | { readonly sentence: string } {
  const { options, setting } = standing;
  const url = parseUrl(target.text, options.pathAsIs);
  if ('code' in url) {
    // No connection was made, so it has no number yet.
    const lines = [...(url.code === 1 ? [`* ${url.message}`] : []), '* Closing connection -1'];
    return early(url, lines, 'none', null);
  }
  if (url.scheme !== 'http' && url.scheme !== 'https') {
    return {
      sentence: `this line speaks http and https only; ${url.scheme}:// is real in curl, but not modelled here.`,
    };
  }
  if (outputName(queued.output, url) === '') {
    return early({ code: 23, message: 'Failed writing received data to disk/application' }, [], 'none', url);
  }
  const node = nodeOf(world, setting.node);
  if (node === null) return { sentence: `there is no node ${setting.node}.` };
  const { addresses: all, cached } = resolveHost(world, node, url, options.resolve);
  const number = standing.kept.number + 1;
  const closing = `* Closing connection ${number}`;
  const addresses = all.filter(
    (address) => options.family === null || address.includes(':') === (options.family === 6),
  );
  if (all.length > 0 && addresses.length === 0) {
    return early({ code: 7, message: "Couldn't connect to server" }, [closing], 'open', url);
  }
  if (addresses.length === 0) {
    const message = `Could not resolve host: ${url.host}`;
    return early({ code: 6, message }, [`* ${message}`, closing], 'open', url);
  }
  const reached = reach(world, node, url, addresses);
  const isApi = reached.kind === 'api-server';
  if (reached.kind !== 'node' && !isApi) return unreachable(options, url, addresses, reached.kind, closing);
  const composed = composeRequest(options, url, target.asGet, target.trusted);
  const open = isApi ? world.cluster.reachable : isListening(world, reached.node, reached.address, url.port);
  const side = clientSide(options, node.host.files, setting.workingDirectory);
  if (!side.ok && url.scheme === 'https' && open) {
    const lines = [
      ...connectionLines({ url, addresses, dialled: reached.dialled, cached }, number),
      ...alpnOffer(options),
    ];
    const hello = side.failure.code === 77;
    const reason = `* ${side.failure.message}`;
    const told = hello ? ['* TLSv1.3 (OUT), TLS handshake, Client hello (1):', reason, reason] : [reason];
    const last = hello ? [closing, reason] : [closing];
    return early(side.failure, [...lines, ...told, ...last], 'ended', url);
  }
  const { tls, certificate, authorities } = side.ok ? side : { tls: null, certificate: null, authorities: '' };
  const shown = isApi ? (world.cluster.serving?.certificate ?? null) : shownChain(world, reached.node, url.port);
  const chain = url.scheme === 'https' ? shown : null;
  const leaves = chain === null ? null : trust(options, chain, authorities, url.host, world.now).alert;
  const handshake: ClientTls | null = leaves === null ? tls : { ...tls, leaves };
  const transfer: Transfer = {
    queued,
    url,
    server: isApi ? 'api' : 'kubelet',
    addresses,
    dialled: reached.dialled,
    cached,
    method: composed.method,
    headers: composed.headers,
    body: composed.body,
    authorities,
    sendsCertificate: certificate?.certificate ?? null,
    redirects: target.redirects,
    earlierHeaders: target.earlierHeaders ?? '',
  };
  const { queue, kept, before } = standing;
  return {
    kind: 'request',
    event: {
      type: isApi ? 'api-request' : 'request',
      node: isApi ? node.name : reached.node,
      request: {
        address: reached.address,
        port: url.port,
        scheme: url.scheme,
        method: composed.method,
        path: options.target ?? url.path,
        headers: composed.headers,
        ...(composed.body === null ? {} : { body: composed.body }),
        ...(certificate === null || url.scheme === 'http' ? {} : { certificate }),
        ...(handshake === null || url.scheme === 'http' ? {} : { tls: handshake }),
      },
    },
    plan: { setting, options, transfer, queue, kept, before },
  };
}

function early(
  failure: ClientFailure,
  lines: readonly string[],
  meter: Early['meter'],
  url: CurlUrl | null,
  milliseconds = 0,
): Early {
  return { failure, lines, meter, url, milliseconds };
}

type Reached =
  | { readonly kind: 'node'; readonly node: string; readonly address: string; readonly dialled: string }
  | { readonly kind: 'api-server'; readonly address: string; readonly dialled: string }
  | { readonly kind: 'closed' | 'no-neighbour' | 'lost' };

/** The first address that answers, else the first of all. */
function reach(world: World, node: Node, url: CurlUrl, addresses: readonly string[]): Reached {
  const all = addresses.map((dialled): Reached => {
    const to = destinationOf(world, node, dialled, url.port);
    return to.kind === 'node' || to.kind === 'api-server' ? { ...to, dialled } : to;
  });
  const open = all.find((to) =>
    to.kind === 'node'
      ? isListening(world, to.node, to.address, url.port)
      : to.kind === 'api-server' && world.cluster.reachable,
  );
  return open ?? all[0] ?? { kind: 'lost' };
}

/** How long Linux waits for a neighbour, and for an answer that never comes, in milliseconds. */
const PATIENCE = { closed: 1, 'no-neighbour': 3061, lost: 134_482 } as const;

function unreachable(
  options: CurlOptions,
  url: CurlUrl,
  addresses: readonly string[],
  kind: keyof typeof PATIENCE,
  closing: string,
): Early {
  const patience = PATIENCE[kind];
  const address = addresses[0] ?? url.host;
  const trying = `*   Trying ${address.includes(':') ? `[${address}]` : address}:${url.port}...`;
  const { maxTime, connectTimeout } = options;
  const most = Math.min(maxTime ?? patience, connectTimeout ?? patience);
  if (most < patience) {
    const message =
      maxTime === most
        ? `Connection timed out after ${most + 1} milliseconds`
        : `Failed to connect to ${url.host} port ${url.port} after ${most + 1} ms: Timeout was reached`;
    return early({ code: 28, message }, [trying, `* ${message}`, closing], 'ended', url, most);
  }
  const errors = { closed: 'Connection refused', 'no-neighbour': 'No route to host', lost: 'Connection timed out' };
  const failure = { ...refused({ url }, patience), code: kind === 'lost' ? 28 : 7 };
  const lines = [
    trying,
    `* connect to ${address} port ${url.port} failed: ${errors[kind]}`,
    `* ${failure.message}`,
    closing,
  ];
  return early(failure, lines, 'ended', url, patience);
}

/** `curl: (7) …`, unless `-s` silences it. */
export function complaint(options: CurlOptions, failure: ClientFailure): string {
  return options.silent && !options.showError ? '' : `curl: (${failure.code}) ${failure.message}\n`;
}

function printEarly(standing: Standing, queued: Queued, told: Early): { stdout: string; stderr: string } {
  const { options, setting, before } = standing;
  const metered = told.meter !== 'none' && hasMeter(options, setting, queued.output);
  const lines = options.verbose ? told.lines.map((line) => `${line}\n`) : [];
  // The meter ends before the connection is closed.
  const closing = lines.findIndex((line) => line.startsWith('* Closing'));
  const cut = closing < 0 ? lines.length : closing;
  const unnamed = told.failure.code === 23;
  const written = writeOutOf(options, {
    queued,
    url: told.url,
    failure: told.failure,
    times: timesOfFailure(told.milliseconds * 1000),
  });
  return {
    stdout: before.stdout + written.stdout,
    stderr: [
      before.stderr,
      metered ? meterStart() : '',
      ...lines.slice(0, cut),
      metered && told.meter === 'ended' ? meterNothing() : '',
      ...lines.slice(cut),
      unnamed && complaint(options, told.failure) !== '' ? 'curl: Remote file name has no length!\n' : '',
      complaint(options, told.failure),
      written.stderr,
    ].join(''),
  };
}
