import { expect, test } from 'vitest';
import type { ProgressNote } from '#session/view/catalogue.ts';
import { nextOf, type Voyage } from './next.ts';

const voyage = (id: string, note: Partial<ProgressNote> | null): Voyage => ({
  scenario: {
    id,
    title: id,
    order: 1,
    minutes: 10,
    difficulty: 1,
    teaches: [],
    goal: '',
    tasks: 3,
    tags: { cis: { profile: 'cis-1.12', ids: [] }, cks: 'Cluster Setup' },
  },
  note: note === null ? null : { met: 1, tasks: 3, solved: false, at: 0, ...note },
});
const next = (...voyages: readonly Voyage[]) => nextOf(voyages)?.scenario.id ?? null;

test('the scenario last worked on comes first, then what was not begun, then nothing', () => {
  expect(next(voyage('a', null), voyage('b', { at: 1 }), voyage('c', { at: 2 }))).toBe('c');
  expect(next(voyage('a', { solved: true, at: 9 }), voyage('b', null), voyage('c', { at: 2 }))).toBe('c');
  expect(next(voyage('a', { solved: true }), voyage('b', null))).toBe('b');
  expect(next(voyage('a', { solved: true }))).toBeNull();
  expect(next()).toBeNull();
});
