import { expect, test } from './fixtures/test.ts';
import { Clock } from './pages/clock.ts';
import { expectNoFindings } from './pages/findings.ts';

test.use({ editor: 'plain' });

test('the clock runs, pauses, and skips to what comes next; each run of it is one step', async ({ bench, page }) => {
  const clock = new Clock(page);
  await expect(clock.region).toContainText('simulated 09:00:00');
  await clock.run.click();
  await expect(clock.region).toContainText('09:00:02');
  await page.keyboard.press('Control+Alt+p');
  await expect(bench.news).toContainText('The clock is paused at 09:00:0');
  await expect(clock.run).toBeVisible();
  await bench.undo.click();
  await expect(clock.region).toContainText('09:00:00');

  await bench.files.replace('authentication:', 'authentication: [');
  await bench.strip.restart.click();
  await expect(bench.strip.region).toContainText('systemd starts it again in');
  await page.keyboard.press('Control+Alt+k');
  await expect(clock.item('10 seconds')).toBeFocused();
  await expectNoFindings(page, 'the menu');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  for (let down = 0; down < 5; down += 1) await page.keyboard.press('ArrowDown');
  await expect(clock.item(/^systemd starts the kubelet on node01 again in \d+ s$/)).toBeFocused();
  const starts = await bench.strip.region.textContent();
  await page.keyboard.press('Enter');
  await expect(clock.menu).toHaveCount(0);
  await expect(clock.skip).toBeFocused();
  await expect(bench.news).toContainText('It is 09:00:1');
  await expect(bench.strip.region).not.toHaveText(starts ?? '');
  await clock.skip.click();
  await clock.item('1 day').click();
  await page.keyboard.press('Control+Alt+k');
  await page.keyboard.press('Escape');
  await expect(clock.menu).toHaveCount(0);
  await expect(clock.skip).toBeFocused();
});
