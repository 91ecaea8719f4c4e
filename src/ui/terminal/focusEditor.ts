import { WORDS } from '../words.ts';

/** How many frames an editor is waited for: it may have to be loaded first. */
const PATIENCE = 240;

/** Gives the focus to the editor of a file, or of a text with that title, once it is drawn. */
export function focusEditor(title: string): void {
  let left = PATIENCE;
  const label = CSS.escape(WORDS.editorOf(title));
  const look = (): void => {
    const text = document.querySelector<HTMLElement>(`#files [aria-label=${label}]:is(textarea, [role="textbox"])`);
    if (text !== null) text.focus();
    else if (left-- > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
