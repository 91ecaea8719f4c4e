import { readText } from '../../host/files.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { HttpRequest } from '../../kubelet/exchange.ts';
import { parseTime } from '../../time.ts';
import { BASES } from '../../world/bases.ts';
import { step } from '../../world/step.ts';
import type { ApiTrace } from '../../world/trace.ts';
import type { World } from '../../world/world.ts';
import { serveApi } from './serve.ts';

/** The cluster of the kubeadm base, its kubelets running. */
export const WORLD: World = step(BASES['kubeadm-node'](parseTime('2026-11-24T09:00:00Z')).world, {
  type: 'start',
  node: 'node01',
  unit: 'kubelet',
}).world;

/** Certificates of the base by who shows them; `node` is the kubelet's own. */
const FILES = {
  admin: '/root/admin.crt',
  bob: '/root/bob.crt',
  intruder: '/root/intruder.crt',
  node: '/var/lib/kubelet/pki/kubelet-client-current.pem',
} as const;

/** What a test asks beside method and path. */
export interface Asking {
  readonly who?: keyof typeof FILES | 'nobody';
  readonly headers?: HttpRequest['headers'];
  readonly body?: Json;
  readonly type?: string;
  readonly change?: Partial<HttpRequest>;
}

/** What came back: the world after it, the trace, the status, and the body as JSON (`{}` when it is none). */
export interface Asked {
  readonly world: World;
  readonly trace: ApiTrace;
  readonly status: number;
  readonly text: string;
  readonly object: JsonObject;
}

/** Asks the API server as the admin, unless somebody else is named. */
export function ask(method: string, path: string, asking: Asking = {}, world: World = WORLD): Asked {
  const { who = 'admin', headers = [], body, type = 'application/json', change = {} } = asking;
  const files = WORLD.nodes.node01?.host.files ?? {};
  const certificate = who === 'nobody' ? null : readText(files, FILES[who]);
  const request: HttpRequest = {
    address: '10.0.0.10',
    port: 6443,
    scheme: 'https',
    method,
    path,
    headers: body === undefined ? headers : [...headers, ['Content-Type', type]],
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(certificate === null ? {} : { certificate: { certificate, name: who } }),
    ...change,
  };
  const { world: next, trace } = serveApi(world, 'node01', request);
  const text = trace.answer.kind === 'http' ? trace.answer.body : '';
  return {
    world: next,
    trace,
    status: trace.answer.kind === 'http' ? trace.answer.status : 0,
    text,
    object: parsed(text),
  };
}

function parsed(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** `connect:api-reached …`: the gates of a journey with their reasons. */
export function gates({ trace }: Asked): string {
  return trace.stages.map(({ stage, reason }) => `${stage}:${reason}`).join(' ');
}
