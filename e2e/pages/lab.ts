import { expect, type Locator, type Page } from '@playwright/test';

/** The instructor's form. */
export class LabForm {
  readonly title: Locator;
  readonly message: Locator;
  readonly seed: Locator;
  readonly minutes: Locator;
  readonly draw: Locator;
  readonly chosen: Locator;
  readonly make: Locator;
  readonly link: Locator;
  readonly own: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.title = page.getByRole('textbox', { name: 'Title' });
    this.message = page.getByRole('textbox', { name: 'Message to the class' });
    this.seed = page.getByRole('textbox', { name: 'Seed' });
    this.minutes = page.getByRole('textbox', { name: 'Minutes for all of it' });
    this.draw = page.getByRole('button', { name: 'Draw one' });
    this.chosen = page.getByRole('list', { name: 'In this order' }).getByRole('listitem');
    this.make = page.getByRole('button', { name: 'Make the lab' });
    this.link = page.getByRole('textbox', { name: 'The link for your class' });
    this.own = page.getByLabel('Scenarios of your own', { exact: true }).and(page.locator('input'));
  }

  async open(): Promise<void> {
    await this.#page.goto('./?editor=plain#/lab/new');
    await expect(this.#page.getByRole('heading', { level: 1, name: 'A new lab' })).toBeVisible();
  }

  async choose(title: string): Promise<void> {
    await this.#page.getByRole('checkbox', { name: title }).check();
  }

  save(whose: 'learners’' | 'instructor’s'): Locator {
    return this.#page.getByRole('button', { name: `Save the ${whose} file` });
  }
}

/** A lab as a learner takes it. */
export class Lab {
  readonly name: Locator;
  readonly begin: Locator;
  readonly rules: Locator;
  readonly items: Locator;
  readonly left: Locator;
  readonly handIn: Locator;
  readonly code: Locator;
  readonly bar: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.name = page.getByRole('textbox', { name: 'Your name' });
    this.begin = page.getByRole('button', { name: /^Begin/ });
    this.rules = page.getByRole('region', { name: 'Rules' });
    this.items = page.getByRole('list', { name: 'What to do' }).getByRole('listitem');
    this.left = page.getByRole('timer', { name: 'Time left' });
    this.handIn = page.getByRole('button', { name: 'Hand in' });
    this.code = page.getByRole('textbox', { name: 'Or send this code' });
    this.bar = page.getByRole('navigation', { name: 'Lab' });
  }

  async start(link: string, name: string): Promise<void> {
    await this.#page.goto(link);
    await this.name.fill(name);
    await this.begin.click();
  }

  async openItem(title: string): Promise<void> {
    await this.items.getByRole('link', { name: title }).click();
    await expect(this.#page.getByRole('region', { name: 'Files' })).toBeVisible();
  }

  async back(): Promise<void> {
    await this.bar.getByRole('link', { name: 'Back to the lab' }).click();
    await expect(this.handIn).toBeVisible();
  }
}

/** The class board. */
export class ClassBoard {
  readonly files: Locator;
  readonly rows: Locator;
  readonly broken: Locator;
  readonly stuck: Locator;
  readonly csv: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.files = page.getByLabel('Results, and the lab’s file').and(page.locator('input'));
    this.rows = page.getByRole('region', { name: 'Learners and tasks' }).locator('tbody tr');
    this.broken = page.getByRole('list', { name: 'Not read' }).getByRole('listitem');
    this.stuck = page.getByRole('list', { name: 'Where the class got stuck' }).getByRole('listitem');
    this.csv = page.getByRole('button', { name: 'Save as CSV' });
  }

  async open(): Promise<void> {
    await this.#page.goto('./#/board');
    await expect(this.#page.getByRole('heading', { level: 1, name: 'Class board' })).toBeVisible();
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.#page.getByRole('button', { name, exact: true }) });
  }

  sortBy(column: string): Locator {
    return this.#page
      .getByRole('region', { name: 'Learners and tasks' })
      .getByRole('button', { name: column, exact: true });
  }
}
