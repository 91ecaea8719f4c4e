import { expect, test } from 'vitest';
import { parseTime } from '../time.ts';
import { readCertificates } from './certificate.ts';
import { type CertificateRequest, issueCertificate } from './issue.ts';
import { keyPairError } from './keyPair.ts';
import { poolKey } from './keyPool.ts';
import { selfSignedServing } from './selfSigned.ts';

const NOW = parseTime('2026-11-24T09:00:00Z');
const request: CertificateRequest = {
  commonName: 'system:node:wörker',
  organizations: ['system:nodes', 'x, y'],
  notBefore: NOW,
  notAfter: parseTime('2051-02-03T04:05:06Z'),
  serial: '340282366920938463463374607431768211456',
  privateKey: poolKey(0),
  purpose: 'client',
  dnsNames: ['a.example'],
  ipAddresses: ['10.0.0.11', 'fe80::1', '::1', '2001:db8:0:1:1:1:1:1'],
};

test('what is issued is read back', () => {
  const [read] = readCertificates(issueCertificate(request));
  expect(read).toMatchObject({
    commonName: request.commonName,
    organizations: request.organizations,
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    serial: request.serial,
    extKeyUsages: ['clientAuth'],
    isCA: false,
    dnsNames: request.dnsNames,
    ipAddresses: request.ipAddresses,
  });
  expect(read?.subject.go).toBe('CN=system:node:wörker,O=system:nodes+O=x\\, y');
});

test('the same request gives the same certificate', () => {
  expect(issueCertificate(request)).toBe(issueCertificate(request));
});

test("the kubelet's own pair is its host's for a year, from an authority beside it", () => {
  const { certificate, key } = selfSignedServing('node01', NOW);
  const [leaf, authority, ...others] = readCertificates(certificate);
  expect(others).toEqual([]);
  expect(leaf).toMatchObject({
    commonName: 'node01@1795510800',
    dnsNames: ['node01'],
    ipAddresses: [],
    extKeyUsages: ['serverAuth'],
    notBefore: parseTime('2026-11-24T08:00:00Z'),
    notAfter: parseTime('2027-11-24T08:00:00Z'),
  });
  expect(authority).toMatchObject({ commonName: 'node01-ca@1795510800', isCA: true });
  expect(leaf?.issuer.go).toBe(authority?.subject.go);
  expect(leaf?.akid).toBe(authority?.skid);
  expect(key).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
  expect(keyPairError(certificate, key)).toBeNull();
  expect(selfSignedServing('node02', NOW).certificate).not.toBe(certificate);
});

test.each([
  ['another key', issueCertificate(request), poolKey(1), 'tls: private key does not match public key'],
  ['an empty certificate', '', poolKey(0), 'tls: failed to find any PEM data in certificate input'],
  ['an empty key', issueCertificate(request), '', 'tls: failed to find any PEM data in key input'],
  [
    'both swapped',
    poolKey(0),
    issueCertificate(request),
    'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
  ],
  [
    'two certificates',
    issueCertificate(request),
    issueCertificate(request),
    'tls: found a certificate rather than a key in the PEM for the private key',
  ],
])('a pair that cannot serve: %s', (_name, certificate, key, expected) => {
  expect(keyPairError(certificate, key)).toBe(expected);
});
