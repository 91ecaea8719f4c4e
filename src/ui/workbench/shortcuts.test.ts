import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const press = { code: 'KeyZ', key: 'z', ctrlKey: true, altKey: true, shiftKey: false };

test('Ctrl+Alt+Z undoes, with Shift it redoes', () => {
  expect(shortcutOf(press)).toBe('undo');
  expect(shortcutOf({ ...press, shiftKey: true, key: 'Z' })).toBe('redo');
  expect(shortcutOf({ ...press, key: 'Ω' })).toBe('undo');
});

test("plain Ctrl+Z stays the editor's", () => {
  expect(shortcutOf({ ...press, altKey: false })).toBeNull();
  expect(shortcutOf({ ...press, key: 'y', code: 'KeyY' })).toBeNull();
});
