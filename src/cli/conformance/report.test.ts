import { expect, test } from 'vitest';
import { differenceLines, failedGroups, figureLine, figures, type JudgedCase } from './report.ts';

const equal = { what: 'startup', difference: null };
const differs = { what: 'notes', difference: { expected: 'a', got: 'b' } };
const cases: readonly JudgedCase[] = [
  { id: 'one', group: 'rbac', judgements: [equal, differs] },
  { id: 'two', group: 'tls', judgements: [equal] },
  { id: 'three', group: 'rbac', judgements: [equal, differs] },
];

test('figures add up per group', () => {
  expect(figures(cases).map(figureLine)).toEqual(['rbac 2/4', 'tls 1/1']);
});

test('differences name the case, what was expected and what came', () => {
  expect(differenceLines(cases, 9).join('\n')).toContain('one | notes\n  expected "a"\n  got      "b"');
  expect(differenceLines(cases, 1).at(-1)).toContain('1 more');
});

test('without required groups all must agree; a required group that judged nothing fails', () => {
  expect(failedGroups(figures(cases), null)).toEqual(['rbac']);
  expect(failedGroups(figures(cases), ['tls'])).toEqual([]);
  expect(failedGroups(figures(cases), ['tls', 'ports'])).toEqual(['ports']);
});
