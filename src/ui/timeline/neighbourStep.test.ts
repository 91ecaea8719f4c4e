import { expect, test } from 'vitest';
import { neighbourStep } from './neighbourStep.ts';

test('arrows stop at both ends, other keys are left alone', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter'].map((key) => neighbourStep(2, 3, key))).toEqual([
    3,
    1,
    0,
    3,
    null,
  ]);
  expect([neighbourStep(3, 3, 'ArrowDown'), neighbourStep(0, 3, 'ArrowUp')]).toEqual([3, 0]);
});
