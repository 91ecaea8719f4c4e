import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Cluster } from '../../apiserver/cluster.ts';
import { newCluster } from '../../apiserver/newCluster.ts';
import { issueToken } from '../../apiserver/tokens.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import type { Json, JsonObject } from '../../json.ts';
import { KEY_POOL } from '../../pki/keys.data.ts';
import { publicKeyOf } from '../../pki/keys.ts';
import { parseTime } from '../../time.ts';
import type { World } from '../../world/world.ts';
import type { HttpRequest, TlsVersion } from '../exchange.ts';
import type { KubeletProcess } from '../process.ts';
import type { Journey } from '../stage.ts';
import { authenticate } from './authenticate.ts';
import { tls } from './tls.ts';

interface Exchange {
  readonly request: {
    readonly port: number;
    readonly scheme: 'http' | 'https';
    readonly method: string;
    readonly path: string;
    readonly cert?: string;
    readonly token?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly tlsMax?: TlsVersion;
  };
  readonly response: { readonly status?: number; readonly tls?: string; readonly body?: string };
}

interface Case {
  readonly id: string;
  readonly clock: string;
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly cluster: string;
  readonly exchanges: readonly Exchange[];
}

const texts = new Map<string, string>();

function recorded(version: string, name: string): string {
  const known = texts.get(`${version}/${name}`);
  const text = known ?? readRecording(version, name);
  texts.set(`${version}/${name}`, text);
  return text;
}

const readRecording = (version: string, name: string) =>
  readFileSync(new URL(`../../../../conformance/recordings/${version}/${name}`, import.meta.url), 'utf8');

const FIELDS = {
  'anonymous-auth': 'authentication.anonymous.enabled',
  'authentication-token-webhook': 'authentication.webhook.enabled',
  'client-ca-file': 'authentication.x509.clientCAFile',
  'tls-min-version': 'tlsMinVersion',
  'tls-cipher-suites': 'tlsCipherSuites',
  'tls-cert-file': 'tlsCertFile',
  'tls-private-key-file': 'tlsPrivateKeyFile',
} as const;

/** The few settings that these two gates read, by the three layers that matter here. */
function settingsOf({ args, files }: Case): EffectiveConfiguration {
  const flags = new Map(
    args.map((arg) => /^--([^=]+)=?(.*)$/.exec(arg)).map((match) => [match?.[1], match?.[2] ?? '']),
  );
  const file = parse(files[flags.get('config') ?? ''] ?? '{}') as JsonObject;
  const fromFile = flags.has('config');
  const fallback = { 'anonymous-auth': !fromFile, 'authentication-token-webhook': fromFile } as const;
  const settings = Object.entries(FIELDS).map(([flag, path]) => {
    const written = path.split('.').reduce<Json | undefined>((at, key) => (at as JsonObject | undefined)?.[key], file);
    const given = flags.get(flag);
    const value = given ?? written ?? (flag in fallback ? fallback[flag as keyof typeof fallback] : '');
    const typed = value === 'true' ? true : value === 'false' ? false : value;
    return [path, { path, value: typed, source: { from: 'default' as const }, beaten: [] }] as const;
  });
  const ttl = {
    path: 'authentication.webhook.cacheTTL',
    value: '2m0s',
    source: { from: 'default' as const },
    beaten: [],
  };
  return { fromFile, settings: Object.fromEntries([...settings, [ttl.path, ttl]]), flags: {}, gates: {}, configz: {} };
}

/** The cluster that a group's cases share, with every account that one of them asks as. */
function clusterOf(version: string, cluster: string, exchanges: readonly Exchange[]): Cluster {
  const accounts = new Set(exchanges.flatMap(({ request }) => (isAccount(request.token) ? [request.token] : [])));
  const privateKey = KEY_POOL[0] ?? '';
  const objects = parseAllDocuments(recorded(version, `clusters/${cluster}.yaml`)).map((document) => document.toJS());
  return newCluster({
    clientCA: recorded(version, 'pki/ca.crt'),
    serviceAccountKey: { privateKey, publicKey: publicKeyOf(privateKey) ?? '' },
    endpoint: '127.0.0.1:6443',
    objects: [
      ...[...accounts].map((account) => {
        const [namespace = '', name = ''] = account.split('/');
        return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace, name } };
      }),
      ...(objects as JsonObject[]),
    ],
  });
}

const issued = new WeakMap<Cluster, Map<string, string>>();

/** Signing takes milliseconds, so each account of a cluster gets one token. */
function tokenFor(cluster: Cluster, account: string, now: number): string {
  const known = issued.get(cluster) ?? new Map<string, string>();
  issued.set(cluster, known);
  const [namespace = '', name = ''] = account.split('/');
  const token = known.get(account) ?? issueToken(cluster, { namespace, name }, now, 3600);
  known.set(account, token);
  return token;
}

