import { readText } from '../host/files.ts';
import type { Answer, HttpRequest } from '../kubelet/exchange.ts';
import { SERVER_ALERT_TEXTS } from '../kubelet/tls/alertTexts.table.ts';
import { departure, walk } from '../kubelet/walk.ts';
import { verifyServing } from '../pki/verify.ts';
import { arrival, traceOf } from './sendRequest.ts';
import type { RequestTrace } from './trace.ts';
import type { World } from './world.ts';

/**
 * What a node's kubelet answers the API server: its request dials the node's address with the certificate of
 * `--kubelet-client-certificate`, or none. Streams ask for their upgrade in `headers`. The world stays as it is.
 * Models pkg/kubelet/client/kubelet_client.go, v1.36.
 */
export function askAsApiServer(
  world: World,
  node: string,
  method: string,
  path: string,
  headers: HttpRequest['headers'] = [],
): RequestTrace {
  const address = world.nodes[node]?.host.address ?? '';
  const request = requestOf(world, { address, port: 10250, method, path, headers });
  const trace = traceOf(walk(departure(world, node, request)), []);
  const left = departureOf(world, trace) ?? unusable(world, trace);
  return left === null ? trace : traceOf(walk(departure(world, node, leaving(request))), []);
}

/** A request that the API server sends to a port of a node, by the address that the node reported. */
export interface KubeletCall {
  readonly address: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers?: HttpRequest['headers'];
  readonly body?: string;
  /** `https` when absent. */
  readonly scheme?: 'http' | 'https';
  /** False for `kubectl logs --insecure-skip-tls-verify-backend`. */
  readonly verify?: boolean;
  /** Whether it is the kubelet's own port, which the API server shows its client certificate; true when absent. */
  readonly kubelet?: boolean;
}

/** What came of a call: the world with its traces on the node, the journey (null: nobody has that address), and Go's error. */
export interface KubeletAnswer {
  readonly world: World;
  readonly trace: RequestTrace | null;
  /** Why no HTTP answer came, in the words of Go's client; null when one did. */
  readonly error: string | null;
}

/**
 * Calls a kubelet as the API server does: with its client certificate, judging the kubelet's serving certificate when
 * `--kubelet-certificate-authority` is set. What the kubelet logs, caches and writes is kept.
 * Models pkg/kubelet/client/kubelet_client.go and crypto/tls, v1.36, Go 1.26.
 */
export function callKubelet(world: World, call: KubeletCall): KubeletAnswer {
  const address = resolved(world, call.address);
  if (address === null) {
    return { world, trace: null, error: `dial tcp: lookup ${call.address} on 10.0.0.2:53: no such host` };
  }
  const node = Object.values(world.nodes).find(({ host }) => host.address === address);
  const at = `${address}:${call.port}`;
  if (node === undefined) return { world, trace: null, error: `dial tcp ${at}: connect: no route to host` };
  const request = requestOf(world, { ...call, address });
  const first = walk(departure(world, node.name, request));
  const met = traceOf(first, []);
  const untrusted = call.verify === false ? null : departureOf(world, met, call.address);
  const left = untrusted ?? (call.kubelet === false ? null : unusable(world, met));
  const journey = left === null ? first : walk(departure(world, node.name, leaving(request)));
  const step = arrival(journey, node);
  return { world: step.world, trace: step.trace, error: left ?? connectionError(step.trace.answer, at) };
}

function requestOf(world: World, call: KubeletCall): HttpRequest {
  const certificate = world.cluster.kubeletClient?.certificate;
  const shown = certificate !== undefined && call.kubelet !== false && call.scheme !== 'http';
  return {
    address: call.address,
    from: world.cluster.endpoint.replace(/:\d+$/, ''),
    port: call.port,
    scheme: call.scheme ?? 'https',
    method: call.method,
    path: call.path,
    headers: call.headers ?? [],
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(shown ? { certificate: { certificate, name: 'apiserver-kubelet-client.crt' } } : {}),
  };
}

/** The number of an address, which may be a name of the control plane's `/etc/hosts`; null when nobody knows it. */
function resolved({ nodes, cluster }: World, address: string): string | null {
  if (/^[\d.]+$/.test(address)) return address;
  const own = cluster.endpoint.replace(/:\d+$/, '');
  const files = Object.values(nodes).find(({ host }) => host.address === own)?.host.files;
  const hosts = files === undefined ? null : readText(files, '/etc/hosts');
  for (const line of (hosts ?? '').split('\n')) {
    const [number = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (names.includes(address) && /^[\d.]+$/.test(number)) return number;
  }
  return null;
}

/** Why the API server goes once it has seen the certificate of a kubelet; null when it stays. */
function departureOf(
  { cluster, now }: World,
  { connection, request }: RequestTrace,
  host = request.address,
): string | null {
  if (cluster.kubeletCA === undefined || connection === null || request.scheme === 'http') return null;
  const error = verifyServing(connection.server, cluster.kubeletCA, host, now);
  return error === null ? null : `tls: failed to verify certificate: ${error}`;
}

/** Why the API server cannot show the certificate that it is asked for; null when it can, or has none to show. */
function unusable({ cluster }: World, { connection, request }: RequestTrace): string | null {
  return connection === null || request.scheme === 'http' ? null : (cluster.kubeletClientError ?? null);
}

/** The same request by a client that says goodbye with Go's alert for all certificates that it does not take. */
function leaving(request: HttpRequest): HttpRequest {
  return { ...request, tls: { leaves: 'bad_certificate', sealed: true } };
}

function connectionError(answer: Answer, at: string): string | null {
  switch (answer.kind) {
    case 'http':
      return null;
    case 'refused':
      return `dial tcp ${at}: connect: connection refused`;
    case 'reset':
      return 'EOF';
    case 'alert':
    case 'left':
      return `remote error: tls: ${SERVER_ALERT_TEXTS[answer.alert] ?? answer.alert.replaceAll('_', ' ')}`;
    case 'not-tls':
      return 'http: server gave HTTP response to HTTPS client';
  }
}
