import { expect, test } from '../fixtures/fresh.ts';
import { COLOUR_RULES, expectNoFindings } from '../pages/findings.ts';
import { KeyMap } from '../pages/keyMap.ts';

/** The same region stands here in many states, which no other page does. */
const TWICE = { without: ['landmark-unique'] } as const;

test.use({ contextOptions: { reducedMotion: 'reduce' }, colorScheme: 'dark' });

test('the kit shows every part, and axe finds nothing in either theme', async ({ page }) => {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto('./kit.html');
  await expect(page.getByRole('heading', { name: 'The kit' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Text of ' }).first()).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(4);
  for (const title of ['waiting to start again', 'refused at Authenticate', 'two requests side by side', 'form'])
    await expect(page.getByRole('heading', { name: title, level: 3 }).first()).toBeVisible();
  expect(await page.locator('.kit-stage:empty').count(), 'parts that show nothing').toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expectNoFindings(page, 'night watch', TWICE);
  await page.getByRole('banner').getByRole('combobox', { name: 'Theme' }).selectOption('Chart paper');
  // What else there is to find is the same in both.
  await expectNoFindings(page, 'chart paper', { rules: COLOUR_RULES });
  await page.getByRole('main').getByRole('button', { name: 'Keys' }).last().click();
  await expect(new KeyMap(page).dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(troubles).toEqual([]);
});

test('whole pages: a workbench without an engine, one that comes, one that does not', async ({ page }) => {
  await page.goto('./kit.html?page=failed');
  await expect(page.getByRole('status')).toContainText('The node could not be loaded. The server does not answer.');
  await page.goto('./kit.html?page=loading');
  await expect(page.getByRole('status')).toContainText('The node is starting…');
  await page.goto('./kit.html?page=workbench');
  await expect(page.getByRole('heading', { name: 'The flag that wins' })).toBeVisible();
});
