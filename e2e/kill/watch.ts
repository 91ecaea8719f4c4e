import type { BrowserContext } from '@playwright/test';

/** What a mark in a text or a request line looks like: `t17x`. */
export const MARK = /t\d+x/g;

/**
 * Watches every page of a context from inside: at each moment at which the page shows that the run is saved, all marks
 * that are on the screen then are told. Telling is asynchronous, so a killed page may have shown more than was told, never less.
 */
export async function watchSaved(context: BrowserContext, told: (marks: readonly string[]) => void): Promise<void> {
  await context.exposeBinding('tellSaved', (_source, marks: readonly string[]) => told(marks));
  await context.addInitScript(() => {
    // Nothing in here has a name of its own: what names functions on the way into the page is not there.
    new MutationObserver(() => {
      const saved = [...document.querySelectorAll('.frame-status span')].some((one) => one.textContent === 'saved');
      const tell: unknown = Reflect.get(globalThis, 'tellSaved');
      if (!saved || typeof tell !== 'function') return;
      const text = document.querySelector<HTMLTextAreaElement>('.plain-editor')?.value ?? '';
      const lines = document.querySelector('[aria-label="Requests asked"]')?.textContent ?? '';
      tell(`${text}${lines}`.match(/t\d+x/g) ?? []);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}
