import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueCertificate } from './issue.ts';
import { KEY_POOL } from './keys.data.ts';
import { verifyHost, verifyServer } from './verifyServer.ts';

const NOW = 1_800_000_000_000;
const [rootKey = '', middleKey = '', leafKey = '', otherKey = ''] = KEY_POOL;
const dates = { notBefore: NOW - 1000, notAfter: NOW + 1000 };
const root = issueCertificate({ ...dates, commonName: 'root', serial: '1', privateKey: rootKey, purpose: 'authority' });
const middle = issueCertificate({
  ...dates,
  commonName: 'middle',
  serial: '2',
  privateKey: middleKey,
  purpose: 'authority',
  issuer: { certificate: root, privateKey: rootKey },
});
const under = (certificate: string, privateKey: string, change: object = {}): string =>
  issueCertificate({
    ...dates,
    commonName: 'node01',
    serial: '3',
    privateKey: leafKey,
    purpose: 'server',
    dnsNames: ['node01', '*.lab.local'],
    ipAddresses: ['10.0.0.11'],
    issuer: { certificate, privateKey },
    ...change,
  });
const leaf = under(root, rootKey);
const deep = under(middle, middleKey);
const selfSigned = issueCertificate({
  ...dates,
  commonName: 'node01',
  serial: '4',
  privateKey: leafKey,
  purpose: 'server',
});
const impostor = issueCertificate({
  ...dates,
  commonName: 'root',
  serial: '5',
  privateKey: otherKey,
  purpose: 'authority',
});

test.each([
  ['the authority is trusted', leaf, root, 0],
  ['an intermediate is sent', deep + middle, root, 0],
  ['an intermediate is trusted itself', deep, middle, 0],
  ['the leaf is trusted itself', leaf, leaf, 0],
  ['a self-signed leaf is trusted', selfSigned, selfSigned, 0],
  ['nothing is trusted', leaf, '', 20],
  ['the intermediate is missing', deep, root, 20],
  ['the chain ends in an unknown root', leaf + root, '', 19],
  ['the leaf signed itself', selfSigned, root, 18],
  ['it is a client certificate', under(root, rootKey, { purpose: 'client' }), root, 26],
  ['it has expired', under(root, rootKey, { notAfter: NOW - 1 }), root, 10],
  ['it begins later', under(root, rootKey, { notBefore: NOW + 1000 }), root, 9],
  ['an authority of the same name has another key', leaf, impostor, 20],
  ['there is no certificate', 'junk', root, 20],
])('%s', (_what, chain, authorities, code) => {
  expect(verifyServer(chain, authorities, NOW).code).toBe(code);
});

test.each([
  ['node01', true],
  ['NODE01', true],
  ['a.lab.local', true],
  ['a.b.lab.local', false],
  ['10.0.0.11', true],
  ['10.0.0.12', false],
  ['localhost', false],
])('a certificate for node01 answers for %s: %s', (host, ok) => {
  expect(verifyHost(leaf, host).ok).toBe(ok);
});

test('any texts are judged', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (chain, authorities, host) => {
      verifyHost(chain + leaf, host);
      return verifyServer(chain, authorities, NOW).code !== 0;
    }),
  );
});
