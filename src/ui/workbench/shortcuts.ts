/** The keys of the session's own undo; plain Ctrl+Z stays the editor's. */
export const SHORTCUTS = {
  undo: { keys: 'Control+Alt+Z', shown: 'Ctrl+Alt+Z' },
  redo: { keys: 'Control+Alt+Shift+Z', shown: 'Ctrl+Alt+Shift+Z' },
} as const;

interface Keys {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Which command a key press asks for. Alt may change `key` on a Mac, so the place of the key counts there as well. */
export function shortcutOf(event: Keys): 'undo' | 'redo' | null {
  if (!event.ctrlKey || !event.altKey) return null;
  if (event.key.toLowerCase() !== 'z' && event.code !== 'KeyZ') return null;
  return event.shiftKey ? 'redo' : 'undo';
}
