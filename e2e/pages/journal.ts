import type { Locator, Page } from '@playwright/test';

/** What systemd and the kubelet logged. */
export class Journal {
  readonly tab: Locator;
  readonly region: Locator;
  readonly lines: Locator;
  readonly errors: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tablist', { name: 'Requests and journal' }).getByRole('tab', { name: 'Journal' });
    this.region = page.getByRole('region', { name: 'Journal' });
    this.lines = this.region.getByRole('listitem');
    this.errors = this.lines.filter({ has: page.getByText('error', { exact: true }) });
  }
}
