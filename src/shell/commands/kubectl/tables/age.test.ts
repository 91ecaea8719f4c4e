import { expect, test } from 'vitest';
import { ageOf, humanDuration } from './age.ts';

test.each([
  [-5, '<invalid>'],
  [-1, '0s'],
  [0, '0s'],
  [119, '119s'],
  [120, '2m'],
  [125, '2m5s'],
  [600, '10m'],
  [10_800, '3h'],
  [11_160, '3h6m'],
  [28_800, '8h'],
  [172_800, '2d'],
  [176_400, '2d1h'],
  [691_200, '8d'],
  [63_072_000, '2y'],
  [63_158_400, '2y1d'],
  [252_288_000, '8y'],
])('%i seconds are %s', (seconds, text) => {
  expect(humanDuration(seconds)).toBe(text);
});

test('what has no beginning has no age', () => {
  expect(ageOf('', 0)).toBe('<unknown>');
  expect(ageOf('yesterday', 0)).toBe('<unknown>');
  expect(ageOf('2026-11-24T09:00:00Z', 1_795_521_600_000)).toBe('3h');
});
