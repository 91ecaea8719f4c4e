import { expect, test } from 'vitest';
import { share } from './share.ts';

test('both panes keep room', () => {
  expect(share(-5)).toBe(24);
  expect(share(41.6)).toBe(42);
  expect(share(99)).toBe(66);
});