const isAccount = (token: string | undefined): token is string => /^[a-z-]+\/[a-z-]+$/.test(token ?? '');

function journeyOf(
  version: string,
  recordedCase: Case,
  { request }: Exchange,
  cluster: Cluster,
  config: EffectiveConfiguration,
): Journey {
  const now = parseTime(recordedCase.clock);
  const path = String(config.settings['authentication.x509.clientCAFile']?.value ?? '');
  const halves = [config.settings.tlsCertFile?.value, config.settings.tlsPrivateKeyFile?.value];
  const half = halves.filter(Boolean).length === 1;
  const token = isAccount(request.token) ? tokenFor(cluster, request.token, now) : request.token;
  const sent: HttpRequest = {
    address: '127.0.0.1',
    port: request.port,
    scheme: request.scheme,
    method: request.method,
    path: request.path,
    headers: [
      ...Object.entries(request.headers ?? {}),
      ...(token === undefined ? [] : [['Authorization', `Bearer ${token}`] as const]),
    ],
    ...(request.tlsMax === undefined ? {} : { tls: { max: request.tlsMax } }),
    ...(request.cert === undefined
      ? {}
      : { certificate: { name: request.cert, certificate: recorded(version, `pki/${request.cert}.crt`) } }),
  };
  const process: KubeletProcess = {
    pid: 1,
    version: `${version}.0`,
    startedAt: now,
    argv: [],
    environment: {},
    nodeName: 'node01',
    config,
    listeners: [],
    client: {
      server: 'https://127.0.0.1:6443',
      subject: { user: 'system:node:node01', groups: ['system:nodes', 'system:authenticated'], extra: {} },
    },
    clientCA: path === '' ? null : { path, pem: recorded(version, recordedCase.files[path]?.slice(1) ?? '') },
    serving: half
      ? { kind: 'none', reason: 'half-configured' }
      : { kind: 'files', certificate: recorded(version, 'pki/apiserver.crt'), path: '/serving.crt' },
    caches: { tokens: {}, decisions: {} },
    manifests: {},
    verbosity: 0,
    served: {},
  };
  return {
    world: { format: 1, now, nodes: {}, cluster } as World,
    node: 'node01',
    request: sent,
    process,
    listener: { role: 'main', address: '0.0.0.0', port: 10250 },
    connection: null,
    route: null,
    subject: null,
    caches: process.caches,
    records: [],
    answer: null,
    log: [],
  };
}

/** What the two gates say, in as much of the recording's words as they can know. */
function said(journey: Journey): string {
  const shaken = tls(journey);
  if (shaken.answer !== undefined) {
    return shaken.answer.kind === 'alert' ? `tls ${shaken.answer.alert}` : shaken.answer.kind;
  }
  const met = authenticate({ ...journey, ...shaken.carry });
  if (met.answer !== undefined) return met.answer.kind === 'http' ? `${met.answer.status}` : met.answer.kind;
  return `as ${met.carry?.subject?.user}`;
}

function expected({ response }: Exchange): string {
  if (response.tls !== undefined) return `tls ${response.tls}`;
  if (response.status === 401) return '401';
  const user = /^Forbidden \(user=([^,]*),/.exec(response.body ?? '')?.[1];
  return user === undefined ? 'as ' : `as ${user}`;
}

// A kubelet answers unknown paths and redirects before it asks who is there.
const beforeAuthentication = ({ response }: Exchange) => [301, 307, 404].includes(response.status ?? 0);

test.each(
  ['1.36', '1.34', '1.31'].flatMap((version) =>
    ['auth-file', 'auth-flags', 'tls', 'rbac'].map((group) => [version, group] as const),
  ),
)('%s %s: who is asking, and whether the handshake holds', (version, group) => {
  const lines = recorded(version, `cases/${group}.jsonl`).trim().split('\n');
  const cases = lines.map((line) => JSON.parse(line) as Case);
  const exchanges = cases.flatMap((recordedCase) => recordedCase.exchanges);
  const clusters = new Map<string, Cluster>();
  let compared = 0;
  for (const recordedCase of cases) {
    const cluster = clusters.get(recordedCase.cluster) ?? clusterOf(version, recordedCase.cluster, exchanges);
    clusters.set(recordedCase.cluster, cluster);
    const config = settingsOf(recordedCase);
    for (const exchange of recordedCase.exchanges) {
      if (exchange.request.port !== 10250 || exchange.request.scheme !== 'https' || beforeAuthentication(exchange))
        continue;
      const answer = said(journeyOf(version, recordedCase, exchange, cluster, config));
      const label = `${recordedCase.id}: ${JSON.stringify(exchange.request)}: ${answer}`;
      expect(answer.startsWith(expected(exchange)), `${label}, recorded ${expected(exchange)}`).toBe(true);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThanOrEqual(group === 'tls' ? 10 : 100);
});
