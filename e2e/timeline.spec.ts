import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { expectNoFindings } from './pages/findings.ts';
import { Timeline } from './pages/timeline.ts';
import type { Workbench } from './pages/workbench.ts';

test.use({ editor: 'plain' });

const HEALTH = 'curl -sk https://localhost:10250/healthz';

/** A crash, mended, and a request; then the timeline. */
async function live({ files, strip, requests, page }: Workbench): Promise<Timeline> {
  const sound = await files.plainText();
  await files.replace('memorySwap: {}', 'memorySwap: 7');
  await strip.restart.click();
  await files.editor.fill(sound.replace('memorySwap: {}', 'memorySwap: {} # mended'));
  await strip.wait.click();
  await requests.send(HEALTH);
  const timeline = new Timeline(page);
  await timeline.tab.click();
  return timeline;
}

test('the timeline tells what was done and what followed, and leads to any step', async ({ bench }) => {
  const timeline = await live(bench);
  await expect(timeline.here).toContainText(`${HEALTH} answer 200`);
  await expect(timeline.steps).toContainText('It ended with status 1');
  await expect(timeline.steps).toContainText('systemd started the kubelet again once');
  await expect(timeline.changes).toContainText('memorySwap: {} # mended');

  await timeline.step('Restarted the kubelet').click();
  await expect(bench.kubelet.port(10250)).toContainText('closed');
  await expect(timeline.here).toContainText('Restarted the kubelet');
  await expect(timeline.changes).toContainText('added: memorySwap: 7');
  await expect(timeline.step(HEALTH)).toContainText('undone');
  await bench.redo.click();
  await expect(timeline.here).toContainText('Edited config.yaml');
  await timeline.step('Start of the scenario').click();
  await expect(timeline.changes).toContainText('All files are as they were at the start.');
  await expect(bench.undo).toBeDisabled();
});

test('by keyboard: arrows move, Enter goes there, notes are written and kept', async ({ bench, page }) => {
  const timeline = await live(bench);
  await timeline.here.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(timeline.here).toContainText('Restarted the kubelet');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('a number is no object');
  await page.keyboard.press('Escape');
  await expect(timeline.steps).toContainText('a number is no object');
  await expect(timeline.here).toBeFocused();
  await bench.reload();
  await timeline.tab.click();
  await expect(timeline.steps).toContainText('a number is no object');
  await expect(timeline.here).toContainText('Restarted the kubelet');

  await expectNoFindings(page, 'a timeline with a note');
});

test('a run goes out as a file and comes back, asking before it replaces', async ({ bench, page }) => {
  const timeline = await live(bench);
  const [download] = await Promise.all([page.waitForEvent('download'), timeline.export.click()]);
  expect(download.suggestedFilename()).toMatch(/^portside-the-flag-that-wins-\d{8}-\d{4}\.json$/);
  const path = await download.path();
  await timeline.step('Start of the scenario').click();
  await bench.files.editor.fill('other');

  await timeline.file.setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: await readFile(path) });
  await expect(timeline.offer).toContainText('5 steps, 1 request among them');
  await timeline.offer.getByRole('button', { name: 'Keep what is here' }).click();
  await expect(bench.files.editor).toHaveValue('other');

  await timeline.file.setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: await readFile(path) });
  await timeline.offer.getByRole('button', { name: 'Open it' }).click();
  await expect(timeline.offer).toHaveCount(0);
  await expect(timeline.here).toContainText(HEALTH);
});

test('files that are no runs, or too much, are refused in words', async ({ bench, page }) => {
  const timeline = new Timeline(page);
  await timeline.tab.click();
  for (const [text, words] of [
    ['no JSON at all', 'it is not JSON'],
    ['{"__proto__":{"polluted":1},"format":2}', 'not a run that Portside can read'],
    [JSON.stringify({ format: 2, scenario: 'other', steps: [], at: 0, hintsOpened: 0, note: '' }), 'another scenario'],
    [`"${'x'.repeat(2 * 1024 * 1024)}"`, 'larger than 2 MB'],
  ] as const) {
    await timeline.file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(timeline.refusal).toContainText(words);
    await timeline.refusal.getByRole('button').click();
    await expect(timeline.refusal).toHaveCount(0);
  }
  await expect(bench.undo).toBeDisabled();
  expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
});

test('a link carries the run to another browser, which asks', async ({ bench, page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const timeline = await live(bench);
  await timeline.link.click();
  await expect(page.getByText('The link is in the clipboard.')).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address.length).toBeLessThan(8 * 1024);

  const other = await browser.newContext();
  const opened = await other.newPage();
  // By way of another scenario, whose page must not take the run for its own.
  await opened.goto(address.replace(/#.*/, '#/scenario/401-or-403'));
  await expect(opened.getByRole('region', { name: 'Files' })).toBeVisible();
  await opened.evaluate((to) => location.assign(to), address);
  const there = new Timeline(opened);
  await expect(there.offer).toContainText('5 steps');
  expect(opened.url()).not.toContain('run=');
  await there.offer.getByRole('button', { name: 'Open it' }).click();
  await there.tab.click();
  await expect(there.here).toContainText(HEALTH);
  await other.close();
});

test('a link that unpacks to very much, or to nothing, is refused in words', async ({ bench, page }) => {
  const timeline = new Timeline(page);
  for (const [packed, words] of [
    [deflateRawSync(Buffer.alloc(30_000_000)).toString('base64url'), 'larger than 2 MB'],
    ['AAAA', 'damaged'],
    ['a'.repeat(70_000), 'longer than 64 KB'],
  ] as const) {
    await page.evaluate((run) => {
      location.hash = `#/scenario/the-flag-that-wins?run=${run}`;
    }, packed);
    await expect(timeline.refusal).toContainText(words);
    await timeline.refusal.getByRole('button').click();
  }
  await expect(bench.files.textOf(SCENARIO.config)).toBeVisible();
});
