import { expect, test } from 'vitest';
import { perSecond, quantile } from './sample.ts';

test('quantiles by nearest rank', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
  expect(quantile([7], 0)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test('calls per second are counted while time passes', () => {
  expect(perSecond(() => undefined, 5)).toBeGreaterThan(1000);
});
