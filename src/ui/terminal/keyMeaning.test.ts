import { expect, test } from 'vitest';
import { keyMeaning, type TerminalKey, type TerminalKeyState } from './keyMeaning.ts';

const STILL: TerminalKeyState = { selected: false, escaped: false, shortcut: false };

/** `Ctrl+Shift+c` as a key press. */
function meaning(keys: string, state: Partial<TerminalKeyState> = {}): string {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const press: TerminalKey = {
    key,
    code: '',
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    metaKey: parts.includes('Meta'),
  };
  return keyMeaning(press, { ...STILL, ...state });
}

test('Ctrl-C copies what is selected and is else the line’s; with Shift, and on a Mac with Command, it copies', () => {
  expect(meaning('Ctrl+c')).toBe('type');
  expect(meaning('Ctrl+c', { selected: true })).toBe('copy');
  expect(meaning('Ctrl+Shift+C')).toBe('copy');
  expect(meaning('Meta+c', { selected: true })).toBe('copy');
  expect(meaning('Ctrl+Insert', { selected: true })).toBe('copy');
  for (const keys of ['Ctrl+v', 'Ctrl+Shift+V', 'Meta+v', 'Shift+Insert']) expect(meaning(keys), keys).toBe('browser');
});

test('Tab completes, and leaves after Escape', () => {
  expect(meaning('Tab')).toBe('type');
  expect(meaning('Tab', { escaped: true })).toBe('browser');
  expect(meaning('Shift+Tab', { escaped: true })).toBe('browser');
});

test('keys of the page and of the browser pass; the line’s own do not', () => {
  expect(meaning('Ctrl+Alt+z', { shortcut: true })).toBe('browser');
  expect(meaning('Ctrl+`')).toBe('browser');
  expect(meaning('F5')).toBe('browser');
  for (const keys of ['Ctrl+r', 'Ctrl+l', 'Ctrl+k', 'Ctrl+f', 'Alt+b', 'Alt+d', 'a', 'Enter'])
    expect(meaning(keys), keys).toBe('type');
  expect(meaning('Ctrl+Backspace')).toBe('rub-out-word');
});
