import { expect, test } from 'vitest';
import { latest } from './latest.ts';

test('an answer is computed anew when an argument is another one', () => {
  let calls = 0;
  const sum = latest((left: number, right: number) => {
    calls += 1;
    return left + right;
  });
  expect([sum(1, 2), sum(1, 2), sum(2, 2), sum(1, 2)]).toEqual([3, 3, 4, 3]);
  expect(calls).toBe(3);
});
