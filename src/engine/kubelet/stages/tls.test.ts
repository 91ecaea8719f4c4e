import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import type { HttpRequest } from '../exchange.ts';
import type { KubeletProcess, Listener } from '../process.ts';
import type { Journey } from '../stage.ts';
import { authenticate } from './authenticate.ts';
import { tls } from './tls.ts';

const recorded = (name: string) =>
  readFileSync(new URL(`../../../../conformance/recordings/1.36/pki/${name}.crt`, import.meta.url), 'utf8');

interface Given {
  readonly role?: Listener['role'];
  readonly request?: Partial<HttpRequest>;
  readonly process?: Partial<KubeletProcess>;
  readonly settings?: Readonly<Record<string, Json>>;
}

function journeyOf({ role = 'main', request, process, settings = {} }: Given): Journey {
  const held = Object.entries({ 'authentication.x509.clientCAFile': '/ca.crt', ...settings }).map(([path, value]) => {
    return [path, { path, value, source: { from: 'default' }, beaten: [] }] as const;
  });
  const config = { settings: Object.fromEntries(held), gates: {}, flags: {} };
  return {
    world: { now: 1_795_510_800_000, cluster: {} },
    request: {
      address: '127.0.0.1',
      port: 10250,
      scheme: 'https',
      method: 'GET',
      path: '/pods',
      headers: [],
      ...request,
    },
    process: {
      config,
      clientCA: { path: '/ca.crt', pem: recorded('ca') },
      serving: { kind: 'files', certificate: recorded('apiserver'), path: '/serving.crt' },
      caches: { tokens: {}, decisions: {} },
      served: {},
      ...process,
    },
    listener: { role, address: '0.0.0.0', port: 10250 },
    connection: null,
    caches: null,
  } as unknown as Journey;
}

const bob = { certificate: { name: '/root/bob.crt', certificate: recorded('bob') } };

test('a handshake with a client certificate that was asked for', () => {
  const { record, carry, answer } = tls(journeyOf({ request: bob }));
  expect(answer).toBeUndefined();
  expect(record).toMatchObject({
    verdict: 'passed',
    reason: 'tls-agreed',
    facts: { version: '1.3', cipher: 'TLS_AES_128_GCM_SHA256', asked: true, client: 'bob' },
    causes: [{ kind: 'setting', setting: { path: 'authentication.x509.clientCAFile' } }],
  });
  expect(carry?.connection).toMatchObject({ asked: true, peer: recorded('bob'), server: recorded('apiserver') });
});

test('without a client CA nobody asks, and the certificate stays where it is', () => {
  const { record, carry } = tls(journeyOf({ request: bob, process: { clientCA: null } }));
  expect(record).toMatchObject({ reason: 'tls-unasked', facts: { client: 'bob', asked: false } });
  expect(carry?.connection?.peer).toBeNull();
});

test('a file without any certificate is none', () => {
  const junk = { certificate: { name: 'x', certificate: 'junk' } };
  const { record, carry } = tls(journeyOf({ request: junk }));
  expect(record).toMatchObject({ reason: 'tls-agreed', facts: { client: '' } });
  expect(carry?.connection?.peer).toBeNull();
});

test.each<[string, Given, object, string, string]>([
  [
    'an old client',
    { request: { tls: { max: '1.1' } } },
    { kind: 'alert', alert: 'protocol_version' },
    'tls-version',
    'tls: client offered only unsupported versions: [302 301]',
  ],
  [
    'a strict server',
    { request: { tls: { max: '1.2' } }, settings: { tlsMinVersion: 'VersionTLS13' } },
    { kind: 'alert', alert: 'protocol_version' },
    'tls-version',
    'tls: client offered only unsupported versions: [303 302 301]',
  ],
  [
    'no suite in common',
    { request: { tls: { max: '1.2', ciphers: ['TLS_RSA_WITH_AES_128_CBC_SHA'] } } },
    { kind: 'alert', alert: 'handshake_failure' },
    'tls-cipher',
    'tls: no cipher suite supported by both client and server',
  ],
  [
    'no serving certificate',
    { process: { serving: { kind: 'none', reason: 'pending-csr' } } },
    { kind: 'alert', alert: 'internal_error' },
    'no-serving-certificate',
    'no serving certificate available for the kubelet',
  ],
  [
    'plain HTTP',
    { request: { scheme: 'http' } },
    {
      kind: 'http',
      http: '1.0',
      status: 400,
      headers: [],
      body: 'Client sent an HTTP request to an HTTPS server.\n',
      bare: true,
    },
    'http-to-tls',
    'client sent an HTTP request to an HTTPS server',
  ],
  [
    'plain HTTP that Go does not recognise',
    { request: { scheme: 'http', method: 'DELETE' } },
    { kind: 'reset' },
    'http-to-tls',
    'tls: first record does not look like a TLS handshake',
  ],
])('ends with %s', (_name, given, answer, reason, error) => {
  const result = tls(journeyOf(given));
  expect(result.answer).toEqual(answer);
  expect(result.record).toMatchObject({ verdict: 'answered', reason });
  expect(result.log?.[0]?.text).toMatch(/^http: TLS handshake error from 127\.0\.0\.1:\d{5}: /);
  expect(result.log?.[0]?.text.endsWith(`: ${error}`)).toBe(true);
});

