import { expect, test } from 'vitest';
import type { ProgressNote } from '#session/view/catalogue.ts';
import { nextOf, type Stop } from './next.ts';

const stop = (id: string, note: Partial<ProgressNote> | null): Stop => ({
  kind: 'scenario',
  id,
  title: id,
  minutes: 10,
  note: note === null ? null : { met: 1, tasks: 3, solved: false, at: 0, ...note },
});
const next = (...stops: readonly Stop[]) => nextOf(stops)?.id ?? null;

test('what was last worked on comes first, then what was not begun, then nothing', () => {
  expect(next(stop('a', null), stop('b', { at: 1 }), stop('c', { at: 2 }))).toBe('c');
  expect(next(stop('a', { solved: true, at: 9 }), stop('b', null), stop('c', { at: 2 }))).toBe('c');
  expect(next(stop('a', { solved: true }), stop('b', null))).toBe('b');
  expect(next(stop('a', { solved: true }))).toBeNull();
  expect(next()).toBeNull();
});
