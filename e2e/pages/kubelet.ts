import type { Locator, Page } from '@playwright/test';

type Stage = 'connect' | 'tls' | 'route' | 'authenticate' | 'authorize' | 'handle';

/** The doors, the way of a request through its gates, the answer with its reason, and what is in effect. */
export class Kubelet {
  readonly ports: Locator;
  readonly pipeline: Locator;
  readonly stages: Locator;
  readonly answer: Locator;
  readonly settings: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.ports = page.getByRole('region', { name: 'Ports' });
    this.pipeline = page.getByRole('region', { name: 'Pipeline' });
    this.stages = this.pipeline.locator('[data-stage]');
    this.answer = page.getByRole('region', { name: 'Answer' });
    this.settings = page.getByRole('region', { name: 'Effective configuration' });
  }

  stage(name: Stage): Locator {
    return this.pipeline.locator(`[data-stage="${name}"]`);
  }

  port(number: number): Locator {
    return this.ports.getByRole('listitem').filter({ hasText: String(number) });
  }

  setting(path: string): Locator {
    return this.settings.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name: path }) });
  }
}
