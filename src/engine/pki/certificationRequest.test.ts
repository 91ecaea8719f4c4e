import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCertificationRequest, readCertificationRequest } from './certificationRequest.ts';
import { poolKey } from './keyPool.ts';

test('a request is read as it was made, and is signed by its key', () => {
  const pem = makeCertificationRequest(
    [
      ['2.5.4.10', 'dev'],
      ['2.5.4.3', 'bob'],
    ],
    poolKey(4),
  );
  expect(readCertificationRequest(pem ?? '')).toMatchObject({
    signed: true,
    subject: { commonName: 'bob', organizations: ['dev'] },
    extensions: undefined,
  });
});

test('no key, no request; any text is read', () => {
  expect(makeCertificationRequest([['2.5.4.3', 'bob']], 'x')).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => readCertificationRequest(text) === null),
    { numRuns: 50 },
  );
});
