import { expect, type Locator, type Page } from '@playwright/test';

type Guess = 'no guess' | '200' | '401' | '403' | '404' | 'refused';

/** The request line, the guess before it, and what was asked so far. */
export class Requests {
  readonly tab: Locator;
  readonly line: Locator;
  readonly ask: Locator;
  readonly guesses: Locator;
  readonly ready: Locator;
  readonly asked: Locator;
  readonly log: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tablist', { name: 'Requests and journal' }).getByRole('tab', { name: 'Requests' });
    this.line = page.getByRole('textbox', { name: 'Request line' });
    this.ask = page.getByRole('button', { name: 'Ask', exact: true });
    this.guesses = page.getByRole('group', { name: 'Your guess' });
    this.ready = page.getByRole('list', { name: 'Ready requests' });
    this.log = page.getByRole('list', { name: 'Requests asked' });
    this.asked = this.log.getByRole('listitem');
  }

  get latest(): Locator {
    return this.asked.last();
  }

  /** Types a line and sends it. Comes back when it stands among those that were asked. */
  async send(line: string, guess: Guess = 'no guess'): Promise<void> {
    const before = await this.asked.count();
    if (guess !== 'no guess') await this.guesses.getByRole('radio', { name: guess, exact: true }).check();
    await this.line.fill(line);
    await this.line.press('Enter');
    await expect(this.asked).toHaveCount(before + 1);
  }
}
