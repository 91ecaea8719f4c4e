import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTime } from '../time.ts';
import { type CertificateRequest, issueCertificate } from './issue.ts';
import { poolKey } from './keyPool.ts';
import { verifyClient } from './verify.ts';

const NOW = parseTime('2026-11-24T09:00:00Z');
const YEAR = 31_536_000_000;
const DATES = { notBefore: NOW - 3_600_000, notAfter: NOW + YEAR };

const recorded = (name: string) =>
  readFileSync(new URL(`../../../conformance/recordings/1.36/pki/${name}.crt`, import.meta.url), 'utf8');
const authority = (key: number, more: Partial<CertificateRequest> = {}) =>
  issueCertificate({
    ...DATES,
    commonName: 'root',
    serial: '1',
    privateKey: poolKey(key),
    purpose: 'authority',
    ...more,
  });
const root = authority(0);
const leaf = (more: Partial<CertificateRequest> = {}) =>
  issueCertificate({
    ...DATES,
    commonName: 'zoë',
    serial: '77',
    privateKey: poolKey(3),
    purpose: 'client',
    issuer: { certificate: root, privateKey: poolKey(0) },
    ...more,
  });
const middle = (more: Partial<CertificateRequest> = {}) =>
  authority(2, { commonName: 'middle', issuer: { certificate: root, privateKey: poolKey(0) }, ...more });
const below = leaf({ issuer: { certificate: middle(), privateKey: poolKey(2) } });

/** What Go says behind `failed: `, or `ok`. */
function verdict(chain: string, ca: string, now = NOW): string {
  const result = verifyClient(chain, ca, now);
  return result.ok ? 'ok' : result.error.replace(/^verifying certificate SN=.* failed: /, '');
}

const UNKNOWN = 'x509: certificate signed by unknown authority';
const USAGE = 'x509: certificate specifies an incompatible key usage';
const EXPIRED = 'x509: certificate has expired or is not yet valid: current time 2026-11-24T09:00:00Z is';
const hint = (why: string, name: string) =>
  `${UNKNOWN} (possibly because of "${why}" while trying to verify candidate authority certificate "${name}")`;

// Every verdict below is what Go 1.26's x509.Verify said to the same certificates.
test.each([
  ['bob', 'ok'],
  ['no-eku', 'ok'],
  ['two-groups', 'ok'],
  ['empty-cn', 'ok'],
  ['ca', 'ok'],
  ['server-only', USAGE],
  ['intruder', UNKNOWN],
  ['expired', `${EXPIRED} after 2025-01-01T00:00:00Z`],
  ['future', `${EXPIRED} before 2040-01-01T00:00:00Z`],
])('recorded certificate %s', (name, expected) => {
  expect(verdict(recorded(name), recorded('ca'))).toBe(expected);
});

test.each([
  ['any usage', leaf({ extKeyUsages: ['any'] }), root, 'ok'],
  ['no usage extension', leaf({ extKeyUsages: [] }), root, 'ok'],
  ['a server certificate', leaf({ purpose: 'server' }), root, USAGE],
  ['the second authority of a bundle', leaf(), authority(1, { commonName: 'other' }) + root, 'ok'],
  ['an authority of the same name first', leaf(), authority(1) + root, 'ok'],
  ['an authority of the same name only', leaf(), authority(1), hint('crypto/rsa: verification error', 'root')],
  ['an authority out of date', leaf(), authority(0, { notAfter: NOW - 1000 }), `${EXPIRED} after 2026-11-24T08:59:59Z`],
  ['a stranger out of date', leaf({ notAfter: NOW - 1000 }), '', `${EXPIRED} after 2026-11-24T08:59:59Z`],
  ['an intermediate missing', below, root, UNKNOWN],
  ['an intermediate sent', below + middle(), root, 'ok'],
  ['an intermediate for servers', below + middle({ extKeyUsages: ['serverAuth'] }), root, USAGE],
  ['an intermediate trusted as root', below, middle(), 'ok'],
  ['the very certificate trusted', leaf(), leaf(), 'ok'],
  ['no authority', leaf(), '', UNKNOWN],
  [
    'an issuer that is no authority',
    leaf(),
    authority(0, { purpose: 'client' }),
    hint('x509: invalid signature: parent certificate cannot sign this kind of certificate', 'root'),
  ],
])('chain: %s', (_name, chain, ca, expected) => {
  expect(verdict(chain, ca)).toBe(expected);
});

test('an error names the certificate as the kubelet does', () => {
  const result = verifyClient(recorded('intruder'), recorded('ca'), NOW);
  expect(result).toEqual({
    ok: false,
    error:
      'verifying certificate SN=239337392344348936441315401631260873809879697407, ' +
      'SKID=88:0B:28:25:33:52:E6:8A:48:19:4F:23:BB:6C:34:CF:C9:9E:75:36, ' +
      'AKID=43:8A:24:C8:69:D9:C2:B6:8A:3C:BF:D3:72:31:5D:8F:C2:BF:5E:68 failed: ' +
      'x509: certificate signed by unknown authority',
  });
});

test('a year later the same certificate has expired: nothing about dates is remembered', () => {
  expect(verdict(leaf(), root)).toBe('ok');
  expect(verdict(leaf(), root, NOW + 2 * YEAR)).toContain('has expired or is not yet valid');
  expect(verdict(leaf(), root)).toBe('ok');
});
