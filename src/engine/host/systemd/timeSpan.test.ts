import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FOREVER, parseTimeSpan } from './timeSpan.ts';

// What parse_sec of libsystemd-shared 252 returned, in milliseconds.
test.each([
  ['10', 10_000],
  ['10s', 10_000],
  ['1min 30s', 90_000],
  ['500ms', 500],
  ['infinity', FOREVER],
  [' infinity ', FOREVER],
  ['', null],
  ['5.5s', 5500],
  ['.5', 500],
  ['5.', null],
  ['1h30m', 5_400_000],
  ['10 s', 10_000],
  ['10 quux', null],
  ['-1', null],
  ['+3', 3000],
  ['1 2', 3000],
  ['0', 0],
  ['1us', 0.001],
  ['1M', 2_629_800_000],
  ['1y', 31_557_600_000],
  ['2w 1d', 1_296_000_000],
  ['5sec3', 8000],
  ['5.5.5', null],
  ['1e3', null],
  ['10S', null],
  ['infinity 5', null],
  ['18446744073709', null],
  ['99999999999999999999', null],
  ['  7  ', 7000],
  ['1,5', null],
  ['1.s', null],
  ['3 .5s', 3500],
  ['1.5 min', 90_000],
])('%j', (text, expected) => {
  expect(parseTimeSpan(text)).toBe(expected);
});

test('reads any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseTimeSpan(text) ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});
