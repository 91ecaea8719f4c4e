import { textAt } from '#engine/apiserver/json.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import type { Answer, HttpAnswer, HttpRequest } from '#engine/kubelet/exchange.ts';
import { encodeBase64, utf8Bytes } from '#engine/pki/bytes.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import type { Trace } from '#engine/world/trace.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { resolveHost } from '../../curl/hosts.ts';
import { failed, type KubeError, type Result } from '../kubeError.ts';
import type { ClientConfig } from './clientConfig.ts';
import { compact } from './compactJson.ts';
import { genericError } from './genericError.ts';
import { noSuchHost } from './noSuchHost.ts';
import { type Query, queryText } from './query.ts';
import { requestLines } from './requestLog.ts';
import { serverCertificateError } from './serverTrust.ts';

/** What a request asks for. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Escaped, starting with `/`, without query. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: Json;
  /** `application/json` when absent. */
  readonly accept?: string;
  /** Of the body; `application/json` when absent. */
  readonly contentType?: string;
  /** Further headers: those of an upgrade. */
  readonly headers?: HttpRequest['headers'];
  /** What errors name when the server did not say why: `pods`, or `pods/log`, and the object's name. */
  readonly resource?: string;
  readonly name?: string;
}

/** What came back and was no error. */
export interface ApiAnswer {
  readonly http: HttpAnswer;
  readonly body: string;
  /** The body when it is a JSON object, else an empty one. */
  readonly object: JsonObject;
}

/** What steps the command's private world. */
export interface Wire {
  readonly world: World;
  readonly node: string;
  /** What `-v` says. */
  readonly verbosity: number;
  /** Sends an event; it becomes one of the command's. */
  send(event: WorldEvent): Trace;
  /** Writes a line of the log. */
  log(source: string, text: string): void;
}

const USER_AGENT = 'kubectl/v1.36.3 (linux/amd64) kubernetes/0d2a9b1';

/** Where a server's URL leads. */
interface Target {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** Path before every request's own. */
  readonly prefix: string;
}

/**
 * Sends a request to the API server and reads its answer. An answer that is not 2xx is an error, as is none.
 * Models Request.Do and transformResponse in client-go/rest/request.go, v0.36.
 */
export function callApi(config: ClientConfig, wire: Wire, call: ApiCall): Result<ApiAnswer> {
  const sent = exchange(config, wire, call);
  if (!sent.ok) return sent;
  const http = sent.value;
  const object = jsonObject(http.body);
  if (http.status === 101 || (http.status >= 200 && http.status <= 206)) {
    return { ok: true, value: { http, body: http.body, object } };
  }
  if (textAt(object, 'kind') === 'Status' && textAt(object, 'status') !== 'Success') {
    return failed({ kind: 'status', status: object, message: textAt(object, 'message') });
  }
  return failed(genericError(http, call));
}

/** As {@link callApi}, whatever the status: for upgrades, whose refusals are worded elsewhere. */
export function exchange(config: ClientConfig, wire: Wire, call: ApiCall): Result<HttpAnswer> {
  const { method, path, query = [] } = call;
  const url = `${config.server}${path}${queryText(query)}`;
  const noAnswer = (error: string): Result<HttpAnswer> =>
    failed({ kind: 'url', operation: `${method.slice(0, 1)}${method.slice(1).toLowerCase()}`, url, error });
  const target = targetOf(config.server);
  if (target === null) return noAnswer('unsupported protocol scheme ""');
  const node = nodeNamed(wire.world, wire.node);
  if (node === undefined) return noAnswer('dial tcp: no route to host');
  const [address] = resolveHost(wire.world, node, { host: target.host, port: target.port }, []).addresses;
  if (address === undefined) return noAnswer(noSuchHost(target.host));
  const request = requestOf(config, call, target, address);
  const distrust = target.scheme === 'https' && !config.insecure ? distrustOf(config, wire.world, target) : null;
  const tls = distrust === null ? {} : { tls: { leaves: 'bad_certificate' } };
  const trace = wire.send({ type: 'api-request', node: wire.node, request: { ...request, ...tls } });
  const answer: Answer = 'answer' in trace ? trace.answer : { kind: 'refused' };
  for (const [source, text] of requestLines(wire.verbosity, request, url, answer.kind === 'http' ? answer : null)) {
    wire.log(source, text);
  }
  switch (answer.kind) {
    case 'http':
      return { ok: true, value: answer };
    case 'refused':
      return noAnswer(`dial tcp ${hostPort(address, target.port)}: connect: connection refused`);
    case 'left':
      return noAnswer(
        `tls: failed to verify certificate: ${distrust ?? 'x509: certificate signed by unknown authority'}`,
      );
    case 'alert':
      return noAnswer(`remote error: tls: ${answer.alert.replaceAll('_', ' ')}`);
    case 'not-tls':
      return noAnswer('http: server gave HTTP response to HTTPS client');
    case 'reset':
      return noAnswer('EOF');
  }
}

