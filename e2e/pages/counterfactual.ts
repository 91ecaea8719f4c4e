import type { Locator, Page } from '@playwright/test';

/** The question under the three questions: what would make this another answer. */
export class Counterfactual {
  readonly region: Locator;
  /** What is said of the search once it is over. */
  readonly said: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'What would make this…' });
    this.said = this.region.getByRole('status');
  }

  answer(wanted: '200' | '401' | '403' | 'refused'): Locator {
    return this.region.getByRole('button', { name: wanted, exact: true });
  }

  get results(): Locator {
    return this.region.getByRole('list', { name: /^What would make this / }).locator('> li');
  }

  /** The result whose change begins so. */
  result(sentence: string): Locator {
    return this.results.filter({ hasText: sentence });
  }

  how(sentence: string): Locator {
    return this.result(sentence).locator('summary');
  }

  tryIt(sentence: string): Locator {
    return this.result(sentence).getByRole('button', { name: /^Try it: / });
  }
}
