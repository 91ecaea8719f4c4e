import { expect, test } from 'vitest';
import { recall } from './history.ts';

const lines = ['curl one', 'curl two'];

test('up goes back to the first line and no further', () => {
  const two = recall(lines, { at: 2, draft: '' }, 'curl dra', -1);
  expect(two).toEqual({ history: { at: 1, draft: 'curl dra' }, line: 'curl two' });
  const one = recall(lines, { at: 1, draft: 'curl dra' }, 'curl two', -1);
  expect(one?.line).toBe('curl one');
  expect(recall(lines, { at: 0, draft: '' }, 'curl one', -1)).toBeNull();
});

test('down ends in the draft', () => {
  expect(recall(lines, { at: 1, draft: 'curl dra' }, 'curl two', 1)?.line).toBe('curl dra');
  expect(recall(lines, { at: 2, draft: '' }, 'x', 1)).toBeNull();
  expect(recall([], { at: 0, draft: '' }, 'x', -1)).toBeNull();
});

test('a place beyond a history that became shorter counts as the draft', () => {
  expect(recall(['curl one'], { at: 5, draft: '' }, 'now', -1)?.line).toBe('curl one');
});
