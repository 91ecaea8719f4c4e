import { expect, test } from 'vitest';
import type { ProgressNote, ScenarioSummary } from '#session/view/catalogue.ts';
import { nextAfter } from './next.ts';

const scenarios = ['a', 'b', 'c'].map((id) => ({ id, title: id }) as ScenarioSummary);
const solved =
  (...ids: readonly string[]) =>
  (id: string): ProgressNote | null =>
    ids.includes(id) ? { met: 1, tasks: 1, solved: true, at: 0 } : null;

test('the next one is the first unsolved behind this one, then from the start, never itself', () => {
  expect(nextAfter(scenarios, 'a', solved())?.id).toBe('b');
  expect(nextAfter(scenarios, 'a', solved('b'))?.id).toBe('c');
  expect(nextAfter(scenarios, 'c', solved('a'))?.id).toBe('b');
  expect(nextAfter(scenarios, 'b', solved('a', 'c'))).toBeNull();
});
