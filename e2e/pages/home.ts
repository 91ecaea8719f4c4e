import type { Locator, Page } from '@playwright/test';

/** Home: the scenarios, the sandbox, and what to do next. */
export class Home {
  readonly page: Page;
  readonly heading: Locator;
  readonly notice: Locator;
  /** The one button-like link: begin, or go on. */
  readonly next: Locator;
  readonly scenarios: Locator;
  readonly sandboxes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1, name: 'A kubelet you can break in your browser' });
    this.notice = page.getByRole('alert');
    this.next = page.getByRole('main').getByRole('link', { name: /^(Begin with|Continue) / });
    this.scenarios = page.getByRole('list', { name: 'Scenarios' }).locator('> li');
    this.sandboxes = page.getByRole('list', { name: 'Sandbox' }).getByRole('listitem');
  }

  scenario(title: string): Locator {
    return this.scenarios.filter({ has: this.page.getByRole('link', { name: title }) });
  }
}
