import { expect, test } from 'vitest';
import { MOST_PARTS, seededNames } from './names.ts';

test('the parts of one exam share no machine', () => {
  for (const seed of [1, 2, 4711, 999_999_999]) {
    const machines = Array.from({ length: MOST_PARTS }, (_, part) => seededNames(seed, part).workers).flat();
    expect(new Set(machines).size).toBe(2 * MOST_PARTS);
  }
  expect(MOST_PARTS).toBeGreaterThanOrEqual(50);
});

test('seeds choose differently, and always alike', () => {
  const chosen = Array.from({ length: 100 }, (_, seed) => JSON.stringify(seededNames(seed, 0)));
  expect(new Set(chosen).size).toBeGreaterThan(80);
  expect(seededNames(7, 3)).toEqual(seededNames(7, 3));
});
