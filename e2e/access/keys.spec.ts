import { SCENARIO } from '../fixtures/scenario.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectNoFindings } from '../pages/findings.ts';
import { KeyMap } from '../pages/keyMap.ts';
import { Picture } from '../pages/picture.ts';

test('? lists the keys, gives the focus back, and types where something is typed', async ({ bench, page }) => {
  const map = new KeyMap(page);
  await bench.strip.stop.focus();
  await page.keyboard.press('?');
  await expect(map.dialog).toBeVisible();
  await expect(map.dialog.getByRole('region', { name: 'Everywhere' })).toContainText(/Redo\s*Ctrl\+Alt\+Y/);
  await expect(map.dialog.getByRole('region', { name: 'In the picture' })).toContainText(/Play, pause\s*P/);
  await expectNoFindings(page, 'the key map');
  await page.keyboard.press('Control+Alt+u');
  await expect(map.dialog, 'keys of the page rest behind a dialog').toBeVisible();
  await page.keyboard.press('Escape');
  await expect(map.dialog).toHaveCount(0);
  await expect(bench.strip.stop).toBeFocused();

  await bench.requests.line.focus();
  await page.keyboard.type('?');
  await expect(bench.requests.line).toHaveValue('?');
  await bench.files.editor.focus();
  await page.keyboard.type('# ? ');
  await expect(bench.files.drawn).toContainText('# ? ');
  await expect(map.dialog).toHaveCount(0);

  await map.button.click();
  await map.mapKey.uncheck();
  await map.close.click();
  await expect(map.button).toBeFocused();
  await page.keyboard.press('?');
  await expect(map.dialog, 'the bare key can be turned off').toHaveCount(0);
});

test('every key of the list does what it says, from within the editor', async ({ bench, page }) => {
  const { files, requests, strip, journal } = bench;
  const picture = new Picture(page);
  const press = (key: string) => page.keyboard.press(`Control+Alt+${key}`);
  await press('w');
  await expect(files.editor).toBeFocused();
  await page.keyboard.type('# a\n');
  await press('u');
  await expect(bench.news).toContainText('systemd has loaded its units.');
  await press('s');
  await expect(strip.region).toContainText(/pid (?!813)\d+/);
  await press('z');
  await expect(bench.news).toContainText('Undone: ');
  await expect(strip.region).toContainText('pid 813');
  await press('y');
  await expect(bench.news).toContainText('Done again: ');
  for (let step = 0; step < 4; step += 1) await press('z');
  await expect(bench.news).toContainText('Nothing to undo.');
  await press('j');
  await expect(files.textOf(SCENARIO.dropIn)).toBeFocused();
  await press('h');
  await expect(files.textOf(SCENARIO.config)).toBeFocused();

  await press('3');
  await expect(journal.tab).toBeFocused();
  for (const [index, name] of ['Configuration', 'Who may do what', 'Logs', 'Timeline'].entries()) {
    await press(String(index + 4));
    await expect(page.getByRole('tab', { name })).toBeFocused();
  }
  await press('c');
  await expect(requests.line).toBeFocused();
  await page.keyboard.type('curl -sk https://localhost:10250/pods');
  await page.keyboard.press('Enter');
  await expect(picture.answer).toContainText('200');
  await press('g');
  await expect(picture.gate(1, 'Handle')).toBeFocused();
  await press('b');
  await expect(bench.theme).toHaveValue('dark');
  await press('b');
  await expect(bench.theme).toHaveValue('light');
  await expect(bench.news).toContainText('Theme: Chart paper.');
});

test('buttons tell their keys', async ({ bench, page }) => {
  await expect(bench.strip.daemonReload).toHaveAttribute('aria-keyshortcuts', 'Control+Alt+U');
  await expect(bench.strip.daemonReload).toHaveAttribute('title', 'Ctrl+Alt+U');
  await expect(page.getByRole('tab', { name: 'Timeline' })).toHaveAttribute('title', 'Timeline (Ctrl+Alt+7)');
});

test.describe('where task and kubelet take turns', () => {
  test.use({ viewport: { width: 1024, height: 768 }, editor: 'plain' });

  test('a key turns', async ({ bench, page }) => {
    await page.keyboard.press('Control+Alt+o');
    await expect(page.getByRole('tab', { name: 'Kubelet', exact: true })).toBeFocused();
    await expect(bench.kubelet.settings).toBeVisible();
    await page.keyboard.press('Control+Alt+o');
    await expect(page.getByRole('tab', { name: 'Task' })).toBeFocused();
  });
});
