import { expect, test } from 'vitest';
import { reuse } from './reuse.ts';

test('an equal value is the one from before', () => {
  const before = { files: [{ path: '/a', marks: [] }], solved: false };
  expect(reuse(before, structuredClone(before))).toBe(before);
});

test('only the part that changed is new', () => {
  const before = { files: [{ path: '/a' }, { path: '/b' }], solved: false };
  const after = reuse(before, { files: [{ path: '/a' }, { path: '/c' }], solved: false });
  expect(after).not.toBe(before);
  expect(after.files[0]).toBe(before.files[0]);
  expect(after.files[1]).toEqual({ path: '/c' });
});

test('a longer, a shorter and a null value are told apart', () => {
  const before: { list: readonly number[] | null } = { list: [1, 2] };
  expect(reuse(before, { list: [1, 2, 3] }).list).toEqual([1, 2, 3]);
  expect(reuse(before, { list: [1] }).list).toEqual([1]);
  expect(reuse(before, { list: null }).list).toBeNull();
});
