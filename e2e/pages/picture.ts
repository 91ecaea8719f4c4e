import type { Locator, Page } from '@playwright/test';

/** Doors, canal, transport, comparison and the three questions. */
export class Picture {
  readonly page: Page;
  readonly doors: Locator;
  readonly pipeline: Locator;
  readonly answer: Locator;
  readonly transport: Locator;
  readonly compareWith: Locator;
  readonly comparison: Locator;
  readonly questions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.doors = page.getByRole('region', { name: 'Ports' }).getByRole('listitem');
    this.pipeline = page.getByRole('region', { name: 'Pipeline' });
    this.answer = page.getByRole('region', { name: 'Answer' });
    this.transport = this.pipeline.getByRole('group', { name: 'Travel' });
    this.compareWith = this.pipeline.getByRole('combobox', { name: 'Compare with' });
    this.comparison = this.pipeline.getByRole('region', { name: 'Comparison' });
    this.questions = this.answer.getByRole('list', { name: 'Three questions' });
  }

  /** A gate of the request with that number. */
  gate(number: number, name: string): Locator {
    return this.pipeline
      .getByRole('list', { name: `Gates of request ${number}` })
      .getByRole('button', { name: new RegExp(`^${name},`) });
  }

  action(name: 'Replay' | 'Step back' | 'Play' | 'Pause' | 'Step forward'): Locator {
    return this.transport.getByRole('button', { name, exact: true });
  }

  question(asked: 'Did it reach?' | 'Who am I?' | 'May I?'): Locator {
    return this.questions.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: asked }) });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }
}
