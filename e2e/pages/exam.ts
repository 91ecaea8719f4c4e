import { expect, type Locator, type Page } from '@playwright/test';

/** An exam: its start, its questions, and what came of it. */
export class Exam {
  readonly begin: Locator;
  readonly left: Locator;
  readonly alert: Locator;
  readonly question: Locator;
  /** One button a question, in their order. */
  readonly jumps: Locator;
  readonly notes: Locator;
  readonly flag: Locator;
  readonly pause: Locator;
  readonly resume: Locator;
  readonly end: Locator;
  readonly dialog: Locator;
  readonly report: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    const header = page.getByRole('banner');
    this.#page = page;
    this.begin = page.getByRole('button', { name: 'Begin the exam' });
    this.left = header.getByRole('timer', { name: 'Time left' });
    this.alert = page.getByRole('alert');
    this.question = page.getByRole('region').filter({ hasText: 'Solve this on:' });
    this.jumps = page.getByRole('navigation', { name: 'Questions' }).getByRole('button');
    this.notes = page.getByRole('textbox', { name: 'Notepad' });
    this.flag = page.getByRole('button', { name: /^Flag(ged)? for review$/ });
    this.pause = header.getByRole('button', { name: 'Pause' });
    this.resume = page.getByRole('button', { name: 'Back to the question' });
    this.end = header.getByRole('button', { name: 'End exam' });
    this.dialog = page.getByRole('dialog', { name: 'End the exam?' });
    this.report = page.getByRole('main');
  }

  async open(id: string, seed: number): Promise<void> {
    await this.#page.goto(`./?editor=plain#/exam/${id}/${seed}`);
    await expect(this.begin).toBeVisible();
  }

  /** The host of the question on the screen. */
  async host(): Promise<string> {
    const text = await this.question.getByText(/^ssh /).first().textContent();
    return (text ?? '').replace('ssh ', '');
  }

  /** Seconds that the countdown shows. */
  async secondsLeft(): Promise<number> {
    const parts = ((await this.left.textContent()) ?? '').split(':').map(Number);
    return parts.reduce((sum, part) => sum * 60 + part, 0);
  }

  /** The table of the report with this name, row by row. */
  rows(table: string): Locator {
    return this.report.getByRole('table', { name: table }).locator('tbody tr');
  }

  /** What the report says of a question. */
  part(number: number): Locator {
    return this.report.getByRole('region', { name: new RegExp(`^Question ${number} `) });
  }
}
