import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersApart } from './spelling.ts';

test('letters put in, taken out and changed', () => {
  expect(lettersApart('kubelet', 'kubelt')).toBe(1);
  expect(lettersApart('kitten', 'sitting')).toBe(3);
  expect(lettersApart('', 'abc')).toBe(3);
});

test('it is the same both ways, and nothing only for equal words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
      const apart = lettersApart(left, right);
      expect(lettersApart(right, left)).toBe(apart);
      expect(apart === 0).toBe(left === right);
    }),
  );
});
