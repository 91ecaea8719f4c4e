import type { Locator, Page } from '@playwright/test';

/** On disk, loaded by systemd, running; and the commands that make them one. */
export class Strip {
  readonly region: Locator;
  readonly daemonReload: Locator;
  readonly restart: Locator;
  readonly stop: Locator;
  readonly start: Locator;
  readonly wait: Locator;
  /** The signs between the three facts, as words. */
  readonly differences: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'On disk, loaded, running' });
    this.daemonReload = this.region.getByRole('button', { name: 'daemon-reload' });
    this.restart = this.region.getByRole('button', { name: 'Restart kubelet' });
    this.stop = this.region.getByRole('button', { name: 'Stop kubelet', exact: true });
    this.start = this.region.getByRole('button', { name: 'Start kubelet', exact: true });
    this.wait = this.region.getByRole('button', { name: 'Wait' });
    this.differences = this.region.getByText('≠');
  }

  /** Applies what is on disk: both commands, as one does. */
  async apply(): Promise<void> {
    await this.daemonReload.click();
    await this.restart.click();
  }
}

/** What an owed command says of itself, before it names its keys. */
export const OWED = /^owed: files are newer/;
