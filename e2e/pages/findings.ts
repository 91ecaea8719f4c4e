import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules whose findings a theme can change. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'] as const;

interface Look {
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** All rules but these. */
  readonly without?: readonly string[];
}

/** Expects that axe finds nothing wrong now; the state is named so that a failure tells where. */
export async function expectNoFindings(page: Page, state: string, { rules, without = [] }: Look = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames in the page; so axe needs no second page to put its results together.
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      ...(rules !== undefined && { runOnly: [...rules] }),
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    })
    .analyze();
  const found = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')}\n${node.failureSummary}`,
    ),
  );
  expect(found, state).toEqual([]);
}
