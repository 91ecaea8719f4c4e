import { createPublicKey, createSign, createVerify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poolKey } from './keyPool.ts';
import { publicKeyOf } from './keys.ts';
import { signText, verifyText } from './sign.ts';

const key = poolKey(0);
const publicKey = publicKeyOf(key) ?? '';

test('signatures and public keys are those of OpenSSL', () => {
  const text = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib2IifQ';
  const signature = signText(key, text);
  expect(signature).toBe(createSign('SHA256').update(text).sign(key, 'base64url'));
  expect(
    createVerify('SHA256')
      .update(text)
      .verify(publicKey, signature ?? '', 'base64url'),
  ).toBe(true);
  expect(publicKey).toBe(createPublicKey(key).export({ type: 'spki', format: 'pem' }));
});

test('a signature holds for its key and text only', () => {
  const signature = signText(key, 'a') ?? '';
  expect(verifyText(publicKey, 'a', signature)).toBe(true);
  expect(verifyText(publicKey, 'b', signature)).toBe(false);
  expect(verifyText(publicKeyOf(poolKey(1)) ?? '', 'a', signature)).toBe(false);
  expect(signText('no key', 'a')).toBeNull();
});

test('no text makes a check throw or succeed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (text, signature, pem) => {
      expect(verifyText(publicKey, text, signature)).toBe(false);
      expect(verifyText(pem, text, signature)).toBe(false);
    }),
    { numRuns: 40 },
  );
});
