import { expect, test } from 'vitest';
import { KEYS } from '../words/keys.ts';
import { ariaKeys, asksForTerminal, type KeyPress, shortcutOf, shownKeys } from './chord.ts';
import { GROUPS, SHORTCUTS } from './shortcuts.table.ts';

const press = (change: Partial<Omit<KeyPress, 'getModifierState'>> & { readonly altGraph?: boolean }): KeyPress => ({
  code: 'KeyZ',
  key: 'z',
  ctrlKey: true,
  altKey: true,
  shiftKey: false,
  metaKey: false,
  ...change,
  getModifierState: (name) => name === 'AltGraph' && change.altGraph === true,
});

test('Ctrl+Alt and a key; on a Mac Control+Shift, for Control+Option is VoiceOver’s', () => {
  expect(shortcutOf(press({}), false)).toBe('undo');
  expect(shortcutOf(press({}), true)).toBeNull();
  expect(shortcutOf(press({ altKey: false, shiftKey: true, key: 'Z' }), true)).toBe('undo');
  expect(shortcutOf(press({ altKey: false, shiftKey: true, key: '!', code: 'Digit1' }), true)).toBe('requests');
  expect(shortcutOf(press({ shiftKey: true }), false)).toBeNull();
  expect(shortcutOf(press({ metaKey: true }), false)).toBeNull();
});

test("plain Ctrl+Z stays the editor's", () => {
  expect(shortcutOf(press({ altKey: false }), false)).toBeNull();
  expect(shortcutOf(press({ altKey: false }), true)).toBeNull();
});

test('the letter counts, whatever its place; without Latin letters the place does', () => {
  expect(shortcutOf(press({ key: 'z', code: 'KeyY' }), false)).toBe('undo');
  expect(shortcutOf(press({ key: 'y', code: 'KeyZ' }), false)).toBe('redo');
  expect(shortcutOf(press({ key: 'я', code: 'KeyZ' }), false)).toBe('undo');
});

test('a character that AltGr types is typed', () => {
  expect(shortcutOf(press({ key: 'ż', altGraph: true }), false)).toBeNull();
  expect(shortcutOf(press({ key: '²', code: 'Digit2', altGraph: true }), false)).toBeNull();
  expect(shortcutOf(press({ key: 'z', altGraph: true }), false)).toBe('undo');
});

test('each shortcut has its own key, a group, and words', () => {
  expect(new Set(SHORTCUTS.values()).size).toBe(SHORTCUTS.size);
  const grouped = Object.values(GROUPS).flat();
  expect([...grouped].sort()).toEqual([...SHORTCUTS.keys()].sort());
  for (const id of grouped) expect(KEYS.shortcuts[id]).not.toBe('');
});

test('keys are told to people and to programs', () => {
  expect(shownKeys('redo', false)).toBe('Ctrl+Alt+Y');
  expect(ariaKeys('redo', true)).toBe('Control+Shift+Y');
});

test('the terminal has the key above Tab, whatever is printed on it', () => {
  const key = (change: Parameters<typeof press>[0]) => asksForTerminal(press({ altKey: false, ...change }));
  expect(key({ key: '`', code: 'Backquote' })).toBe(true);
  expect(key({ key: '^', code: 'Backquote' })).toBe(true);
  expect(key({ key: '`', code: 'Backquote', altKey: true })).toBe(false);
  expect(key({ key: 'z' })).toBe(false);
});
