import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cluster } from '../../apiserver/cluster.ts';
import { newCluster } from '../../apiserver/newCluster.ts';
import { issueToken } from '../../apiserver/tokens.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import type { Json } from '../../json.ts';
import { encodeBase64Url, utf8Bytes } from '../../pki/bytes.ts';
import { poolKey } from '../../pki/keyPool.ts';
import { publicKeyOf } from '../../pki/keys.ts';
import { parseTime } from '../../time.ts';
import type { HttpRequest } from '../exchange.ts';
import type { Caches, KubeletProcess } from '../process.ts';
import { authenticateRequest } from './chain.ts';

const NOW = parseTime('2026-11-24T09:00:00Z');
const recorded = (name: string) =>
  readFileSync(new URL(`../../../../conformance/recordings/1.36/pki/${name}.crt`, import.meta.url), 'utf8');
const CA = recorded('ca');
const NODE = { user: 'system:node:node01', groups: ['system:nodes', 'system:authenticated'], extra: {} };

const cluster = newCluster({
  clientCA: CA,
  serviceAccountKey: { privateKey: poolKey(0), publicKey: publicKeyOf(poolKey(0)) ?? '' },
  endpoint: '10.0.0.10:6443',
  objects: [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace: 'watch', name: 'scraper' } }],
});
const TOKEN = issueToken(cluster, { namespace: 'watch', name: 'scraper' }, NOW, 3600);

interface Settings {
  readonly anonymous: boolean;
  readonly ca: boolean;
  readonly webhook: boolean;
  readonly ttl?: string;
}

function configOf({ anonymous, webhook, ttl = '2m0s' }: Settings): EffectiveConfiguration {
  const setting = (path: string, value: Json) =>
    [path, { path, value, source: { from: 'default' as const }, beaten: [] }] as const;
  const settings = Object.fromEntries([
    setting('authentication.anonymous.enabled', anonymous),
    setting('authentication.webhook.enabled', webhook),
    setting('authentication.webhook.cacheTTL', ttl),
  ]);
  return { fromFile: true, settings, flags: {}, gates: {}, configz: {} };
}

function processOf(settings: Settings): KubeletProcess {
  return {
    pid: 1,
    version: '1.36.3',
    startedAt: NOW,
    argv: [],
    environment: {},
    nodeName: 'node01',
    config: configOf(settings),
    listeners: [],
    client: { server: 'https://10.0.0.10:6443', subject: NODE },
    clientCA: settings.ca ? { path: '/etc/kubernetes/pki/ca.crt', pem: CA } : null,
    serving: { kind: 'none', reason: 'half-configured' },
    caches: { tokens: {}, decisions: {} },
    manifests: {},
    verbosity: 0,
    served: {},
  };
}

interface Sent {
  readonly certificate?: string;
  readonly headers?: HttpRequest['headers'];
}

interface Around {
  readonly tokens?: Caches['tokens'];
  readonly now?: number;
  readonly cluster?: Cluster;
}

function ask(settings: Settings, sent: Sent, around: Around = {}) {
  const request: HttpRequest = {
    address: '127.0.0.1',
    port: 10250,
    scheme: 'https',
    method: 'GET',
    path: '/healthz',
    headers: sent.headers ?? [],
  };
  const peer = settings.ca && sent.certificate !== undefined ? recorded(sent.certificate) : null;
  const { tokens = {}, now = NOW, cluster: server = cluster } = around;
  return authenticateRequest({ process: processOf(settings), tokens, request, peer, cluster: server, now });
}

const bearer = (token: string): Sent => ({ headers: [['Authorization', `Bearer ${token}`]] });
const BOTH = { anonymous: false, ca: true, webhook: true };

/** `anon`, `401`, or `ok:` and the user. */
function cell(settings: Settings, sent: Sent): string {
  const { outcome } = ask(settings, sent);
  if (outcome.kind === 'anonymous') return 'anon';
  return 'subject' in outcome ? `ok:${outcome.subject.user.replace(/^.*:/, '')}` : '401';
}

