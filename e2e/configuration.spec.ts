import { expect, test } from './fixtures/test.ts';
import { Configuration } from './pages/configuration.ts';
import { expectNoFindings } from './pages/findings.ts';

test.use({ editor: 'plain' });

const ANONYMOUS = 'authentication.anonymous.enabled';

test('every value beside what file, configz and flagz say', async ({ bench, page }) => {
  const configuration = new Configuration(page);
  await bench.showSide('Kubelet');
  await page.getByRole('button', { name: 'All values' }).click();
  await expect(configuration.table).toBeVisible();
  await expect(configuration.row(ANONYMOUS)).toContainText('true');
  await expect(configuration.row(ANONYMOUS)).toContainText('beats false, config.yaml line 4');
  await expect(configuration.table).toContainText(
    'config.yaml line 4 says false. --anonymous-auth=true, 10-kubeadm.conf line 5 beats it.',
  );
  await expect(configuration.row('authentication.webhook.enabled')).toContainText('false default');
  // A hundred rows more would tell axe nothing new.
  await configuration.only('unlike a hardened node').check();
  await expectNoFindings(page, 'what is unlike a hardened node');
  await configuration.row(ANONYMOUS).getByRole('button', { name: '--anonymous-auth=true' }).click();
  await expect(page.getByRole('tab', { name: '10-kubeadm.conf' })).toHaveAttribute('aria-selected', 'true');
});

test('filters narrow the table, and keys lead into it', async ({ bench, page }) => {
  const configuration = new Configuration(page);
  await configuration.tab.click();
  await expect(configuration.table).toBeVisible();
  const all = await configuration.rows().count();
  expect(all).toBeGreaterThan(100);
  await configuration.only('unlike a hardened node').check();
  await expect(configuration.rows()).toHaveCount(6);
  await configuration.filter.fill('authorization');
  await expect(configuration.rows()).toHaveText(['authorization.mode']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(configuration.rows()).toHaveCount(all);
  await configuration.filter.press('ArrowDown');
  await expect(configuration.scroll).toBeFocused();
  await bench.requests.tab.click();
  await configuration.tab.click();
  await expect(configuration.rows()).toHaveCount(all);
});

test('while no kubelet runs, the next start is shown', async ({ bench, page }) => {
  const configuration = new Configuration(page);
  await configuration.tab.click();
  await bench.strip.stop.click();
  await expect(configuration.panel).toContainText('These are the values that the next start would have.');
  await expect(configuration.table.getByRole('columnheader', { name: 'At the next start' })).toBeVisible();
  await bench.files.open('config.yaml');
  await bench.files.write('kind: Pod\n');
  await expect(configuration.panel).toContainText('the next start would fail: failed to load');
});
