import { expect, test } from 'vitest';
import { timeError } from './time.ts';

/** What Go 1.26 said of each text. */
test.each([
  ['2026-11-24T08:00:00Z', null],
  ['2026-11-24T08:00:00.5+01:00', null],
  ['2024-02-29T00:00:00Z', null],
  ['', `parsing time "" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "2006"`],
  ['x', `parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"`],
  ['2026', `parsing time "2026" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "-"`],
  ['2026-1-1', `parsing time "2026-1-1" as "2006-01-02T15:04:05Z07:00": cannot parse "1-1" as "01"`],
  ['2026-11-24', `parsing time "2026-11-24" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T"`],
  [
    '2026-11-24 08:00:00Z',
    `parsing time "2026-11-24 08:00:00Z" as "2006-01-02T15:04:05Z07:00": cannot parse " 08:00:00Z" as "T"`,
  ],
  ['2026-13-24T08:00:00Z', `parsing time "2026-13-24T08:00:00Z": month out of range`],
  ['2026-00-24T08:00:00Z', `parsing time "2026-00-24T08:00:00Z": month out of range`],
  ['2026-02-30T08:00:00Z', `parsing time "2026-02-30T08:00:00Z": day out of range`],
  ['2026-02-00T08:00:00Z', `parsing time "2026-02-00T08:00:00Z": day out of range`],
  ['2026-11-24T24:00:00Z', `parsing time "2026-11-24T24:00:00Z": hour out of range`],
  ['2026-11-24T08:60:00Z', `parsing time "2026-11-24T08:60:00Z": minute out of range`],
  ['2026-11-24T08:00:60Z', `parsing time "2026-11-24T08:00:60Z": second out of range`],
  [
    '2026-11-24T08:00:00',
    `parsing time "2026-11-24T08:00:00" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"`,
  ],
  [
    '2026-11-24T08:00:00.5',
    `parsing time "2026-11-24T08:00:00.5" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"`,
  ],
  ['2026-11-24T08:00:00Zx', `parsing time "2026-11-24T08:00:00Zx": extra text: "x"`],
  [
    '2026-11-24T08:00:00+1',
    `parsing time "2026-11-24T08:00:00+1" as "2006-01-02T15:04:05Z07:00": cannot parse "+1" as "Z07:00"`,
  ],
  ['2026-11-24T08:00:00+25:00', `parsing time "2026-11-24T08:00:00+25:00": time zone offset hour out of range`],
  ['2026-11-24T8:00:00Z', null],
  ['2026-11-24T08:00:00,5Z', null],
  ['20é6', `parsing time "20\\xc3\\xa96" as "2006-01-02T15:04:05Z07:00": cannot parse "20\\xc3\\xa96" as "2006"`],
])('%j', (text, error) => {
  expect(timeError(text)).toBe(error);
});
