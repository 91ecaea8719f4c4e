import type { Locator, Page } from '@playwright/test';

/** Everything that was done, what differs from the start, and the run as a file or a link. */
export class Timeline {
  readonly tab: Locator;
  readonly steps: Locator;
  readonly here: Locator;
  readonly changes: Locator;
  readonly kept: Locator;
  readonly export: Locator;
  readonly import: Locator;
  readonly file: Locator;
  readonly link: Locator;
  readonly notices: Locator;
  readonly offer: Locator;
  readonly refusal: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tablist', { name: 'Requests and journal' }).getByRole('tab', { name: 'Timeline' });
    this.steps = page.getByRole('region', { name: 'Steps' });
    this.here = this.steps.locator('[aria-current="step"]');
    this.changes = page.getByRole('region', { name: 'Changes since the start' });
    this.kept = page.getByRole('region', { name: 'Kept beside this run' });
    this.export = page.getByRole('button', { name: 'Export', exact: true }).first();
    this.import = page.getByRole('button', { name: 'Import…' });
    this.file = page.locator('input[type=file]');
    this.link = page.getByRole('button', { name: 'Copy link' });
    this.notices = page.getByRole('region', { name: 'Notices' });
    this.offer = page.getByRole('dialog', { name: 'Open this run?' });
    this.refusal = page.getByRole('dialog', { name: 'This run is not opened' });
  }

  step(title: string | RegExp): Locator {
    return this.steps
      .getByRole('button')
      .filter({ hasNotText: /^Note$/ })
      .filter({ hasText: title });
  }

  /** A button of the bar over the files. */
  notice(offer: 'Export' | 'Go on here' | 'Keep as a copy' | 'All right'): Locator {
    return this.notices.getByRole('button', { name: offer });
  }
}
