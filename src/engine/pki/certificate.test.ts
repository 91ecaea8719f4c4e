import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTime } from '../time.ts';
import { readCertificates } from './certificate.ts';

interface Described {
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly extendedKeyUsage: readonly string[];
}

const recorded = (name: string) =>
  readFileSync(new URL(`../../../conformance/recordings/1.36/${name}`, import.meta.url), 'utf8');
const described = JSON.parse(recorded('credentials.json')) as Readonly<Record<string, Described>>;
const USAGES: Readonly<Record<string, string>> = {
  clientAuth: 'TLS Web Client Authentication',
  serverAuth: 'TLS Web Server Authentication',
};

test.each(Object.entries(described))('reads %s as OpenSSL described it', (name, words) => {
  const [certificate, ...others] = readCertificates(recorded(`pki/${name}.crt`));
  expect(others).toEqual([]);
  expect(certificate?.subject.openssl).toBe(words.subject);
  expect(certificate?.issuer.openssl).toBe(words.issuer);
  expect(certificate?.notBefore).toBe(parseTime(words.notBefore));
  expect(certificate?.notAfter).toBe(parseTime(words.notAfter));
  expect((certificate?.extKeyUsages ?? []).map((usage) => USAGES[usage])).toEqual(words.extendedKeyUsage);
});

test('is plain data, with everything Kubernetes and a trace need', () => {
  const [carol] = readCertificates(recorded('pki/two-groups.crt'));
  expect(JSON.parse(JSON.stringify(carol))).toEqual(carol);
  expect(carol).toEqual({
    commonName: 'carol',
    organizations: ['dev', 'ops'],
    subject: { openssl: 'O = dev, O = ops, CN = carol', curl: 'O=dev; O=ops; CN=carol', go: 'CN=carol,O=dev+O=ops' },
    issuer: { openssl: 'CN = kubernetes', curl: 'CN=kubernetes', go: 'CN=kubernetes' },
    serial: '439031312568153311434343092754218482548537386324',
    notBefore: parseTime('2026-11-24T08:18:17Z'),
    notAfter: parseTime('2027-11-24T08:18:17Z'),
    extKeyUsages: ['clientAuth'],
    isCA: false,
    dnsNames: [],
    ipAddresses: [],
    skid: 'F6:76:4F:AC:81:2D:52:0F:7B:48:FB:03:45:B4:89:0C:BC:A5:71:04',
    akid: '34:1D:A2:5E:5F:F7:36:FC:50:C0:C0:D3:6A:1F:D1:4A:D5:10:C8:EE',
    sha256: '588f251be669f4df5ad9d9abb27aabe914da977161306f36173d805812ef669c',
    uids: [],
  });
});

test('tells an absent key usage extension from an empty list', () => {
  expect(readCertificates(recorded('pki/no-eku.crt'))[0]?.extKeyUsages).toBeNull();
  expect(readCertificates(recorded('pki/ca.crt'))[0]?.isCA).toBe(true);
});
