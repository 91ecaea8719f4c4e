import { expect, test } from 'vitest';
import { endedIn, hashOfPast } from './place.ts';

test('an earlier exam has an address', () => {
  expect(endedIn(hashOfPast('sprint-doors', 1_795_550_400_000))).toBe(1_795_550_400_000);
  expect(['#/exam/sprint-doors', '#/exam/a?ended=', '#/exam/a?ended=0x1', '#/exam/a?ended=1e9'].map(endedIn)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
