import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { Timeline } from './pages/timeline.ts';
import { Workbench } from './pages/workbench.ts';

test.use({ editor: 'plain' });

const status = (page: Page) => page.getByRole('contentinfo');

async function secondTab(context: BrowserContext): Promise<{ bench: Workbench; timeline: Timeline; page: Page }> {
  const page = await context.newPage();
  const bench = new Workbench(page);
  await bench.open('plain');
  return { bench, timeline: new Timeline(page), page };
}

test('two tabs: the later one is told, and taking over loses nothing of the first', async ({
  bench,
  context,
  page,
}) => {
  const first = new Timeline(page);
  await bench.files.editor.fill('by the first');
  await expect(status(page)).toContainText('saved');
  const second = await secondTab(context);
  await expect(second.timeline.notices).toContainText('open in another tab');
  await expect(second.bench.files.editor).toHaveValue('by the first');
  await second.bench.files.editor.fill('by the second');
  await expect(status(second.page)).toContainText('not saved: open in another tab');
  await bench.files.editor.fill('by the first, later');
  await expect(status(page).getByText('saved', { exact: true })).toBeVisible();

  await second.timeline.notice('Go on here').click();
  await expect(second.timeline.notices).toBeHidden();
  await expect(status(second.page).getByText('saved', { exact: true })).toBeVisible();
  await expect(first.notices).toContainText('Another tab went on');
  await bench.files.editor.fill('by the first, too late');
  await expect(status(page)).toContainText('not saved: another tab went on');

  await second.bench.reload();
  await expect(second.bench.files.editor).toHaveValue('by the second');
  await second.timeline.tab.click();
  await second.timeline.kept.getByRole('button', { name: 'Open' }).click();
  await expect(second.bench.files.editor).toHaveValue('by the first, later');
});

test('two tabs: the later one may keep a copy of its own', async ({ bench, context, page }) => {
  await bench.files.editor.fill('by the first');
  await expect(status(page).getByText('saved', { exact: true })).toBeVisible();
  const second = await secondTab(context);
  await second.timeline.notice('Keep as a copy').click();
  await expect(second.timeline.notices).toContainText('a copy of its own');
  await second.bench.files.editor.fill('in the copy');
  await expect(status(second.page).getByText('saved', { exact: true })).toBeVisible();
  await bench.files.editor.fill('still the first');
  await expect(status(page).getByText('saved', { exact: true })).toBeVisible();
  await second.bench.reload();
  await expect(second.bench.files.editor).toHaveValue('in the copy');
  await bench.reload();
  await expect(bench.files.editor).toHaveValue('still the first');
});

test('a tab that closed leaves the run to the other', async ({ bench, context, page }) => {
  const second = await secondTab(context);
  await expect(second.timeline.notices).toContainText('open in another tab');
  await page.close();
  await expect(second.timeline.notices).toBeHidden();
  await second.bench.files.editor.fill('goes on');
  await expect(status(second.page).getByText('saved', { exact: true })).toBeVisible();
  expect(bench).toBeDefined();
});

test('leaving a scenario for another and coming back is no second tab, and all is there', async ({ bench, page }) => {
  const timeline = new Timeline(page);
  await bench.files.editor.fill('before I left');
  await page.evaluate(() => {
    location.hash = '#/scenario/401-or-403';
  });
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('The flag that wins');
  await expect(bench.files.editor).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/scenario/the-flag-that-wins';
  });
  await expect(bench.files.editor).toHaveValue('before I left');
  await bench.files.editor.fill('and came back');
  await expect(status(page).getByText('saved', { exact: true })).toBeVisible();
  await expect(timeline.notices).toBeHidden();
  await bench.reload();
  await expect(bench.files.editor).toHaveValue('and came back');
});

test('what cannot be read is kept aside and told; the next run is saved', async ({ bench, page }) => {
  await bench.files.editor.fill('x');
  await expect(status(page).getByText('saved', { exact: true })).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('portside');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('steps', 'readwrite');
          transaction.objectStore('steps').clear();
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  await bench.reload();
  const timeline = new Timeline(page);
  await expect(timeline.notices).toContainText('kept aside, untouched');
  await timeline.notice('All right').click();
  await bench.files.editor.fill('y');
  await expect(status(page).getByText('saved', { exact: true })).toBeVisible();
  await bench.reload();
  await expect(bench.files.editor).toHaveValue('y');
  await timeline.tab.click();
  await expect(timeline.kept).toContainText('could not be read');
});

test('a run of the first format, kept by an older page, opens', async ({ bench, page }) => {
  await page.evaluate(async () => {
    const path = '/var/lib/kubelet/config.yaml';
    const events = [{ type: 'write', node: 'node01', path, text: 'from the first version' }];
    const run = {
      format: 1,
      scenario: 'the-flag-that-wins',
      played: [{ kind: 'edit', path, events }],
      undone: [],
      hintsOpened: 2,
    };
    localStorage.setItem('portside.session.the-flag-that-wins', JSON.stringify(run));
  });
  await bench.reload();
  await expect(bench.files.editor).toHaveValue('from the first version');
  await bench.files.editor.fill('went on');
  await expect(status(page).getByText('saved', { exact: true })).toBeVisible();
  await bench.reload();
  await expect(bench.files.editor).toHaveValue('went on');
  expect(await page.evaluate(() => localStorage.getItem('portside.session.the-flag-that-wins'))).toBeNull();
});

test('full storage is told, with an export; what fits again is saved', async ({ bench, page, context }) => {
  const timeline = new Timeline(page);
  const driver = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await driver.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await bench.files.editor.fill('#'.repeat(200_000));
  await expect(timeline.notices).toContainText('storage is full');
  const [download] = await Promise.all([page.waitForEvent('download'), timeline.notice('Export').click()]);
  expect(download.suggestedFilename()).toContain('portside-');
  await driver.send('Storage.overrideQuotaForOrigin', { origin });
  await bench.files.editor.fill('fits');
  await expect(timeline.notices).toBeHidden();
  await bench.reload();
  await expect(bench.files.editor).toHaveValue('fits');
});

test('without any storage the page works, and says that nothing is kept', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  await context.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  const { bench, timeline, page } = await secondTab(context);
  await bench.files.editor.fill('gone tomorrow');
  await expect(timeline.notices).toContainText('keeps nothing for this page');
  await expect(status(page)).toContainText('not saved');
  await context.close();
});
