import { expect, type Locator, type Page } from '@playwright/test';

/** A lesson's column: steps one at a time, then predictions. */
export class Lesson {
  readonly place: Locator;
  /** The step or prediction that lies open. */
  readonly open: Locator;
  readonly send: Locator;
  readonly put: Locator;
  readonly next: Locator;
  readonly predictions: Locator;
  readonly closing: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.place = page.getByRole('heading', { name: /^Lesson \d+ of \d+$/ });
    this.open = page
      .getByRole('listitem')
      .and(page.locator('[aria-current="step"]'))
      .filter({ has: page.locator('h3') });
    this.send = this.open.getByRole('button', { name: 'Send it' });
    this.put = this.open.getByRole('button', { name: 'Put it into the terminal' });
    this.next = this.open.getByRole('button', { name: /^(Next: |On to the predictions|Next prediction|To the end)/ });
    this.predictions = page.getByRole('region', { name: 'Three predictions' });
    this.closing = page.getByRole('region', { name: 'To take along' });
  }

  async visit(id: string): Promise<void> {
    await this.#page.goto(`./?editor=plain#/lesson/${id}`);
    await expect(this.place).toBeVisible();
  }

  heading(name: string | RegExp): Locator {
    return this.open.getByRole('heading', { level: 3, name });
  }

  /** Chooses an answer and how sure, by keyboard, and asks the kubelet. */
  async predict(answer: RegExp, sure: RegExp): Promise<void> {
    await this.open.getByRole('radio', { name: answer }).focus();
    await this.#page.keyboard.press('Space');
    await this.open.getByRole('radio', { name: sure }).focus();
    await this.#page.keyboard.press('Space');
    await this.#page.keyboard.press('Enter');
  }
}
