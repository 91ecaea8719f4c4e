import { expect, test } from 'vitest';
import { opening } from './opening.ts';

test('a short answer is whole', () => {
  expect(opening('Unauthorized\n')).toEqual({ text: 'Unauthorized', lines: 0 });
  expect(opening('')).toEqual({ text: '', lines: 0 });
});

test('many lines and one long line are both cut', () => {
  expect(opening('a\n'.repeat(20))).toEqual({ text: `${'a\n'.repeat(8).trimEnd()}…`, lines: 20 });
  const long = opening('x'.repeat(5000));
  expect(long.lines).toBe(1);
  expect(long.text).toHaveLength(641);
});
