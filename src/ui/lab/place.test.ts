import { expect, test } from 'vitest';
import { moved } from './moved.ts';
import { hashOfLab, hashOfPacked, placeOf } from './place.ts';
import { timeText, warningAt } from './timeText.ts';

test('places of labs by their hash', () => {
  expect(placeOf('#/lab')).toEqual({ kind: 'none' });
  expect(placeOf(hashOfPacked('a-B_9'))).toEqual({ kind: 'packed', packed: 'a-B_9' });
  expect(placeOf(hashOfLab('0123456789ab'))).toEqual({ kind: 'kept', digest: '0123456789ab', item: null });
  expect(placeOf(hashOfLab('0123456789ab.mock', 12))).toEqual({ kind: 'kept', digest: '0123456789ab.mock', item: 12 });
  expect(placeOf('#/lab?kept=<b>&item=0')).toEqual({ kind: 'none' });
});

test('time that is left, and the warnings that are due', () => {
  expect([3_600_000, 61_001, 1, 0].map(timeText)).toEqual(['1:00:00', '1:02', '0:01', '0:00']);
  expect(warningAt(300_000, 60)).toBe(5);
  expect(warningAt(301_000, 60)).toBe(15);
  expect(warningAt(100_000, 2)).toBeNull();
  expect(warningAt(59_000, 2)).toBe(1);
});

test('an entry moves within its list only', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
});
