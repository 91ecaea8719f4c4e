import AxeBuilder from '@axe-core/playwright';
import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { Timeline } from './pages/timeline.ts';

test.use({ editor: 'plain', viewport: { width: 1280, height: 720 } });

test('a run is shown to a room by keys alone: steps, panels, the pointer, notes, and back', async ({ bench, page }) => {
  await bench.requests.send(LINES.stranger);
  await bench.files.open('10-kubeadm.conf');
  await bench.files.replace(SCENARIO.flags, '');
  await bench.strip.apply();
  await bench.requests.send(LINES.stranger);
  const timeline = new Timeline(page);
  await timeline.tab.click();
  await page.getByRole('button', { name: 'Note on: Edited 10-kubeadm.conf' }).click();
  await page.keyboard.type('This line beat the file.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Present' }).focus();
  await page.keyboard.press('Enter');

  const told = page.getByRole('contentinfo').getByRole('status');
  const main = page.getByRole('main');
  await expect(told).toContainText('Start, 5 steps ahead');
  await expect(main).toContainText(SCENARIO.tasks.stranger);
  await page.keyboard.press('ArrowRight');
  await expect(told).toContainText('Step 1 of 5');
  await expect(main).toContainText('200');
  for (let gate = 0; gate < 4; gate += 1) await page.keyboard.press('ArrowDown');
  await expect(main).toContainText('--anonymous-auth=true, 10-kubeadm.conf line 5');
  await page.keyboard.press('PageDown');
  await expect(told).toContainText('This line beat the file.');
  await expect(main.getByRole('listitem').filter({ hasText: `added: ${SCENARIO.mendedLine}` })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(main.locator('[aria-current]')).toContainText('# Note: This dropin only works with kubeadm');
  await page.keyboard.press('4');
  await page.keyboard.press('ArrowDown');
  await expect(main.locator('[aria-current]')).toContainText('authentication.anonymous.enabled = true');
  await page.keyboard.press('End');
  await expect(told).toContainText('Step 5 of 5');
  await expect(main).toContainText('401');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await expect(bench.files.region).toBeVisible();
  await expect(bench.redo).toBeDisabled();
});
