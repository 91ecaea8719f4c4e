import type { Page } from '@playwright/test';

/** Longest wait, in milliseconds; whoever waits then looks for themselves and says what is missing. */
const PATIENCE = 10_000;

/**
 * Waits until the page has an element. The page itself tells, at once: an expectation looks again only after half a second
 * when it has looked a few times, and openings take longer than that.
 */
export async function arrival(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    ([wanted, patience]) =>
      new Promise<void>((arrived) => {
        const watcher = new MutationObserver(() => {
          if (document.querySelector(wanted) !== null) arrived();
        });
        watcher.observe(document, { subtree: true, childList: true, attributes: true });
        setTimeout(arrived, document.querySelector(wanted) === null ? patience : 0);
      }),
    [selector, PATIENCE] as const,
  );
}
