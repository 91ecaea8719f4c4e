import { expect, test } from '../fixtures/fresh.ts';
import { expectNoFindings } from '../pages/findings.ts';
import { KeyMap } from '../pages/keyMap.ts';
import { faults } from '../pages/shape.ts';
import { Tour } from '../pages/tour.ts';
import { Workbench } from '../pages/workbench.ts';

const WINDOWS = [
  {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    parts: ['briefing', 'files', 'strip', 'ask', 'pipeline', 'button'],
  },
  {
    viewport: { width: 1024, height: 768 },
    colorScheme: 'light',
    parts: ['briefing', 'files', 'strip', 'ask', 'pipeline', 'button'],
  },
] as const;

for (const { viewport, colorScheme, parts } of WINDOWS) {
  test.describe(`${viewport.width}×${viewport.height}, ${colorScheme}`, () => {
    test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('the tour points at six real parts, and covers none of them', async ({ page }) => {
      const bench = new Workbench(page);
      const tour = new Tour(page);
      await bench.open('plain');
      await expect(tour.card).toContainText('Tour, 1 of 6');
      await expect(bench.news).toContainText('A short tour stands at the top of the page. Escape skips it.');
      expect(await page.evaluate(() => document.activeElement === document.body), 'nobody is pulled away').toBe(true);
      expect(await faults(page)).toEqual([]);
      await expectNoFindings(page, 'the tour');
      const height = (await tour.card.boundingBox())?.height;
      for (const [index, part] of parts.entries()) {
        await expect(tour.card).toContainText(`Tour, ${index + 1} of 6`);
        await expect(tour.part).toHaveClass(new RegExp(`\\b${part}\\b`));
        await expect(tour.part).toBeInViewport();
        expect((await tour.card.boundingBox())?.height, 'nothing below moves').toBe(height);
        if (index < parts.length - 1) await tour.next.click();
      }
      await tour.back.click();
      await expect(tour.card).toContainText('Tour, 5 of 6');
      await tour.next.click();
      await tour.done.click();
      await expect(tour.card).toHaveCount(0);
      await expect(tour.part).toHaveCount(0);
    });
  });
}

test('Escape skips it for good, and the key map brings it back', async ({ page }) => {
  const bench = new Workbench(page);
  const tour = new Tour(page);
  const map = new KeyMap(page);
  await bench.open('plain');
  await expect(tour.card).toBeVisible();
  await bench.requests.line.press('Escape');
  await expect(tour.card, 'who types is not meant').toBeVisible();
  await bench.strip.stop.focus();
  await page.keyboard.press('Escape');
  await expect(tour.card).toHaveCount(0);
  await expect(bench.strip.stop).toBeFocused();
  await bench.reload();
  await page.goto('./?editor=plain#/scenario/401-or-403');
  await expect(bench.files.editor).toBeVisible();
  await expect(tour.card).toHaveCount(0);

  await map.button.click();
  await map.tour.click();
  await expect(tour.next).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tour.card).toContainText('Tour, 2 of');
  await page.keyboard.press('Escape');
  await expect(tour.card).toHaveCount(0);
  await expect(map.button).toBeFocused();
});

test('it keeps nobody from working, and does not come to whoever has begun', async ({ page }) => {
  const bench = new Workbench(page);
  const tour = new Tour(page);
  await bench.open('plain');
  await expect(tour.card).toBeVisible();
  await bench.requests.send('curl -sk https://localhost:10250/healthz');
  await expect(bench.kubelet.answer).toContainText('200');
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await bench.reload();
  await expect(bench.requests.asked).toHaveCount(1);
  await expect(tour.card).toHaveCount(0);
});
