/** Of a key press, what says whose it is. */
export interface TerminalKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

export interface TerminalKeyState {
  /** Something on the terminal's screen is selected. */
  readonly selected: boolean;
  /** The key before was Escape. */
  readonly escaped: boolean;
  /** It is a shortcut of the page. */
  readonly shortcut: boolean;
}

/** Whose a key press in the terminal is: `browser` leaves it to the page and the browser, `type` gives it to the line. */
export function keyMeaning(press: TerminalKey, state: TerminalKeyState): 'type' | 'browser' | 'copy' | 'rub-out-word' {
  const { ctrlKey, altKey, shiftKey, metaKey } = press;
  const key = press.key.toLowerCase();
  const control = ctrlKey && !altKey && !metaKey;
  if (state.shortcut) return 'browser';
  if (control && !shiftKey && (key === '`' || press.code === 'Backquote')) return 'browser';
  if (key === 'tab' && (state.escaped || ctrlKey || altKey || metaKey)) return 'browser';
  // Without a selection Ctrl-C is the terminal's, and on a Mac Command-C nobody's.
  if (key === 'c' && (control || (metaKey && !ctrlKey)) && (state.selected || shiftKey)) return 'copy';
  if (key === 'insert' && control && state.selected) return 'copy';
  // The browser's own paste needs no permission: it comes back as an event.
  if (key === 'v' && (control || metaKey)) return 'browser';
  if (key === 'insert' && shiftKey) return 'browser';
  if (key === 'backspace' && control) return 'rub-out-word';
  // Function keys but F1 to F4 are the browser's: reload, full screen, the tools.
  if (/^f([5-9]|1[0-2])$/.test(key) || (metaKey && key !== 'meta')) return 'browser';
  return 'type';
}
