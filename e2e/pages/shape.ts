import type { Page } from '@playwright/test';

/** Where the page is wider than its window, regions lie on each other, or a button's words do not fit into it. */
export async function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);

    const regions = [
      'header',
      'footer',
      'section[aria-label="Files"]',
      'section[aria-label="On disk, loaded, running"]',
      '[role="tablist"][aria-label="Requests and journal"]',
      '#lower',
      '.frame-left',
      '.frame-right',
    ].flatMap((selector) => {
      const element = document.querySelector(selector);
      return element === null ? [] : [{ selector, box: element.getBoundingClientRect() }];
    });
    for (const [index, one] of regions.entries()) {
      if (one.box.width < 1 || one.box.height < 1) found.push(`${one.selector} has no room`);
      for (const other of regions.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1) found.push(`${one.selector} and ${other.selector} overlap by ${across}×${down}`);
      }
    }

    for (const button of document.querySelectorAll<HTMLElement>('button, [role="tab"], select')) {
      if (button.closest('.monaco-editor') !== null || button.clientWidth === 0) continue;
      const name = button.getAttribute('aria-label') ?? button.textContent;
      if (button.scrollWidth > button.clientWidth) {
        found.push(`“${name}” needs ${button.scrollWidth} and has ${button.clientWidth} across`);
      }
      if (button.scrollHeight > button.clientHeight) {
        found.push(`“${name}” needs ${button.scrollHeight} and has ${button.clientHeight} down`);
      }
    }
    return found;
  });
}
