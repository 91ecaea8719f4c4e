import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuantity } from './quantity.ts';

test.each([
  ['0', '0'],
  ['10Mi', '10Mi'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['1000m', '1'],
  ['200m', '200m'],
  ['1e3', '1e3'],
  ['5000000', '5M'],
  ['-2k', '-2k'],
])('%s prints as %s', (text, canonical) => {
  expect(parseQuantity(text)?.canonical).toBe(canonical);
});

test.each(['', 'x', '10MB', '1..5', '--1', 'Mi'])('%j is none', (text) => {
  expect(parseQuantity(text)).toBeNull();
});

test('never throws, and its own print is stable', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,9}(\.\d{1,3})?(Ki|Mi|Gi|m|k|M|G)?$/)), (text) => {
      const once = parseQuantity(text);
      if (once !== null) expect(parseQuantity(once.canonical)?.canonical).toBe(once.canonical);
    }),
  );
});
