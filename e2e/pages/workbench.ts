import { expect, type Locator, type Page } from '@playwright/test';
import { arrival } from './arrival.ts';
import { Briefing } from './briefing.ts';
import { Files } from './files.ts';
import { Journal } from './journal.ts';
import { Kubelet } from './kubelet.ts';
import { Requests } from './requests.ts';
import { Strip } from './strip.ts';

/** The whole page, as a learner finds their way on it. */
export class Workbench {
  readonly page: Page;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly startOver: Locator;
  readonly theme: Locator;
  /** The live region. */
  readonly news: Locator;
  readonly briefing: Briefing;
  readonly files: Files;
  readonly strip: Strip;
  readonly requests: Requests;
  readonly journal: Journal;
  readonly kubelet: Kubelet;

  constructor(page: Page) {
    const header = page.getByRole('banner');
    this.page = page;
    this.undo = header.getByRole('button', { name: 'Undo' });
    this.redo = header.getByRole('button', { name: 'Redo' });
    this.startOver = header.getByRole('button', { name: 'Start over' });
    this.theme = header.getByRole('combobox', { name: 'Theme' });
    this.news = page.getByRole('status');
    this.briefing = new Briefing(page);
    this.files = new Files(page);
    this.strip = new Strip(page);
    this.requests = new Requests(page);
    this.journal = new Journal(page);
    this.kubelet = new Kubelet(page);
  }

  /** Opens a scenario and comes back when a file can be edited. */
  async open(editor: 'monaco' | 'plain' = 'monaco', scenario = 'the-flag-that-wins'): Promise<void> {
    await this.page.goto(`${editor === 'plain' ? './?editor=plain' : './'}#/scenario/${scenario}`);
    await this.opened();
  }

  /** Loads the page again, as a learner would in the middle of it all. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.opened();
  }

  /** Comes back when a file can be edited. */
  async opened(): Promise<void> {
    await arrival(this.page, '[aria-label^="Text of "]');
    await expect(this.files.editor).toBeVisible();
  }

  /** A tab of the side columns, where there is room for one of them only. */
  async showSide(side: 'Task' | 'Kubelet'): Promise<void> {
    const tab = this.page.getByRole('tablist', { name: 'Task and kubelet' }).getByRole('tab', { name: side });
    if (await tab.isVisible()) await tab.click();
  }
}
