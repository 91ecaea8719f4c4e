import type { Locator, Page } from '@playwright/test';

/** The list of all keys, and the ways to it and out of it. */
export class KeyMap {
  readonly button: Locator;
  readonly dialog: Locator;
  readonly mapKey: Locator;
  readonly tour: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.button = page.getByRole('banner').getByRole('button', { name: 'Keys' });
    this.dialog = page.getByRole('dialog', { name: 'Keys' });
    this.mapKey = this.dialog.getByRole('checkbox', { name: '? opens this list' });
    this.tour = this.dialog.getByRole('button', { name: 'Show the tour' });
    this.close = this.dialog.getByRole('button', { name: 'Close' });
  }
}
