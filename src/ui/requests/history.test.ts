import { expect, test } from 'vitest';
import { recall } from './history.ts';

const lines = ['curl one', 'curl two', 'curl two --cert bob.crt'];
const START = { at: Number.MAX_SAFE_INTEGER, draft: '' };

test('up goes back to the first line and no further', () => {
  const last = recall(lines, START, '', -1);
  expect(last).toEqual({ history: { at: 2, draft: '' }, line: 'curl two --cert bob.crt' });
  expect(recall(lines, { at: 2, draft: '' }, 'curl two --cert bob.crt', -1)?.line).toBe('curl two');
  expect(recall(lines, { at: 0, draft: '' }, 'curl one', -1)).toBeNull();
});

test('with text in the line, only lines that contain it are met, and down ends in the text', () => {
  const found = recall(lines, START, 'TWO', -1);
  expect(found).toEqual({ history: { at: 2, draft: 'TWO' }, line: 'curl two --cert bob.crt' });
  const next = recall(lines, { at: 2, draft: 'TWO' }, 'curl two --cert bob.crt', -1);
  expect(next?.line).toBe('curl two');
  expect(recall(lines, { at: 1, draft: 'TWO' }, 'curl two', -1)).toBeNull();
  expect(recall(lines, { at: 2, draft: 'TWO' }, 'curl two --cert bob.crt', 1)?.line).toBe('TWO');
  expect(recall(lines, START, 'nobody', -1)).toBeNull();
});

test('down from the draft, or without lines, leads nowhere', () => {
  expect(recall(lines, { at: 3, draft: '' }, 'x', 1)).toBeNull();
  expect(recall([], { at: 0, draft: '' }, '', -1)).toBeNull();
});

test('a place beyond a history that became shorter counts as the draft', () => {
  expect(recall(['curl one'], { at: 5, draft: '' }, '', -1)?.line).toBe('curl one');
});
