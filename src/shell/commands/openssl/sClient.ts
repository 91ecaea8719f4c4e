import type { ClientTls, HttpRequest, TlsVersion } from '#engine/kubelet/exchange.ts';
import type { Connection } from '#engine/kubelet/stage.ts';
import { readChain } from '#engine/pki/certificate.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { acted, complained, notModelled } from '../answer.ts';
import { advertisedAuthorities } from '../curl/authorities.ts';
import { certificateBlocks } from '../curl/clientSide.ts';
import { apiConnection } from '../curl/exchanged.ts';
import { destinationOf, isAddress, isListening, resolveHost } from '../curl/hosts.ts';
import { type Arguments, has, type OptionTable, readArguments, textGiven, usage } from './arguments.ts';
import { verifyChain } from './chain.ts';
import { errorLine, missingFile, unreadable } from './errors.ts';
import { fileText } from './inputs.ts';
import { belongs } from './keys.ts';
import { failedText, type Handshake, handshakeText, verificationText } from './sClientText.ts';
import { unloadableErrors } from './verify.ts';

export const S_CLIENT_OPTIONS: OptionTable = {
  help: 'flag',
  connect: 'value',
  host: 'value',
  port: 'value',
  servername: 'value',
  noservername: 'flag',
  showcerts: 'flag',
  CAfile: 'value',
  CApath: 'value',
  cert: 'value',
  key: 'value',
  tls1: 'flag',
  tls1_1: 'flag',
  tls1_2: 'flag',
  tls1_3: 'flag',
  no_tls1_3: 'flag',
  brief: 'flag',
  quiet: 'flag',
  verify: 'number',
  verify_return_error: 'flag',
  verify_hostname: 'value',
  verify_ip: 'value',
  verify_quiet: 'flag',
  prexit: 'flag',
  ign_eof: 'flag',
  no_ign_eof: 'flag',
  msg: 'flag',
  debug: 'flag',
  state: 'flag',
  alpn: 'value',
  cipher: 'value',
  starttls: 'value',
};

const UNMODELLED = ['msg', 'debug', 'state', 'alpn', 'cipher', 'starttls', 'verify_return_error', 'quiet'];

/** `openssl s_client`: a handshake and what it showed; nothing is sent on the connection. Models apps/s_client.c, 3.0. */
export function sClient(parameters: readonly string[], context: CommandContext): CommandResult {
  const read = readArguments('s_client', parameters, S_CLIENT_OPTIONS);
  if ('exitCode' in read) return read;
  const odd = read.given.find(([name]) => UNMODELLED.includes(name));
  if (odd !== undefined) return notModelled(`openssl s_client -${odd[0]} is not modelled.`);
  const connect =
    textGiven(read, 'connect') ??
    read.operands[0] ??
    `${textGiven(read, 'host') ?? 'localhost'}:${textGiven(read, 'port') ?? '4433'}`;
  if (read.operands.length > 1 || (read.operands.length === 1 && textGiven(read, 'connect') !== null))
    return usage('s_client', '');
  const place = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(connect) ?? /^()([^:]+)()$/.exec(connect);
  if (place === null)
    return complained(
      's_client: -connect argument or target parameter malformed or ambiguous\ns_client: Use -help for summary.\n',
    );
  const client = clientOf(read, context);
  if ('error' in client) return complained(client.error);
  const host = place[1] || place[2] || '';
  return dial({ read, context, host, port: Number(place[3] || '4433'), ...client });
}

/** What the client brings to the handshake. */
interface Client {
  readonly certificate: NonNullable<HttpRequest['certificate']> | null;
  readonly authorities: string;
}

interface Dial extends Client {
  readonly read: Arguments;
  readonly context: CommandContext;
  readonly host: string;
  readonly port: number;
}

function clientOf(read: Arguments, context: CommandContext): Client | { readonly error: string } {
  const cert = textGiven(read, 'cert');
  const bundle = textGiven(read, 'CAfile');
  let certificate: Client['certificate'] = null;
  if (cert !== null) {
    const keyName = textGiven(read, 'key') ?? cert;
    const key = fileText(context, keyName);
    const what = 'client certificate private key';
    if (key === null) return { error: missingFile(what, keyName) };
    if (!key.includes('PRIVATE KEY-----')) return { error: unreadable(what, keyName, key.includes('-----BEGIN')) };
    const text = fileText(context, cert);
    if (text === null) return { error: missingFile('client certificate', cert) };
    const certificates = certificateBlocks(text);
    if (certificates === '') return { error: unreadable('client certificate', cert, text.includes('-----BEGIN')) };
    if (!belongs(certificates, key)) {
      const why = 'x509 certificate routines:X509_check_private_key:key values mismatch:../crypto/x509/x509_cmp.c:403:';
      return { error: `error setting private key\n${errorLine('05800074', why)}` };
    }
    certificate = { certificate: certificates, name: cert };
  }
  if (bundle === null) return { certificate, authorities: '' };
  const text = fileText(context, bundle);
  return text === null ? { error: unloadableErrors(bundle) } : { certificate, authorities: text };
}

const VERSIONS: Readonly<Record<string, TlsVersion>> = {
  tls1: '1.0',
  tls1_1: '1.1',
  tls1_2: '1.2',
  tls1_3: '1.3',
  no_tls1_3: '1.2',
};

