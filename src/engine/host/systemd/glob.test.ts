import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Files, writeText } from '../files.ts';
import { globFiles } from './glob.ts';

const FILES = ['/d/a.env', '/d/b.env', '/d/.c.env', '/d/e/a.env', '/d/x]y', '/d/*'].reduce<Files>(
  (files, path) => writeText(files, path, '', 1),
  {},
);

test.each([
  ['/d/*.env', ['/d/a.env', '/d/b.env']],
  ['/d/?.env', ['/d/a.env', '/d/b.env']],
  ['/d/[b-z].env', ['/d/b.env']],
  ['/d/[!b].env', ['/d/a.env']],
  ['/d/.*', ['/d/.c.env']],
  ['/*/*/a.env', ['/d/e/a.env']],
  ['/d//a.env', ['/d/a.env']],
  ['/d/\\*', ['/d/*']],
  ['/d/x[]]y', ['/d/x]y']],
  ['/d/[', []],
  ['/d', []],
])('%s', (pattern, expected) => {
  expect(globFiles(FILES, pattern)).toEqual(expected);
});

test('takes any pattern', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'/d*?[]!-^\\a.env') }), (pattern) => {
      expect(globFiles(FILES, pattern).length).toBeLessThanOrEqual(6);
    }),
  );
});
