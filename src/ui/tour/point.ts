/** In a window this low the tour would leave it when the page scrolls to what it points at. */
const LOW = '(max-height: 559px)';

/** Draws a line around what a selector finds, once the screen has been drawn anew; returns its undoing. */
export function point(part: string): () => void {
  let parts: readonly HTMLElement[] = [];
  const beat = requestAnimationFrame(() => {
    parts = [...document.querySelectorAll<HTMLElement>(part)];
    for (const element of parts) element.dataset.toured = '';
    if (!matchMedia(LOW).matches) parts[0]?.scrollIntoView({ block: 'nearest' });
  });
  return () => {
    cancelAnimationFrame(beat);
    for (const element of parts) delete element.dataset.toured;
  };
}
