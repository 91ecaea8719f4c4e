import { expect, test } from 'vitest';
import type { FileView, ProblemView } from '#session/view.ts';
import { counts, remarks } from './remarks.ts';

const problem = (line: number, severity: ProblemView['severity']): ProblemView => ({
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  severity,
  message: '',
});

const file: FileView = {
  node: 'node01',
  path: '/a',
  text: '',
  permissions: '',
  language: 'plain',
  changed: false,
  problems: [problem(1, 'info'), problem(2, 'info'), problem(1, 'error')],
  marks: [{ line: 1, kind: 'note', text: '', to: null }],
};

test('a remark on a line that is marked is not made twice; an error is always told', () => {
  expect(remarks(file)).toEqual([problem(2, 'info'), problem(1, 'error')]);
  expect(counts(file)).toEqual({ problems: 1, notes: 2 });
});
