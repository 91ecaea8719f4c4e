import { expect, test } from 'vitest';
import { sinceEscape, viLine, viWord } from './viWord.ts';

test('vi’s words at a prompt', () => {
  for (const line of [':w', ':wq', ' :x ', ':wqa!']) expect(viLine(line), line).toBe('write');
  for (const line of [':q', ':q!', ':qa!']) expect(viLine(line), line).toBe('quit');
  for (const line of [': ', 'echo :wq', ':word', ':wq now', '']) expect(viLine(line), line).toBeNull();
});

test('in a text they count on a line of their own, or right behind Escape', () => {
  expect(viWord(':wq', null)).toEqual({ word: 'write', typed: ':wq' });
  expect(viWord('  :q!', null)).toEqual({ word: 'quit', typed: ':q!' });
  expect(viWord('image: nginx:x', null)).toBeNull();
  expect(viWord('enabled: false:wq', ':wq')).toEqual({ word: 'write', typed: ':wq' });
  expect(viWord('enabled: false:wq', 'e:wq')).toBeNull();
  expect(viWord('authentication:', ':')).toBeNull();
});

test('what follows Escape is followed key by key', () => {
  const keys = ['x', 'Escape', 'Shift', ':', 'w', 'q'];
  expect(keys.reduce<string | null>(sinceEscape, null)).toBe(':wq');
  expect([...keys, 'ArrowLeft', 'x'].reduce<string | null>(sinceEscape, null)).toBeNull();
});
