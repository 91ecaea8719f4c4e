import type { Page } from '@playwright/test';
import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { expectNoFindingsInBothThemes } from './pages/findings.ts';
import { Versions } from './pages/versions.ts';

test.use({ editor: 'plain', contextOptions: { reducedMotion: 'reduce' } });

async function expectSound(page: Page, state: string): Promise<void> {
  await expectNoFindingsInBothThemes(page, state);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, state).toBeLessThanOrEqual(0);
}

test('a switch to 1.31: told before it is done, in force after the restart, taken back by undo', async ({
  bench,
  page,
}) => {
  const versions = new Versions(page);
  const { files, strip, requests } = bench;
  const checked = page.getByRole('link', { name: /^answers checked against kubelet/ });
  const body = requests.log.getByRole('listitem').filter({ hasText: '403' });
  await files.open('10-kubeadm.conf');
  await files.replace(SCENARIO.flags, '');
  await strip.apply();
  await requests.send(LINES.bob);
  await expect(body).toContainText('subresource(s)=[pods proxy])');

  await test.step('what it changes, before anything is done', async () => {
    await versions.button.click();
    await expect(versions.standing).toHaveText('1.36.3 is installed and runs.');
    await expect(versions.dialog).toContainText('the line of the CKS exam today');
    await versions.choice('1.31.14').check();
    await expect(versions.changes.filter({ hasText: 'A 403 names one subresource' })).toContainText('recorded: ');
    await expect(versions.restart).toHaveCount(0);
    await expect(strip.region).not.toContainText('installed');
  });

  await test.step('installed, and not yet running', async () => {
    await versions.install('1.31.14').click();
    await expect(versions.standing).toHaveText(
      '1.31.14 is installed. 1.36.3 goes on running until the kubelet is restarted.',
    );
    await expect(versions.install('1.31.14')).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await expect(versions.button).toBeFocused();
    await expect(versions.button).toHaveText('v1.31.14');
    await expect(strip.region).toContainText('installed 1.31.14, running 1.36.3');
    await expect(checked).toHaveText('answers checked against kubelet 1.36.3');
  });

  await test.step('the restart brings the old words', async () => {
    await strip.restart.click();
    await expect(checked).toHaveText('answers checked against kubelet 1.31.14');
    await expect(strip.region).not.toContainText('installed');
    await requests.send(LINES.bob);
    await expect(body.last()).toContainText('(user=bob, verb=get, resource=nodes, subresource=proxy)');
    await expect(bench.briefing.tasks.filter({ hasText: /^met: / })).toHaveCount(3);
  });

  await bench.undo.click();
  await bench.undo.click();
  await expect(strip.region).toContainText('installed 1.31.14, running 1.36.3');
  await expect(bench.undo).toHaveAttribute('title', /switch to 1\.31\.14/);
  await bench.undo.click();
  await expect(versions.button).toHaveText('v1.36.3');
  await expect(strip.region).not.toContainText('installed');
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test.describe(`both themes, ${width}×${height}`, () => {
    test.use({ viewport: { width, height } });

    test('version and About are sound', async ({ bench, page }) => {
      const versions = new Versions(page);
      await versions.button.click();
      await versions.choice('1.34.9').check();
      await expect(versions.changes.first()).toBeVisible();
      await expectSound(page, 'changes');
      await versions.install('1.34.9').click();
      await versions.restart.focus();
      await expectSound(page, 'installed');
      await page.keyboard.press('Escape');
      await expect(bench.strip.region).toContainText('installed 1.34.9, running 1.36.3');
      await expectSound(page, 'owed');

      await page.getByRole('link', { name: 'answers checked against kubelet 1.36.3' }).click();
      const heading = page.getByRole('heading', { level: 1, name: 'What this is, and how far to trust it' });
      await expect(heading).toBeFocused();
      await expect(page).toHaveTitle('About · Portside');
      const figures = page.getByRole('table', { name: 'Equal of all, by group and version' });
      await expect(figures.getByRole('columnheader')).toHaveText(['group', '1.36.3', '1.34.9', '1.31.14']);
      await expect(figures.getByRole('row', { name: /^auth-file / })).toContainText(/([\d,]+) of \1/);
      for (const name of [
        'What is not modelled',
        'What the comparison lets pass',
        'What leaves this browser',
        'Licence',
      ])
        await expect(page.getByRole('region', { name })).toBeVisible();
      await expectSound(page, 'About');
      await page.goBack();
      await expect(bench.strip.region).toContainText('installed 1.34.9, running 1.36.3');
    });
  });
}

test('home leads to About, and its name leads home', async ({ page, bench }) => {
  await page.getByRole('link', { name: 'Portside, home' }).click();
  await page.getByRole('link', { name: /^All figures/ }).click();
  await expect(page.getByRole('region', { name: 'Compared with real kubelets' })).toContainText('recorded things');
  await page.reload();
  await page.getByRole('link', { name: 'Portside, home' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A kubelet you can break in your browser');
  await expect(bench.files.editor).toHaveCount(0);
});