function dial(call: Dial): CommandResult {
  const { read, context, host, port } = call;
  const { world } = context;
  const node = nodeNamed(world, context.node);
  if (node === undefined) return notModelled(`there is no node ${context.node}.`);
  const url = { scheme: 'https', host, shown: host, port, portGiven: true, path: '/', user: null };
  const { addresses } = resolveHost(world, node, url, []);
  if (addresses.length === 0) {
    const why = 'BIO routines:BIO_lookup_ex:system lib:../crypto/bio/bio_addr.c:746:Name or service not known';
    return complained(`${errorLine('10080002', why)}connect:errno=22\n`);
  }
  const places = addresses.map((address) => destinationOf(world, node, address, port));
  const open = places.find(
    (to) =>
      (to.kind === 'node' && isListening(world, to.node, to.address, port)) ||
      (to.kind === 'api-server' && world.cluster.reachable),
  );
  if (open === undefined || (open.kind !== 'node' && open.kind !== 'api-server')) {
    const lost = places.some((to) => to.kind === 'lost' || to.kind === 'no-neighbour');
    return complained(lost ? unconnected('71', 'No route to host', 113) : unconnected('6F', 'Connection refused', 111));
  }
  const version = read.given.findLast(([name]) => Object.hasOwn(VERSIONS, name))?.[0];
  const max = version === undefined ? undefined : VERSIONS[version];
  const exact = max !== undefined && version !== 'no_tls1_3';
  // It finishes the handshake whatever it thinks of the certificate, and says nothing.
  const tls: ClientTls = {
    leaves: 'close_notify',
    ...(max === undefined ? {} : { max }),
    ...(exact ? { min: max } : {}),
  };
  const request: HttpRequest = {
    address: open.address,
    port,
    scheme: 'https',
    method: 'GET',
    path: '/',
    headers: [],
    ...(call.certificate === null ? {} : { certificate: call.certificate }),
    tls,
  };
  const event: WorldEvent =
    open.kind === 'node'
      ? { type: 'request', node: open.node, request }
      : { type: 'api-request', node: context.node, request };
  return told(call, event);
}

function unconnected(code: string, why: string, number: number): string {
  return [
    errorLine(`800000${code}`, `system library:BIO_connect:${why}:../crypto/bio/bio_sock2.c:117:calling connect()`),
    errorLine('10000067', 'BIO routines:BIO_connect:connect error:../crypto/bio/bio_sock2.c:119:'),
    `connect:errno=${number}\n`,
  ].join('');
}

function told(call: Dial, event: Extract<WorldEvent, { type: 'request' | 'api-request' }>): CommandResult {
  const { read, context, host } = call;
  const { trace } = step(context.world, event);
  if (trace.kind === 'action') return complained(trace.stderr, trace.exitCode);
  // A name without a dot is none that the client would ask for by itself.
  const named =
    textGiven(read, 'servername') ?? (isAddress(host) || !host.includes('.') || has(read, 'noservername') ? '' : host);
  const connection: Connection | null = trace.kind === 'api' ? apiConnection(trace, context.world) : trace.connection;
  if (connection === null || (trace.answer.kind !== 'left' && trace.answer.kind !== 'http')) {
    const failed = failedText(trace.answer, {
      version: event.request.tls?.max ?? '1.3',
      named,
      brief: has(read, 'brief'),
      now: context.world.now,
    });
    return acted([event], failed.stdout, failed.stderr, 1);
  }
  const [leaf, ...sent] = readChain(connection.server);
  if (leaf === undefined) return acted([event], '', '', 1);
  const hostname = textGiven(read, 'verify_hostname');
  const address = textGiven(read, 'verify_ip');
  const verdict = verifyChain(leaf, {
    trusted: readChain(call.authorities),
    untrusted: sent,
    now: context.world.now,
    purpose: 'sslserver',
    partial: false,
    ...(hostname === null ? {} : { host: { kind: 'name', text: hostname } as const }),
    ...(address === null ? {} : { host: { kind: 'address', text: address } as const }),
    goesOnAfter: () => true,
  });
  const handshake: Handshake = {
    connection,
    chain: [leaf, ...sent],
    code: verdict.code,
    named,
    authorities: connection.asked ? readChain(advertised(trace.kind, event, context.world)) : [],
    client: connection.asked ? readChain(call.certificate?.certificate ?? '') : [],
    now: context.world.now,
    peername: hostname ?? '',
    only13: event.request.tls?.min === '1.3',
  };
  const depth = textGiven(read, 'verify');
  const stderr = [
    depth === null ? '' : `verify depth is ${depth}\n`,
    named === '' && !has(read, 'noservername') ? "Can't use SSL_get_servername\n" : '',
    verificationText(verdict.steps, has(read, 'brief') || has(read, 'verify_quiet')),
  ].join('');
  const text = handshakeText(handshake, { brief: has(read, 'brief'), showcerts: has(read, 'showcerts') });
  // The end of the input ends the connection; on a terminal Ctrl-C would.
  const end = context.terminal.stdin ? '' : 'DONE\n';
  return has(read, 'brief') ? acted([event], '', stderr + text + end) : acted([event], text, stderr + end);
}

/** The authorities that the server names, PEM. */
function advertised(kind: 'request' | 'api', event: WorldEvent, world: World): string {
  if (kind === 'api') return advertisedAuthorities(world);
  return event.type === 'request' ? (nodeNamed(world, event.node)?.kubelet.process?.clientCA?.pem ?? '') : '';
}
