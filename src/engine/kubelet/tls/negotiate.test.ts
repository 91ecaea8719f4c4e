import { expect, test } from 'vitest';
import { CIPHER_SUITES } from './cipherSuites.table.ts';
import { negotiateCipher, negotiateVersion } from './negotiate.ts';

test.each([
  [{}, '1.2', { version: '1.3' }],
  [{ max: '1.2' }, '1.2', { version: '1.2' }],
  [{ max: '1.1' }, '1.0', { version: '1.1' }],
  [{ max: '1.1' }, '1.2', { version: null, offered: '[302 301]' }],
  [{ max: '1.2' }, '1.3', { version: null, offered: '[303 302 301]' }],
] as const)('client %o against at least %s', (client, minimum, expected) => {
  expect(negotiateVersion(client, minimum)).toEqual(expected);
});

const AES_256 = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384';
const AES_128 = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
const CHACHA = 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256';
const RSA_CBC = 'TLS_RSA_WITH_AES_128_CBC_SHA';

test.each([
  ['the server prefers AES-128', { max: '1.2' }, '1.2', [], AES_128],
  ['its list narrows', { max: '1.2' }, '1.2', [RSA_CBC, AES_256], AES_256],
  ['its order, not the list’s', { max: '1.2' }, '1.2', [AES_256, AES_128], AES_128],
  ['nothing in common', { max: '1.2', ciphers: [AES_128] }, '1.2', [AES_256], null],
  ['a client that begins with ChaCha20', { max: '1.2', ciphers: [CHACHA, AES_128] }, '1.2', [], CHACHA],
  ['RSA key exchange is off unless listed', { max: '1.2', ciphers: [RSA_CBC] }, '1.2', [], null],
  ['RSA key exchange listed', { max: '1.2', ciphers: [RSA_CBC] }, '1.2', [RSA_CBC], RSA_CBC],
  ['1.1 has no GCM', { max: '1.1' }, '1.1', [], 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'],
  ['1.3 does not listen', {}, '1.3', [RSA_CBC], 'TLS_AES_128_GCM_SHA256'],
] as const)('cipher suite: %s', (_name, client, version, configured, expected) => {
  expect(negotiateCipher(client, version, configured, 'RSA')).toBe(expected);
});

test('names are unique, and an elliptic certificate gets its own suites', () => {
  expect(new Set(CIPHER_SUITES.map(({ name }) => name)).size).toBe(CIPHER_SUITES.length);
  expect(negotiateCipher({ max: '1.2' }, '1.2', [], 'ECDSA')).toBe('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256');
});
