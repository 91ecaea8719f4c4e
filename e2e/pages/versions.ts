import type { Locator, Page } from '@playwright/test';

/** The installed version in the header, and the dialog in which another is chosen. */
export class Versions {
  readonly button: Locator;
  readonly dialog: Locator;
  readonly standing: Locator;
  readonly changes: Locator;
  readonly restart: Locator;

  constructor(page: Page) {
    this.button = page.getByRole('banner').getByRole('button', { name: /change the Kubernetes version$/ });
    this.dialog = page.getByRole('dialog', { name: /^Kubernetes version of / });
    this.standing = this.dialog.getByRole('status');
    this.changes = this.dialog.getByRole('region', { name: /^What is different with / }).getByRole('listitem');
    this.restart = this.dialog.getByRole('button', { name: 'Restart kubelet' });
  }

  choice(version: string): Locator {
    return this.dialog.getByRole('radio', { name: version });
  }

  install(version: string): Locator {
    return this.dialog.getByRole('button', { name: `Install ${version}` });
  }
}
