import { expect, test } from 'vitest';
import { readCertificates } from '../pki/certificate.ts';
import { issueCertificate } from '../pki/issue.ts';
import { poolKey } from '../pki/keyPool.ts';
import { certificateSubject } from './certificateSubject.ts';

const [leaf] = readCertificates(
  issueCertificate({
    commonName: 'bob',
    organizations: ['dev'],
    notBefore: 0,
    notAfter: 1,
    serial: '1',
    privateKey: poolKey(0),
    purpose: 'client',
  }),
);
if (leaf === undefined) throw new Error('no certificate was issued');

test('the common name is the user, organizations are groups', () => {
  expect(certificateSubject(leaf)).toEqual({
    kind: 'subject',
    subject: {
      user: 'bob',
      groups: ['dev'],
      extra: { 'authentication.kubernetes.io/credential-id': [`X509SHA256=${leaf.sha256}`] },
    },
  });
});

test('a UID is taken when there is exactly one', () => {
  expect(certificateSubject({ ...leaf, uids: ['u1'] })).toMatchObject({ subject: { uid: 'u1' } });
  expect(certificateSubject({ ...leaf, uids: [''] })).toEqual({
    kind: 'error',
    error: 'UID cannot be an empty string',
  });
  expect(certificateSubject({ ...leaf, uids: ['a', 'b'] })).toEqual({
    kind: 'error',
    error: 'expected 1 UID, but found multiple: [a b]',
  });
});

test('nobody is not an error', () => {
  expect(certificateSubject({ ...leaf, commonName: '' })).toMatchObject({ kind: 'none' });
});
