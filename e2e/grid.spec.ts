import { SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { expectNoFindingsInBothThemes } from './pages/findings.ts';
import { Grid } from './pages/grid.ts';
import type { Workbench } from './pages/workbench.ts';

test.use({ editor: 'plain' });

/** Takes the stray flags out of the drop-in, and nothing more. */
async function mend({ files }: Workbench): Promise<void> {
  await files.open('10-kubeadm.conf');
  await files.replace(SCENARIO.flags, '');
}

test('an edit is previewed cell by cell, and a restart makes it so', async ({ bench, page }) => {
  const grid = new Grid(page);
  await grid.tab.click();
  await expect(grid.panel).toContainText('A restart would change nothing here.');
  await expect(grid.cell('a stranger', '/pods')).toHaveAccessibleName('a stranger, /pods: 200, allowed');
  await mend(bench);
  await expect(grid.cell('a stranger', '/pods')).toHaveAccessibleName(
    'a stranger, /pods: 200, allowed; would become 401, refused',
  );
  await expect(grid.cell('bob', '/exec POST')).toHaveAccessibleName(
    'bob, /exec POST: 101, allowed; would become 403, refused',
  );
  await expect(grid.panel).toContainText(/A restart would close \d+ doors and open none\./);
  await bench.strip.apply();
  await expect(grid.panel).toContainText('A restart would change nothing here.');
  await expect(grid.cell('a stranger', '/pods')).toHaveAccessibleName('a stranger, /pods: 401, refused');
  await expect(grid.cell('bob', '/exec POST')).toHaveAccessibleName('bob, /exec POST: 403, refused');
});

test('a cell is walked to by arrows and asked by Enter', async ({ bench, page }) => {
  const grid = new Grid(page);
  await grid.tab.click();
  await grid.cell('a stranger', '/healthz').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(grid.cell('bob', '/pods')).toBeFocused();
  await expect(grid.detail).toContainText('certificate bob.crt: user bob, group dev');
  await page.keyboard.press('Enter');
  await expect(grid.cell('bob', '/pods')).toBeFocused();
  await expect(bench.news).toContainText('Answer: 200.');
  await expect(bench.kubelet.pipeline).toContainText('--cert bob.crt --key bob.key https://10.0.0.11:10250/pods');
  await page.keyboard.press('Control+End');
  await expect(grid.detail).toContainText('No file on this node holds its credential');
  await page.keyboard.press('Home');
  await expect(grid.table.getByRole('button', { name: /, \/healthz: / }).last()).toBeFocused();
  // One stop for the Tab key.
  await page.keyboard.press('Shift+Tab');
  await expect(grid.table.getByRole('button').and(page.locator(':focus'))).toHaveCount(0);
});

test('ports, where one stands, and what is shown', async ({ bench, page }) => {
  const grid = new Grid(page);
  await grid.tab.click();
  await grid.port(10248).check();
  await expect(grid.cell('a stranger', '/healthz')).toHaveAccessibleName('a stranger, /healthz: closed');
  await grid.from('this node').check();
  await expect(grid.cell('a stranger', '/healthz')).toHaveAccessibleName('a stranger, /healthz: 200, allowed');
  await grid.only('open to strangers').check();
  await expect(grid.table.getByRole('columnheader')).toHaveText(['Who', '/healthz']);
  await grid.only('what changes').check();
  await expect(grid.panel).toContainText('A restart changes nothing at this port.');
  await grid.panel.getByRole('button', { name: 'Show all' }).click();
  await bench.files.open('config.yaml');
  await bench.files.replace('authentication:', 'readOnlyPort: 10255\nauthentication:');
  await expect(grid.panel.getByRole('radio', { name: /^10255 \d+ changes$/ })).toBeVisible();
  await grid.port(10255).check();
  await expect(grid.cell('a bad token', '/metrics')).toHaveAccessibleName(
    'a bad token, /metrics: closed; would become 200, allowed',
  );
  await bench.files.replace('readOnlyPort: 10255', 'port: [many');
  await expect(grid.panel).toContainText('It would not start: ');
});

test.describe('axe, both themes', () => {
  test.use({ viewport: { width: 1024, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

  test('the grid, quiet and with changes, and nothing spills', async ({ bench, page }) => {
    const grid = new Grid(page);
    await grid.tab.click();
    await expect(grid.rows.first()).toBeVisible();
    await expectNoFindingsInBothThemes(page, 'quiet');
    await mend(bench);
    await expect(grid.panel).toContainText('would close');
    await expectNoFindingsInBothThemes(page, 'with changes');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});
