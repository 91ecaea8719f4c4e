import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, lineBounds } from './editor.ts';

test('the bounds of a line', () => {
  expect(lineBounds('a\nbcd\n', 2)).toEqual({ start: 2, end: 5 });
  expect(lineBounds('a\nbcd\n', 3)).toEqual({ start: 6, end: 6 });
  expect(lineBounds('a', 9)).toEqual({ start: 1, end: 1 });
});

test('putting the difference in place of what it replaces gives the other text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, end, text: put } = difference(before, after);
      expect(before.slice(0, start) + put + before.slice(end)).toBe(after);
    }),
  );
});

test('only what changed is replaced', () => {
  expect(difference('enabled: true\n', 'enabled: false\n')).toEqual({ start: 9, end: 12, text: 'fals' });
});
