import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationMilliseconds, formatDuration, parseDuration } from './duration.ts';

test.each([
  ['2m', '2m0s'],
  ['1h10m', '1h10m0s'],
  ['1500ms', '1.5s'],
  ['0', '0s'],
  ['0s', '0s'],
  ['-2s', '-2s'],
  ['.5s', '500ms'],
  ['1us', '1µs'],
  ['100ns', '100ns'],
  ['8760h', '8760h0m0s'],
])('%s is %s', (text, canonical) => {
  const parsed = parseDuration(text);
  expect(parsed.ok && formatDuration(parsed.nanoseconds)).toBe(canonical);
});

test.each([
  ['', 'time: invalid duration ""'],
  ['2', 'time: missing unit in duration "2"'],
  ['2days', 'time: unknown unit "days" in duration "2days"'],
  ['s', 'time: invalid duration "s"'],
  ['9999999h', 'time: invalid duration "9999999h"'],
])('refuses %j in Go’s words', (text, error) => {
  expect(parseDuration(text)).toEqual({ ok: false, error });
});

test('reads back what it prints, to the nanosecond', () => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 62n), 2n ** 62n), (nanoseconds) => {
      expect(parseDuration(formatDuration(nanoseconds))).toEqual({ ok: true, nanoseconds });
    }),
  );
});

test('never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseDuration(text)));
  expect(durationMilliseconds('1.5s')).toBe(1500);
  expect(durationMilliseconds('soon')).toBe(0);
});
