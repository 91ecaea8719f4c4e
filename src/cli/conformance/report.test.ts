import { expect, test } from 'vitest';
import type { ListedDifference } from './listed.ts';
import { differenceLines, failedGroups, figureLine, figures, type JudgedFolder, staleRows } from './report.ts';

const equal = { what: 'startup', difference: null };
const differs = { what: 'notes', difference: { expected: 'a', got: 'b' } };
const folder: JudgedFolder = {
  version: '1.36.3',
  cases: [
    { id: 'one', group: 'rbac', judgements: [equal, differs] },
    { id: 'two', group: 'tls', judgements: [equal] },
    { id: 'three', group: 'rbac', judgements: [equal, differs] },
  ],
};
const row: ListedDifference = { version: '1.36.3', group: 'rbac', case: 'one', exchange: 'notes', reason: 'chance' };

test('figures add up per group, with what is listed', () => {
  expect(figures(folder, []).map(figureLine)).toEqual(['rbac 2/4 0', 'tls 1/1 0']);
  expect(figures(folder, [row]).map(figureLine)).toEqual(['rbac 2/4 1', 'tls 1/1 0']);
  expect(figures(folder, [{ ...row, version: '1.31.14' }]).map(figureLine)).toEqual(['rbac 2/4 0', 'tls 1/1 0']);
});

test('differences name the case, what was expected and what came; listed ones are not news', () => {
  expect(differenceLines(folder, [], 9).join('\n')).toContain('one | notes\n  expected "a"\n  got      "b"');
  expect(differenceLines(folder, [], 1).at(-1)).toContain('1 more');
  expect(differenceLines(folder, [row], 9).join('\n')).not.toContain('one |');
});

test('without required groups all must agree; a required group that judged nothing fails', () => {
  expect(failedGroups(figures(folder, []), null)).toEqual(['rbac']);
  expect(failedGroups(figures(folder, []), ['tls'])).toEqual([]);
  expect(failedGroups(figures(folder, []), ['tls', 'ports'])).toEqual(['ports']);
});

test('at most one in two hundred may be listed', () => {
  const group = { version: '1', group: 'g', listed: 1 };
  expect(failedGroups([{ ...group, equal: 199, total: 200 }], null)).toEqual([]);
  expect(failedGroups([{ ...group, equal: 198, total: 199 }], null)).toEqual(['g']);
  expect(failedGroups([{ ...group, equal: 198, total: 200 }], null)).toEqual(['g']);
});

test('a row that is equal after all, or names nothing, is stale', () => {
  expect(staleRows(folder, [row, { ...row, version: '1.31.14' }])).toEqual([]);
  expect(staleRows(folder, [{ ...row, exchange: 'startup' }])).toHaveLength(1);
  expect(staleRows(folder, [{ ...row, case: 'nine' }])).toHaveLength(1);
});
