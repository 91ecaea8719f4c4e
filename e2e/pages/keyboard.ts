import { expect, type Locator, type Page } from '@playwright/test';

/** How many stops of the Tab key are walked before a place counts as unreachable. */
const LONGEST_WALK = 70;

/** A learner without a pointer. Each stop on the way must show where the focus is. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  press(keys: string): Promise<void> {
    return this.#page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  /** Walks with Tab, or Shift+Tab, until `target` has the focus. */
  async walkTo(target: Locator, keys: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < LONGEST_WALK; stop += 1) {
      if (await this.#holds(target)) return;
      await this.press(keys);
      await this.#expectSight();
    }
    throw new Error(`${String(target)} was not reached within ${LONGEST_WALK} stops of ${keys}.`);
  }

  /** Walks to a button and presses it; the focus must not get lost by that. */
  async use(target: Locator, keys: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.walkTo(target, keys);
    await this.press('Enter');
  }

  #holds(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === document.activeElement);
  }

  /** Whatever has the focus is in the window, and something is drawn that says so. */
  async #expectSight(): Promise<void> {
    const seen = await this.#page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const after = getComputedStyle(element, '::after');
      const ring = [style, after].some(
        (one) => one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) >= 1,
      );
      return {
        name: (element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 60),
        ring: ring || style.boxShadow !== 'none',
        inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    });
    // Past the last stop the focus is the browser's; the next press comes back to the first.
    if (seen === null) return;
    expect(seen, `the focus on “${seen.name}” can be seen`).toMatchObject({ ring: true, inWindow: true });
  }
}
