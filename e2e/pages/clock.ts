import type { Locator, Page } from '@playwright/test';

/** The simulated clock, and what makes it pass. */
export class Clock {
  readonly region: Locator;
  readonly run: Locator;
  readonly pause: Locator;
  readonly skip: Locator;
  readonly menu: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('group', { name: 'Simulated clock' });
    this.run = this.region.getByRole('button', { name: 'Run' });
    this.pause = this.region.getByRole('button', { name: 'Pause' });
    this.skip = this.region.getByRole('button', { name: 'Skip ahead' });
    this.menu = page.getByRole('menu', { name: 'Let time pass' });
  }

  item(name: string | RegExp): Locator {
    return this.menu.getByRole('menuitem', { name });
  }
}
