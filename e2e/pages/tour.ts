import type { Locator, Page } from '@playwright/test';

/** The tour: what it says, the ways on, and the part of the page it points at. */
export class Tour {
  readonly card: Locator;
  readonly next: Locator;
  readonly back: Locator;
  readonly done: Locator;
  readonly skip: Locator;
  readonly part: Locator;

  constructor(page: Page) {
    this.card = page.getByRole('dialog', { name: 'Tour' });
    this.next = this.card.getByRole('button', { name: 'Next' });
    this.back = this.card.getByRole('button', { name: 'Back' });
    this.done = this.card.getByRole('button', { name: 'Done' });
    this.skip = this.card.getByRole('button', { name: 'Skip the tour' });
    this.part = page.locator('[data-toured]').first();
  }
}
