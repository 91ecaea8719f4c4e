/**
 * Asks before the tab is closed while Ctrl is held down in the terminal: whoever rubs out a word with Ctrl-W, as in every
 * other terminal, means no tab, and the browser gives the page no other say. Returns its undoing.
 */
export function keepFromClosing(place: HTMLElement): () => void {
  let held = false;
  const onKey = (event: KeyboardEvent): void => {
    held = event.ctrlKey && event.type === 'keydown' && place.contains(document.activeElement);
  };
  const release = (): void => {
    held = false;
  };
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (held) event.preventDefault();
  };
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('keyup', onKey, true);
  window.addEventListener('blur', release);
  window.addEventListener('beforeunload', onLeave);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('keyup', onKey, true);
    window.removeEventListener('blur', release);
    window.removeEventListener('beforeunload', onLeave);
  };
}
