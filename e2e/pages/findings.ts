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

/** The theme that the system wishes for. Monaco and the terminal draw themselves: they hear of it with one frame, and draw with the next. */
async function wish(page: Page, colorScheme: 'dark' | 'light'): Promise<string> {
  await page.emulateMedia({ colorScheme });
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    return getComputedStyle(document.body).backgroundColor;
  });
}

/** The same state in both themes: under all rules in the dark one, and in the light one under those that a theme can change. */
export async function expectNoFindingsInBothThemes(page: Page, state: string): Promise<void> {
  const dark = await wish(page, 'dark');
  await expectNoFindings(page, `${state}, dark`);
  expect(await wish(page, 'light'), 'the ground of the light theme').not.toBe(dark);
  await expectNoFindings(page, `${state}, light`, { rules: COLOUR_RULES });
}
