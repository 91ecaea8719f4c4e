import { expect, test } from './fixtures/fresh.ts';
import { Workbench } from './pages/workbench.ts';

test('no text becomes a script but through the editor’s named policies', async ({ page }) => {
  // Not the fixture that fails on what is logged: each refusal is.
  // The tour of a first visit would come in between the pointer and the editor.
  await page.addInitScript(() => localStorage.setItem('portside.tour', 'over'));
  const bench = new Workbench(page);
  await bench.open();
  await bench.files.write('kind: KubeletConfiguration\n');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('listbox', { name: 'Suggest' })).toBeVisible();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe|allow-duplicates|trusted-types[^;]*\*/);

  const refused = await page.evaluate(() => {
    const trials: readonly (() => unknown)[] = [
      () => document.createElement('div').setHTMLUnsafe('<b>x</b>'),
      () => {
        document.createElement('div').innerHTML = '<b>x</b>';
      },
      () => {
        document.createElement('script').src = 'x.js';
      },
      () => new Worker('x.js'),
      () => Reflect.get(globalThis, 'trustedTypes').createPolicy('default', {}),
      () => Reflect.get(globalThis, 'trustedTypes').createPolicy('portside-worker', {}),
    ];
    return trials.map((trial) => {
      try {
        trial();
        return 'taken';
      } catch {
        return 'refused';
      }
    });
  });
  expect(refused).toEqual(Array(6).fill('refused'));
});
