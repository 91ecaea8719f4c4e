import type { Locator, Page } from '@playwright/test';

/** "Who may do what": the table, what is shown of it, and the chosen cell at length. */
export class Grid {
  readonly tab: Locator;
  readonly table: Locator;
  readonly rows: Locator;
  readonly detail: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tab', { name: 'Who may do what' });
    this.panel = page.getByRole('tabpanel', { name: 'Who may do what' });
    this.table = this.panel.getByRole('grid');
    this.rows = this.table.getByRole('rowheader');
    this.detail = this.panel.getByRole('region', { name: 'The chosen cell' });
  }

  /** The cell of somebody at an endpoint, whatever it says. */
  cell(who: string, what: string): Locator {
    return this.table.getByRole('button', { name: new RegExp(`^${who}, ${what}: `) });
  }

  port(port: number): Locator {
    return this.panel.getByRole('radio', { name: String(port) });
  }

  from(where: 'network' | 'this node'): Locator {
    return this.panel.getByRole('radio', { name: where });
  }

  only(what: 'open to strangers' | 'what changes'): Locator {
    return this.panel.getByRole('checkbox', { name: `only ${what}` });
  }
}
