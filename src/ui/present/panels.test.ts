import { expect, test } from 'vitest';
import type { FileView } from '#session/view.ts';
import { changedPath, deedOf, panelFor, pointed } from './panels.ts';

const file = (path: string, text: string): FileView => ({
  node: 'node01',
  path,
  text,
  permissions: '',
  language: 'plain',
  changed: false,
  problems: [],
  marks: [],
});

test('a step is shown where it is best seen', () => {
  const nothing = { sentRequest: false, changedFile: false };
  expect(panelFor('edit', { ...nothing, changedFile: true })).toBe('file');
  expect(panelFor('line', { sentRequest: true, changedFile: true })).toBe('picture');
  expect(panelFor('line', { ...nothing, changedFile: true })).toBe('file');
  expect(panelFor('line', nothing)).toBe('journal');
  expect(panelFor('restart', nothing)).toBe('journal');
  expect(panelFor('begin', nothing)).toBe('story');
});

test('the file that a step changed or made is found', () => {
  const before = [file('/a', '1'), file('/b', '2')];
  expect(changedPath(before, before)).toBeNull();
  expect(changedPath(before, [file('/a', '1'), file('/b', '3')])).toBe('/b');
  expect(changedPath(before, [...before, file('/c', '')])).toBe('/c');
});

test('keys: steps, panels by number, the pointer, and nothing else', () => {
  expect(deedOf('ArrowRight')).toEqual({ kind: 'walk', to: 'next' });
  expect(deedOf('3')).toEqual({ kind: 'panel', panel: 'picture' });
  for (const key of ['0', '6', 'a', ' ', 'constructor', '']) expect(deedOf(key)).toBeNull();
});

test('the pointer goes line by line and is put away beyond the ends', () => {
  expect([pointed(null, 1, 3), pointed(0, 1, 3), pointed(2, 1, 3)]).toEqual([0, 1, null]);
  expect([pointed(null, -1, 3), pointed(0, -1, 3), pointed(null, 1, 0)]).toEqual([2, null, null]);
});