const COLUMNS: readonly Settings[] = [
  { anonymous: false, ca: true, webhook: true },
  { anonymous: true, ca: true, webhook: true },
  { anonymous: true, ca: true, webhook: false },
  { anonymous: true, ca: false, webhook: true },
  { anonymous: true, ca: false, webhook: false },
  { anonymous: false, ca: true, webhook: false },
  { anonymous: false, ca: false, webhook: true },
  { anonymous: false, ca: false, webhook: false },
];

// A real kubelet 1.36.3's answers, column by column as above.
test.each<[string, Sent, string]>([
  ['nothing', {}, '401 anon anon anon anon 401 401 401'],
  ['a good certificate', { certificate: 'bob' }, 'ok:bob ok:bob ok:bob anon anon ok:bob 401 401'],
  ['a certificate of another authority', { certificate: 'intruder' }, '401 401 401 anon anon 401 401 401'],
  ['a certificate out of date', { certificate: 'expired' }, '401 401 401 anon anon 401 401 401'],
  ['a server certificate', { certificate: 'server-only' }, '401 401 401 anon anon 401 401 401'],
  [
    'a certificate for anything',
    { certificate: 'no-eku' },
    'ok:no-eku ok:no-eku ok:no-eku anon anon ok:no-eku 401 401',
  ],
  ['a certificate without a name', { certificate: 'empty-cn' }, '401 anon anon anon anon 401 401 401'],
  ['a good token', bearer(TOKEN), 'ok:scraper ok:scraper anon ok:scraper anon 401 ok:scraper 401'],
  ['a bad token', bearer('junk'), '401 401 anon 401 anon 401 401 401'],
  ['no token', { headers: [['Authorization', 'Bearer']] }, '401 anon anon anon anon 401 401 401'],
  ['a password', { headers: [['Authorization', 'Basic Ym9i']] }, '401 anon anon anon anon 401 401 401'],
  ['two blanks', { headers: [['Authorization', `Bearer  ${TOKEN}`]] }, '401 anon anon anon anon 401 401 401'],
  [
    'a scheme in capitals',
    { headers: [['authorization', `BEARER ${TOKEN}`]] },
    'ok:scraper ok:scraper anon ok:scraper anon 401 ok:scraper 401',
  ],
  [
    'bad and good',
    { certificate: 'intruder', ...bearer(TOKEN) },
    'ok:scraper ok:scraper 401 ok:scraper anon 401 ok:scraper 401',
  ],
  ['good and bad', { certificate: 'bob', ...bearer('junk') }, 'ok:bob ok:bob ok:bob 401 anon ok:bob 401 401'],
  [
    'good and good',
    { certificate: 'bob', ...bearer(TOKEN) },
    'ok:bob ok:bob ok:bob ok:scraper anon ok:bob ok:scraper 401',
  ],
  ['bad and bad', { certificate: 'intruder', ...bearer('junk') }, '401 401 401 401 anon 401 401 401'],
])('the matrix of credentials: %s', (_name, sent, expected) => {
  expect(COLUMNS.map((settings) => cell(settings, sent)).join(' ')).toBe(expected);
});

test('a certificate’s user has its organizations, the group of all and its fingerprint', () => {
  expect(ask(BOTH, { certificate: 'two-groups' }).outcome).toMatchObject({
    kind: 'certificate',
    subject: {
      user: 'carol',
      groups: ['dev', 'ops', 'system:authenticated'],
      extra: {
        'authentication.kubernetes.io/credential-id': [
          'X509SHA256=588f251be669f4df5ad9d9abb27aabe914da977161306f36173d805812ef669c',
        ],
      },
    },
  });
});

test('errors of certificate and token stand together in brackets', () => {
  const { outcome } = ask(BOTH, { certificate: 'intruder', ...bearer('junk') });
  expect(outcome).toMatchObject({ kind: 'rejected', by: ['certificate', 'token'] });
  expect('error' in outcome && outcome.error).toMatch(/^\[verifying certificate SN=\d+, .* unknown authority, .+\]$/);
});

