import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unified } from './unified.ts';

test('changes with three lines around them', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
  expect(unified(before, before.replace('e', 'E'))).toEqual({
    lines: [
      { kind: 'stretch', text: '@@ -2,7 +2,7 @@' },
      { kind: 'same', text: 'b' },
      { kind: 'same', text: 'c' },
      { kind: 'same', text: 'd' },
      { kind: 'removed', text: 'e' },
      { kind: 'added', text: 'E' },
      { kind: 'same', text: 'f' },
      { kind: 'same', text: 'g' },
      { kind: 'same', text: 'h' },
    ],
    added: 1,
    removed: 1,
  });
});

test('a newline that is gone is told', () => {
  expect(unified('a\n', 'a')?.lines.map(({ kind }) => kind)).toContain('no-newline');
});

test('texts with nothing in common are given up rather than worked on for minutes', () => {
  const many = (word: string): string => Array.from({ length: 5000 }, (_, index) => `${word}${index}\n`).join('');
  expect(unified(many('a'), many('b'))).toBeNull();
});

test('what is the same and what was added make the later text', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '-', '+x', '')).map((lines) => `${lines.join('\n')}\n`);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = unified(before, after);
      const delta = after.split('\n').length - before.split('\n').length;
      expect((diff?.added ?? 0) - (diff?.removed ?? 0)).toBe(delta);
    }),
  );
});
