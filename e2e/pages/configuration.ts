import type { Locator, Page } from '@playwright/test';

/** The table of the whole effective configuration, under the files. */
export class Configuration {
  readonly tab: Locator;
  readonly table: Locator;
  readonly filter: Locator;
  readonly scroll: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tab', { name: 'Configuration' });
    this.panel = page.getByRole('tabpanel', { name: 'Configuration' });
    this.table = this.panel.getByRole('table', { name: 'Every value of the effective configuration' });
    this.scroll = this.panel.getByRole('region', { name: 'Every value of the effective configuration' });
    this.filter = this.panel.getByRole('searchbox', { name: 'Filter' });
  }

  only(what: 'security' | 'unlike a hardened node' | 'disagreements'): Locator {
    return this.panel.getByRole('group', { name: 'Only' }).getByRole('checkbox', { name: what });
  }

  row(path: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.table.page().getByRole('rowheader', { name: path, exact: true }) });
  }

  rows(): Locator {
    return this.table.locator('th[scope="row"]');
  }
}
