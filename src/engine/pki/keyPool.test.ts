import { expect, test } from 'vitest';
import { issueCertificate } from './issue.ts';
import { poolKey, poolKeyTo } from './keyPool.ts';
import { KEY_POOL } from './keys.data.ts';

test('any whole number is a key, neighbours differ', () => {
  for (const index of [0, 1, -1, 7, 255, 1_000_003]) {
    expect(KEY_POOL).toContain(poolKey(index));
    expect(poolKey(index)).not.toBe(poolKey(index + 1));
  }
});

test('the key to a certificate is found again, and none to a text that is no certificate', () => {
  const privateKey = poolKey(3);
  const dates = { notBefore: 0, notAfter: 1, serial: '1' };
  const certificate = issueCertificate({ commonName: 'ca', ...dates, privateKey, purpose: 'authority' });
  expect(poolKeyTo(certificate)).toBe(privateKey);
  expect([poolKeyTo(''), poolKeyTo('rubbish')]).toEqual([null, null]);
});
