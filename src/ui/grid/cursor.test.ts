import { expect, test } from 'vitest';
import { moved, within } from './cursor.ts';

const at = { row: 3, column: 2 };

test.each([
  ['ArrowUp', false, { row: 2, column: 2 }],
  ['ArrowDown', false, { row: 4, column: 2 }],
  ['ArrowLeft', false, { row: 3, column: 1 }],
  ['ArrowRight', false, { row: 3, column: 3 }],
  ['PageUp', false, { row: 0, column: 2 }],
  ['PageDown', false, { row: 6, column: 2 }],
  ['Home', false, { row: 3, column: 0 }],
  ['End', false, { row: 3, column: 3 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 6, column: 3 }],
])('%s (with Control: %s) leads to the right cell and stops at the edge', (key, far, to) => {
  expect(moved(at, key, far, 7, 4)).toEqual(to);
});

test('other keys do not move, and a table that shrank keeps its nearest cell', () => {
  expect(moved(at, 'a', false, 7, 4)).toBeNull();
  expect(within(at, 2, 1)).toEqual({ row: 1, column: 0 });
  expect(within(at, 0, 0)).toEqual({ row: 0, column: 0 });
});
