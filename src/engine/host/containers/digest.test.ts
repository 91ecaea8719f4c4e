import { expect, test } from 'vitest';
import { digest, digestNumber } from './digest.ts';

test('the same text has the same id, another text another one', () => {
  expect(digest('web', 64)).toBe(digest('web', 64));
  expect(digest('web', 64)).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(Array.from({ length: 5000 }, (_, index) => digest(`pod ${index}`, 32))).size).toBe(5000);
  expect(digestNumber('web', 250)).toBeLessThan(250);
});
