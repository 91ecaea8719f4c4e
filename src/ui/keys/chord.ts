import { SHORTCUTS, type ShortcutId } from './shortcuts.table.ts';

/** Of a key press, what tells a shortcut. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  getModifierState(name: string): boolean;
}

const ON_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

const BY_KEY = new Map([...SHORTCUTS].map(([id, key]): [string, ShortcutId] => [key, id]));

/**
 * Which shortcut a key press asks for: Ctrl+Alt and a key, and on a Mac, where Control+Option is VoiceOver's own, Control+Shift.
 * The letter counts, and where the layout has another script, the place of the key. Null when AltGr types a character, which
 * reaches the page as Ctrl+Alt.
 */
export function shortcutOf(press: KeyPress, mac = ON_MAC): ShortcutId | null {
  if (!press.ctrlKey || press.metaKey || press.altKey === mac || press.shiftKey !== mac) return null;
  const key = press.key.toUpperCase();
  if (/^[A-Z0-9]$/.test(key)) return BY_KEY.get(key) ?? null;
  if (press.getModifierState('AltGraph')) return null;
  return BY_KEY.get(press.code.replace(/^(Key|Digit)/, '')) ?? null;
}

/** Whether a key press asks for the terminal: Ctrl and the key above Tab, whatever stands on it. */
export function asksForTerminal({ ctrlKey, altKey, metaKey, shiftKey, key, code }: KeyPress): boolean {
  return ctrlKey && !altKey && !metaKey && !shiftKey && (key === '`' || code === 'Backquote');
}

/** `Ctrl+Alt+Z`, for people. */
export function shownKeys(id: ShortcutId, mac = ON_MAC): string {
  return `Ctrl+${mac ? 'Shift' : 'Alt'}+${SHORTCUTS.get(id) ?? ''}`;
}

/** `Control+Alt+Z`, as `aria-keyshortcuts` wants it. */
export function ariaKeys(id: ShortcutId, mac = ON_MAC): string {
  return shownKeys(id, mac).replace('Ctrl', 'Control');
}

/** Words for a tooltip, with the keys that do the same. */
export function withKeys(words: string, id: ShortcutId): string {
  return `${words} (${shownKeys(id)})`;
}
