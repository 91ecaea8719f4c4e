import { expect, test } from 'vitest';
import { neighbour } from './neighbour.ts';

const ids = ['a', 'b', 'c'];

test('arrows move and wrap around', () => {
  expect(neighbour(ids, 'a', 'ArrowRight')).toBe('b');
  expect(neighbour(ids, 'c', 'ArrowRight')).toBe('a');
  expect(neighbour(ids, 'a', 'ArrowLeft')).toBe('c');
  expect(neighbour(ids, 'b', 'End')).toBe('c');
  expect(neighbour(ids, 'b', 'Home')).toBe('a');
});

test('other keys and empty rows lead nowhere', () => {
  expect(neighbour(ids, 'a', 'Enter')).toBeNull();
  expect(neighbour([], 'a', 'ArrowRight')).toBeNull();
  expect(neighbour(ids, 'a', 'toString')).toBeNull();
});
