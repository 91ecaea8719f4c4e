const TYPED_IN = 'textarea, select, [contenteditable="true"], [role="textbox"], .monaco-editor';
const PRESSED = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file', 'image']);

/** Whether a key press at that place types something, or seeks in a list, so that a bare character belongs to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !PRESSED.has(target.type);
  return target.closest(TYPED_IN) !== null;
}

/** Whether a key press at that place is the terminal's. */
export function isInTerminal(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.xterm') !== null;
}