test('a token is remembered for its time and no longer, whatever becomes of the API server', () => {
  const first = ask(BOTH, bearer(TOKEN));
  expect(first.outcome).toMatchObject({ kind: 'token', cached: false });
  const down = { ...cluster, reachable: false };
  const again = ask(BOTH, bearer(TOKEN), { tokens: first.tokens, now: NOW + 119_999, cluster: down });
  expect(again.outcome).toMatchObject({ kind: 'token', cached: true });
  const later = ask(BOTH, bearer(TOKEN), { tokens: first.tokens, now: NOW + 120_000, cluster: down });
  const error =
    'Post "https://10.0.0.10:6443/apis/authentication.k8s.io/v1/tokenreviews": ' +
    'dial tcp 10.0.0.10:6443: connect: connection refused';
  expect(later.outcome).toEqual({ kind: 'rejected', error, by: ['token'] });
  expect(later.log).toEqual([
    { level: 'E', source: 'webhook.go:154', text: `Failed to make webhook authenticator request: ${error}` },
  ]);
});

test('nothing is remembered of a token the review has words for, nor with a time of zero', () => {
  expect(ask(BOTH, bearer('junk')).tokens).toEqual({});
  expect(ask({ ...BOTH, ttl: '0s' }, bearer(TOKEN)).tokens).toEqual({});
});

test('a kubelet that the API server does not know cannot ask about tokens', () => {
  const process = { ...processOf(BOTH), client: { server: 'https://10.0.0.10:6443', subject: null } };
  const request: HttpRequest = {
    address: '',
    port: 1,
    scheme: 'https',
    method: 'GET',
    path: '/',
    headers: bearer(TOKEN).headers ?? [],
  };
  const { outcome } = authenticateRequest({ process, tokens: {}, request, peer: null, cluster, now: NOW });
  expect(outcome).toEqual({ kind: 'rejected', error: 'Unauthorized', by: ['token'] });
});

const UPGRADE = [
  ['Connection', 'keep-alive, Upgrade'],
  ['Upgrade', 'websocket'],
] as const;
const protocol = (value: string): Sent => ({ headers: [...UPGRADE, ['Sec-WebSocket-Protocol', value]] });
const encoded = (token: string) => `base64url.bearer.authorization.k8s.io.${encodeBase64Url(utf8Bytes(token))}`;

test.each<[string, Sent, string]>([
  ['a token beside a protocol', protocol(`v5.channel.k8s.io, ${encoded(TOKEN)}`), 'token'],
  ['a token alone', protocol(encoded(TOKEN)), 'missing additional subprotocol'],
  [
    'two tokens',
    protocol(`x,${encoded(TOKEN)},${encoded('b')}`),
    'multiple base64.bearer.authorization tokens specified',
  ],
  [
    'no base64',
    protocol('x,base64url.bearer.authorization.k8s.io.a='),
    'invalid base64.bearer.authorization token encoding',
  ],
  ['no UTF-8', protocol('x,base64url.bearer.authorization.k8s.io._w'), 'invalid base64.bearer.authorization token'],
  ['an empty token', protocol(`x,${encoded('')}`), 'unauthenticated'],
  ['no token', protocol('v5.channel.k8s.io'), 'unauthenticated'],
  ['no upgrade', { headers: protocol(`x,${encoded(TOKEN)}`).headers?.slice(2) ?? [] }, 'unauthenticated'],
])('WebSocket: %s', (_name, sent, expected) => {
  const { outcome } = ask(BOTH, sent);
  expect(outcome.kind === 'rejected' ? outcome.error : outcome.kind).toBe(expected);
});

test('no header makes it throw, and none makes a user', () => {
  const names = fc.constantFrom('Authorization', 'Connection', 'Upgrade', 'Sec-WebSocket-Protocol', '__proto__');
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('Bearer __proto__', 'bearer constructor', 'upgrade', 'websocket', encoded('toString')),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 5 }), (headers) => {
      expect(ask(BOTH, { headers }).outcome.kind).toMatch(/^(unauthenticated|rejected)$/);
    }),
    { numRuns: 60 },
  );
});
