import { expect, type Locator, type Page } from '@playwright/test';

/** The table of all nodes beside their ConfigMap, under the files. */
export class Fleet {
  readonly page: Page;
  readonly tab: Locator;
  readonly panel: Locator;
  readonly table: Locator;
  readonly words: Locator;
  readonly filter: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole('tab', { name: 'Fleet' });
    this.panel = page.getByRole('tabpanel', { name: 'Fleet' });
    this.table = this.panel.getByRole('table', { name: /^Every node beside the ConfigMap/ });
    this.words = this.panel.getByText(/ConfigMap kubelet-config says|nothing to compare/);
    this.filter = this.panel.getByRole('searchbox', { name: 'Filter' });
  }

  async open(): Promise<void> {
    await this.tab.click();
    await expect(this.table).toBeVisible();
  }

  only(what: 'drifted' | 'risky' | 'not ready'): Locator {
    return this.panel.getByRole('group', { name: 'Only' }).getByRole('checkbox', { name: what });
  }

  /** The buttons that turn the workbench to a node, one in each row. */
  nodes(): Locator {
    return this.panel.getByRole('button', { name: /^(?:controlplane|node\d+)$/ });
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('button', { name, exact: true }) });
  }

  /** Folds out how a node drifted. */
  async unfold(name: string): Promise<Locator> {
    await this.row(name)
      .getByRole('button', { name: /field|unreadable/ })
      .click();
    return this.panel.getByRole('table', { name: `How ${name} drifted` });
  }
}
