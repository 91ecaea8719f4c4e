import type { Locator, Page } from '@playwright/test';

/** The story, the tasks and their live state, and the debrief of a solved scenario. */
export class Briefing {
  readonly tasks: Locator;
  /** What must work whatever else is done; each begins with whether it does, in words. */
  readonly mustWork: Locator;
  readonly solved: Locator;
  readonly nextHint: Locator;

  constructor(page: Page) {
    this.tasks = page.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
    this.mustWork = page.getByRole('list', { name: 'Must keep working' }).getByRole('listitem');
    this.solved = page.getByRole('region', { name: 'Solved' });
    this.nextHint = page.getByRole('button', { name: 'Next hint' });
  }

  /** A task by its title; its text begins with its state in words. */
  task(title: string): Locator {
    return this.tasks.filter({ hasText: title }).first();
  }
}