test.each([
  [{ leaves: 'unknown_ca' }, 'client-left', ['local error: tls: bad record MAC']],
  [{ leaves: 'unknown_ca', max: '1.2' }, 'client-left', ['remote error: tls: unknown certificate authority']],
  [{ leaves: 'certificate_expired', max: '1.2' }, 'client-left', ['remote error: tls: expired certificate']],
  [{ leaves: 'close_notify' }, 'client-closed', []],
] as const)('a client that %j', (offer, reason, errors) => {
  const { record, answer, log, carry } = tls(journeyOf({ request: { ...bob, tls: offer } }));
  expect(answer).toEqual({ kind: 'left', alert: offer.leaves });
  expect(record).toMatchObject({ verdict: 'answered', reason });
  expect(log?.map(({ text }) => text.replace(/^.*?:\d{5}: /, ''))).toEqual(errors);
  expect(carry?.connection?.peer === null).toBe(reason === 'client-left');
});

test('a client that would leave is refused first when nothing was agreed', () => {
  const { answer } = tls(journeyOf({ request: { tls: { max: '1.1', leaves: 'unknown_ca' } } }));
  expect(answer).toEqual({ kind: 'alert', alert: 'protocol_version' });
});

test.each(['read-only', 'healthz'] as const)('the %s port speaks plain HTTP and asks nobody', (role) => {
  expect(tls(journeyOf({ role })).answer).toEqual({ kind: 'not-tls' });
  const journey = journeyOf({ role, request: { scheme: 'http' } });
  expect(tls(journey).record).toMatchObject({ verdict: 'skipped', reason: 'plain-http' });
  expect(authenticate(journey).record).toMatchObject({ verdict: 'skipped', reason: 'no-authentication' });
});

test('a refusal names its reason, its settings and the real log line', () => {
  const journey = journeyOf({ request: { certificate: { name: 'x', certificate: recorded('intruder') } } });
  const { record, answer, log } = authenticate({ ...journey, ...tls(journey).carry });
  expect(answer).toEqual({
    kind: 'http',
    http: '1.1',
    status: 401,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: 'Unauthorized',
  });
  expect(record).toMatchObject({
    verdict: 'answered',
    reason: 'certificate-rejected',
    causes: [{ kind: 'setting', setting: { path: 'authentication.x509.clientCAFile' } }],
  });
  expect(log).toMatchObject([{ level: 'E', source: 'server.go:376' }]);
  expect(log?.[0]?.text).toMatch(
    /^"Unable to authenticate the request due to an error" err="verifying certificate SN=\d+, .* unknown authority"$/,
  );
});

test('no credentials is no error: a silent 401, or anonymous', () => {
  const off = authenticate(journeyOf({ settings: { 'authentication.anonymous.enabled': false } }));
  expect(off.record).toMatchObject({
    reason: 'no-credentials',
    facts: { why: 'no credentials were sent' },
    causes: [{ setting: { path: 'authentication.anonymous.enabled' } }],
  });
  expect(off.log).toEqual([]);
  const on = authenticate(journeyOf({ settings: { 'authentication.anonymous.enabled': true } }));
  expect(on.carry?.subject?.user).toBe('system:anonymous');
});

test('credentials nobody looks at are named', () => {
  const given = {
    request: { ...bob, headers: [['Authorization', 'Bearer x']] as const },
    process: { clientCA: null },
    settings: { 'authentication.anonymous.enabled': true, 'authentication.webhook.enabled': false },
  };
  const { record } = authenticate(journeyOf(given));
  expect(record.facts).toEqual({ why: 'the certificate was never asked for, and tokens are not looked at' });
  expect(record.causes.map((cause) => cause.kind === 'setting' && cause.setting.path)).toEqual([
    'authentication.anonymous.enabled',
    'authentication.x509.clientCAFile',
    'authentication.webhook.enabled',
  ]);
});
