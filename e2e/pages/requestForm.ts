import type { Locator, Page } from '@playwright/test';

/** What folds out under the request line: the form and the attacks; and the chips under a request. */
export class RequestForm {
  readonly form: Locator;
  readonly attacks: Locator;
  readonly fields: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    const folds = page.getByRole('group', { name: 'Help with the line' });
    this.form = folds.getByRole('button', { name: 'Form' });
    this.attacks = folds.getByRole('button', { name: 'Attacks' });
    this.fields = page.getByRole('group', { name: 'Form', exact: true });
    this.#page = page;
  }

  field(name: string): Locator {
    return this.fields.getByLabel(name, { exact: true });
  }

  attack(title: string): Locator {
    return this.#page
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('heading', { name: title, exact: true }) });
  }

  /** Folds the chips of a request out. */
  async changes(number: number): Promise<Locator> {
    const name = `Change one thing of request ${number}`;
    await this.#page.getByRole('button', { name }).click();
    return this.#page.getByRole('group', { name });
  }
}
