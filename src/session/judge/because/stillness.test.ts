import { expect, test } from 'vitest';
import { oneLine } from './stillness.ts';

test('a long line keeps its end, and begins with a whole word', () => {
  const said = oneLine(`failed to load ${'config '.repeat(40)}time: unknown unit\nsecond line`);
  expect(said).toMatch(/^… config config .*unknown unit$/);
  expect(oneLine('short.\nsecond')).toBe('short');
  expect(oneLine('waiting...')).toBe('waiting...');
});