/** Why the client does not trust the server that answers there; null when it does, or when nobody shows a certificate. */
function distrustOf(config: ClientConfig, world: World, target: Target): string | null {
  const chain = world.cluster.serving?.certificate;
  if (chain === undefined) return null;
  return serverCertificateError(chain, config.authority, config.serverName || target.host, world.now);
}

function requestOf(config: ClientConfig, call: ApiCall, target: Target, address: string): HttpRequest {
  const { method, path, query = [], body, accept = 'application/json', contentType = 'application/json' } = call;
  const { token, basic, impersonate } = config;
  const authorization =
    token !== ''
      ? `Bearer ${token}`
      : basic === null
        ? ''
        : `Basic ${encodeBase64(utf8Bytes(`${basic.user}:${basic.password}`))}`;
  const headers: (readonly [string, string])[] = [
    ['Host', hostPort(target.host, target.port)],
    ['Accept', accept],
    ...(body === undefined ? [] : [['Content-Type', contentType] as const]),
    ['User-Agent', USER_AGENT],
    ...(authorization === '' ? [] : [['Authorization', authorization] as const]),
    ...(impersonate.user === '' ? [] : [['Impersonate-User', impersonate.user] as const]),
    ...(impersonate.uid === '' ? [] : [['Impersonate-Uid', impersonate.uid] as const]),
    ...impersonate.groups.map((group) => ['Impersonate-Group', group] as const),
    ...impersonate.extra.map(([key, value]) => [`Impersonate-Extra-${key}`, value] as const),
    ...(call.headers ?? []),
  ];
  return {
    address,
    port: target.port,
    scheme: target.scheme,
    method,
    path: `${target.prefix}${path}${queryText(query)}`,
    headers,
    ...(body === undefined ? {} : { body: `${compact(body)}\n` }),
    ...(config.certificate === null || target.scheme === 'http'
      ? {}
      : { certificate: { certificate: config.certificate.pem, name: config.certificate.name } }),
  };
}

function targetOf(server: string): Target | null {
  const parts = /^(https?):\/\/(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?(\/[^?#]*)?$/.exec(server);
  if (parts === null) return null;
  const scheme = parts[1] === 'http' ? 'http' : 'https';
  const port = parts[3] === undefined ? (scheme === 'http' ? 80 : 443) : Number(parts[3]);
  return { scheme, host: (parts[2] ?? '').replace(/^\[|\]$/g, ''), port, prefix: parts[4] ?? '' };
}

function hostPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** A text as a JSON object; an empty one when it is none. */
export function jsonObject(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Texts of the Warning headers of an answer. */
export function warningsOf({ headers }: HttpAnswer): readonly string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'warning')
    .map(([, value]) => (/^\d+ \S+ "((?:[^"\\]|\\.)*)"/.exec(value)?.[1] ?? '').replace(/\\(.)/g, '$1'))
    .filter((text) => text !== '');
}

/** The `Status` of an error, when the server gave one. */
export function statusOf(error: KubeError): JsonObject {
  return error.kind === 'status' ? error.status : {};
}
