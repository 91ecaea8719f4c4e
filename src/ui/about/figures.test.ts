import { expect, test } from 'vitest';
import { figureTable } from './figures.ts';

test('a row a group, a column a version, sums below', () => {
  const one = { version: '1.36.3', group: 'rbac', equal: 4, total: 5, listed: 1 };
  const two = { version: '1.36.3', group: 'curl', equal: 2, total: 2, listed: 0 };
  const three = { version: '1.31.14', group: 'rbac', equal: 3, total: 3, listed: 0 };
  expect(figureTable([one, two, three])).toEqual({
    versions: ['1.36.3', '1.31.14'],
    rows: [
      { group: 'rbac', cells: [one, three] },
      { group: 'curl', cells: [two, null] },
    ],
    sums: [
      { version: '1.36.3', group: '', equal: 6, total: 7, listed: 1 },
      { version: '1.31.14', group: '', equal: 3, total: 3, listed: 0 },
    ],
    all: { version: '', group: '', equal: 9, total: 10, listed: 1 },
  });
  expect(figureTable([]).all.total).toBe(0);
});
