import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase64Url, utf8Bytes } from '../pki/bytes.ts';
import { KEY_POOL } from '../pki/keys.data.ts';
import { publicKeyOf } from '../pki/keys.ts';
import { readJwt } from './jwt.ts';
import { newCluster } from './newCluster.ts';
import { applyObject, deleteObject } from './objects.ts';
import { reviewToken } from './tokenReview.ts';
import { ISSUER, issueToken } from './tokens.ts';

const NOW = 1_795_000_000_000;
const ACCOUNT = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'scraper', namespace: 'obs' } };
const NAME = { namespace: 'obs', name: 'scraper' };
const keys = (index: number) => {
  const privateKey = KEY_POOL[index] ?? '';
  return { privateKey, publicKey: publicKeyOf(privateKey) ?? '' };
};
const CLUSTER = newCluster({ clientCA: '', serviceAccountKey: keys(0), endpoint: 'api:6443', objects: [ACCOUNT] });
const TOKEN = issueToken(CLUSTER, NAME, NOW, 3600);

test('a token carries the claims of Kubernetes and is always the same', () => {
  const jwt = readJwt(TOKEN);
  expect(jwt?.header).toEqual({ alg: 'RS256', kid: expect.stringMatching(/^[\w-]{43}$/) });
  expect(jwt?.claims).toEqual({
    aud: [ISSUER],
    exp: NOW / 1000 + 3600,
    iat: NOW / 1000,
    iss: ISSUER,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    'kubernetes.io': { namespace: 'obs', serviceaccount: { name: 'scraper', uid: expect.any(String) } },
    nbf: NOW / 1000,
    sub: 'system:serviceaccount:obs:scraper',
  });
  expect(issueToken(CLUSTER, NAME, NOW, 3600)).toBe(TOKEN);
});

test('a good token is its service account', () => {
  expect(reviewToken(CLUSTER, TOKEN, NOW)).toEqual({
    authenticated: true,
    subject: {
      user: 'system:serviceaccount:obs:scraper',
      uid: expect.any(String),
      groups: ['system:serviceaccounts', 'system:serviceaccounts:obs', 'system:authenticated'],
      extra: { 'authentication.kubernetes.io/credential-id': [`JTI=${String(readJwt(TOKEN)?.claims.jti)}`] },
    },
  });
});

const error = (cluster: typeof CLUSTER, token: string, now = NOW) => {
  const decision = reviewToken(cluster, token, now);
  return decision.authenticated ? '' : decision.error;
};

test('dates have a minute of leeway', () => {
  expect(error(CLUSTER, TOKEN, NOW + 3_660_000)).toBe('');
  expect(error(CLUSTER, TOKEN, NOW + 3_661_000)).toBe('[invalid bearer token, service account token has expired]');
  expect(error(CLUSTER, TOKEN, NOW - 61_000)).toBe('[invalid bearer token, service account token is not valid yet]');
});

test('the account must be the one that the token was made for', () => {
  const gone = deleteObject(CLUSTER, { kind: 'ServiceAccount', ...NAME }).cluster;
  expect(error(gone, TOKEN)).toBe('[invalid bearer token, serviceaccounts "scraper" not found]');
  expect(error(applyObject(gone, ACCOUNT).cluster, TOKEN)).toMatch(
    /^\[invalid bearer token, service account UID \(.+\) does not match claim \(.+\)\]$/,
  );
});

test('signatures, keys and audiences', () => {
  const other = { ...CLUSTER, serviceAccountKey: keys(1) };
  expect(error(other, TOKEN)).toBe('[invalid bearer token, invalid signature, no keys found]');
  const [header = '', payload = '', signature = ''] = TOKEN.split('.');
  const claims = readJwt(TOKEN)?.claims;
  const forged = encodeBase64Url(utf8Bytes(JSON.stringify({ ...claims, sub: 'system:admin' })));
  const broken = '[invalid bearer token, go-jose/go-jose: error in cryptographic primitive]';
  expect(error(CLUSTER, `${header}.${forged}.${signature}`)).toBe(broken);
  const unsigned = encodeBase64Url(utf8Bytes('{"alg":"none"}'));
  expect(error(CLUSTER, `${unsigned}.${payload}.${signature}`)).toBe(broken);
});

test('any other text is simply no token', () => {
  for (const text of ['', 'x', 'a.b.c', `${TOKEN}x.y`, TOKEN.slice(0, 40)]) {
    expect(error(CLUSTER, text)).toBe('invalid bearer token');
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(reviewToken(CLUSTER, text, NOW).authenticated).toBe(false);
    }),
  );
  const part = fc.json().map((json) => encodeBase64Url(utf8Bytes(json)));
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      expect(reviewToken(CLUSTER, `${a}.${b}.${c}`, NOW).authenticated).toBe(false);
    }),
  );
});

test('a repeated token costs microseconds', () => {
  reviewToken(CLUSTER, TOKEN, NOW);
  const before = performance.now();
  for (let round = 0; round < 1000; round += 1) reviewToken(CLUSTER, TOKEN, NOW);
  expect((performance.now() - before) / 1000).toBeLessThan(0.5);
});
