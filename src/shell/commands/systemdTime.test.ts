import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMoment, relativeTime, systemdDate, timeSpanText } from './systemdTime.ts';

const NOON = 1_795_521_600_000;

test('dates are systemd’s', () => {
  expect(systemdDate(NOON)).toBe('Tue 2026-11-24 12:00:00 UTC');
});

test.each([
  [0, 'now'],
  [999, '999ms ago'],
  [59_000, '59s ago'],
  [61_000, '1min 1s ago'],
  [300_000, '5min ago'],
  [3_900_000, '1h 5min ago'],
  [21_600_000, '6h ago'],
  [90_000_000, '1 day 1h ago'],
  [172_800_000, '2 days ago'],
  [777_600_000, '1 week 2 days ago'],
  [31_557_600_000, '1 year 0 months ago'],
  [-61_000, '1min 1s left'],
])('%i ms are %s', (span, text) => {
  expect(relativeTime(NOON - span, NOON)).toBe(text);
});

test.each([
  [0, '0'],
  [5003, '5.003s'],
  [300_000, '5min'],
  [3_723_500, '1h 2min 3.500s'],
  [86_400_000, '1d'],
  [7, '7ms'],
])('a span of %i ms is %s', (span, text) => {
  expect(timeSpanText(span)).toBe(text);
});

test.each([
  ['now', 0],
  ['today', -43_200_000],
  ['yesterday', -129_600_000],
  ['5 min ago', -300_000],
  ['-1h', -3_600_000],
  ['+30s', 30_000],
  ['2026-11-24', -43_200_000],
  ['2026-11-24 11:59', -60_000],
  ['2026-11-24T11:59:30Z', -30_000],
  ['Tue 2026-11-24 12:00:00 UTC', 0],
  ['11:00', -3_600_000],
  ['@1795521600', 0],
  ['Wed 2026-11-24', null],
  ['2026-02-30', null],
  ['25:00', null],
  ['soon', null],
  ['', null],
])('%s', (text, shift) => {
  expect(parseMoment(text, NOON)).toBe(shift === null ? null : NOON + shift);
});

test('any text is a moment or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const at = parseMoment(text, NOON);
      return at === null || Number.isFinite(at);
    }),
    { numRuns: 200 },
  );
});
