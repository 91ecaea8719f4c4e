import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newCluster } from '#engine/apiserver/newCluster.ts';
import { serveApi } from '#engine/apiserver/serve/serve.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { clusterObjects } from '#engine/kubeadm/clusterObjects.ts';
import type { Answer, HttpRequest } from '#engine/kubelet/exchange.ts';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import { publicKeyOf } from '#engine/pki/keys.ts';
import { parseTime } from '#engine/time.ts';
import type { World } from '#engine/world/world.ts';
import { firstDifference, type Judgement } from './compare.ts';
import { steadyObject } from './normalisation.ts';
import { pem } from './recordedHost.ts';
import type { Recordings } from './recording.ts';
import type { JudgedCase } from './report.ts';

/** What was asked of a real API server, and what came back; in the order of the file, for each changes what the next finds. */
export interface ApiExchange {
  /** A pair of `pki/`, `-` for nobody, `token:NAME` for a token that an earlier answer held. */
  readonly who: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly string[];
  readonly type?: string;
  /** JSON, or a text that was sent as it is; `$NAME` in it stands for what an earlier answer held. */
  readonly body?: Json;
  /** The name under which the answer's token, or its object's name, is kept. */
  readonly save?: string;
  /** Sent for what it changes; its answer speaks of the recording machine and is not compared. */
  readonly setup?: boolean;
  readonly response?: { readonly status: number; readonly headers: readonly string[]; readonly body: Json };
}

/** Reads the exchanges with the API server of a folder of recordings; none where there are none. Throws when they are no JSON. */
export function readApiExchanges(directory: string): readonly ApiExchange[] {
  try {
    const text = readFileSync(join(directory, 'apiserver.jsonl'), 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): ApiExchange => JSON.parse(line));
  } catch (problem) {
    if (problem instanceof SyntaxError) throw problem;
    return [];
  }
}

/** Sends all exchanges, one after the other, to the API server of a cluster as `kubeadm init` leaves it, and judges the answers. */
export function judgeApiExchanges(exchanges: readonly ApiExchange[], recordings: Recordings): readonly JudgedCase[] {
  let world = exchanges.length === 0 ? null : apiWorld(recordings);
  const kept = new Map<string, string>();
  return exchanges.flatMap((exchange): readonly JudgedCase[] => {
    if (world === null) return [];
    const step = serveApi(world, 'client', requestOf(exchange, recordings, kept));
    world = step.world;
    keep(exchange, step.trace.answer, kept);
    if (exchange.setup === true || exchange.response === undefined) return [];
    const id = `apiserver, ${exchange.who}`;
    return [{ id, group: 'apiserver', judgements: [judgement(exchange, exchange.response, step.trace.answer)] }];
  });
}

/** When they were recorded. */
const CLOCK = '2026-11-24T14:08:00Z';

function apiWorld(recordings: Recordings): World {
  const privateKey = KEY_POOL[0] ?? '';
  const ca = pem(recordings, 'ca.crt');
  const facts = {
    ca,
    frontProxyCA: ca,
    server: 'https://10.0.0.10:6443',
    version: '1.36.3',
    namespaces: ['monitoring'],
  };
  const cluster = newCluster({
    clientCA: ca,
    serviceAccountKey: { privateKey, publicKey: publicKeyOf(privateKey) ?? '' },
    endpoint: '10.0.0.10:6443',
    objects: clusterObjects({ ...facts, nodes: [{ name: 'node01', controlPlane: false }] }).filter(
      // No controller manager ran, so nobody had given namespaces their accounts.
      ({ kind }) => kind !== 'ServiceAccount',
    ),
  });
  return { format: 1, now: parseTime(CLOCK), nodes: {}, cluster };
}

function requestOf(exchange: ApiExchange, recordings: Recordings, kept: ReadonlyMap<string, string>): HttpRequest {
  const { who, method, path, headers = [], type, body } = exchange;
  const sent = headers.map((header): readonly [string, string] => {
    const at = header.indexOf(':');
    return [header.slice(0, at), header.slice(at + 1).trim()];
  });
  const token = who.startsWith('token:') ? (kept.get(who.slice('token:'.length)) ?? '') : null;
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const filled = text?.replace(/\$([a-z]+)/g, (whole, name: string) => kept.get(name) ?? whole);
  return {
    address: '10.0.0.10',
    port: 6443,
    scheme: 'https',
    method,
    path,
    headers: [
      ...sent,
      ...(type === undefined ? [] : [['Content-Type', type] as const]),
      ...(token === null ? [] : [['Authorization', `Bearer ${token}`] as const]),
    ],
    ...(filled === undefined ? {} : { body: filled }),
    ...(who === '-' || token !== null
      ? {}
      : { certificate: { certificate: pem(recordings, `${who}.crt`), name: who } }),
  };
}

function keep({ save }: ApiExchange, answer: Answer, kept: Map<string, string>): void {
  if (save === undefined || answer.kind !== 'http') return;
  const object = jsonOf(answer.body);
  if (!isObject(object)) return;
  const { status, metadata } = object;
  const token = isObject(status) ? status.token : undefined;
  const name = isObject(metadata) ? metadata.name : undefined;
  kept.set(save, String(token ?? name ?? ''));
}

function judgement(
  { method, path, headers = [], body }: ApiExchange,
  recorded: NonNullable<ApiExchange['response']>,
  answer: Answer,
): Judgement {
  const what = [
    `${method} ${path}`,
    ...headers,
    ...(body === undefined ? [] : [JSON.stringify(body).slice(0, 120)]),
  ].join(' ');
  const expected = shown(recorded.status, recorded.headers, recorded.body);
  const got =
    answer.kind === 'http'
      ? shown(
          answer.status,
          answer.headers.map(([name, value]) => `${name}: ${value}`),
          jsonOf(answer.body),
        )
      : answer.kind;
  return { what, difference: expected === got ? null : firstDifference(expected, got) };
}

const COMPARED = /^(content-type|x-content-type-options|warning|location|allow):/i;

function shown(status: number, headers: readonly string[], body: Json): string {
  const kept = headers.filter((header) => COMPARED.test(header)).sort();
  return `${status}\n${kept.join('\n')}\n${typeof body === 'string' ? body.trim() : JSON.stringify(steadyObject(body))}`;
}

/** A body as JSON, or as the text that it is. */
function jsonOf(body: string): Json {
  try {
    return JSON.parse(body) as JsonObject;
  } catch {
    return body;
  }
}
