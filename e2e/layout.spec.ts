import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { faults } from './pages/shape.ts';
import type { Workbench } from './pages/workbench.ts';

/** Walks through what changes the shape of the screen, looking for faults after each step. */
async function expectGoodShape(bench: Workbench): Promise<void> {
  const { files, requests, strip, journal } = bench;
  expect(await faults(bench.page), 'at the start').toEqual([]);
  await requests.send(LINES.stranger, '401');
  await requests.send(`${LINES.prometheus} -v`);
  expect(await faults(bench.page), 'with an answer').toEqual([]);
  await requests.asked
    .first()
    .getByRole('button', { name: /Show all/ })
    .click();
  await bench.showSide('Task');
  expect(await faults(bench.page), 'with a long answer').toEqual([]);
  const wrong = `authorization: ${'x'.repeat(300)}`;
  await files.replace('authorization:', wrong);
  await strip.restart.click();
  await journal.tab.click();
  expect(await faults(bench.page), 'with a kubelet that crashed').toEqual([]);
  // Not by undo: while systemd waits, each second that passes is a step of its own.
  await files.replace(wrong, 'authorization:');
  await files.open('10-kubeadm.conf');
  await files.replace(SCENARIO.flags, '');
  await strip.apply();
  await expect(bench.briefing.solved).toBeVisible();
  expect(await faults(bench.page), 'when solved').toEqual([]);
  await throughPanels(bench, async (panel) => expect(await faults(bench.page), panel).toEqual([]));
}

const PANELS = ['Configuration', 'Who may do what', 'Timeline'] as const;

/** Opens one panel under the files after the other, and waits for what is in it. */
async function throughPanels({ page }: Workbench, look: (panel: string) => Promise<void>): Promise<void> {
  for (const name of PANELS) {
    await page.getByRole('tab', { name }).click();
    await expect(page.getByRole('tabpanel', { name }).getByRole(CONTENTS[name]).first()).toBeVisible();
    await look(name);
  }
}

/** What is there once a panel has come. */
const CONTENTS = { Configuration: 'table', 'Who may do what': 'grid', Timeline: 'listitem' } as const;

test.use({ editor: 'plain' });

const WINDOWS = [
  { title: '1440×900', viewport: { width: 1440, height: 900 } },
  { title: '1024×768', viewport: { width: 1024, height: 768 } },
  { title: '1440×900 at 200 %', viewport: { width: 720, height: 450 } },
  { title: 'a phone', viewport: { width: 390, height: 844 } },
  { title: '1280×1024 at 400 %', viewport: { width: 320, height: 256 } },
] as const;

for (const { title, viewport } of WINDOWS) {
  test.describe(title, () => {
    test.use({ viewport });
    test('everything has its place', async ({ bench }) => {
      await expectGoodShape(bench);
    });
  });
}

test('home has its place in every window', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const { title, viewport } of WINDOWS) {
    await page.setViewportSize(viewport);
    expect(await faults(page), title).toEqual([]);
  }
});

for (const { title, viewport } of WINDOWS) {
  test.describe(`Monaco at ${title}`, () => {
    test.use({ viewport, editor: 'monaco' });
    test('has its place', async ({ bench }) => {
      expect(await faults(bench.page)).toEqual([]);
      const box = await bench.files.drawn.boundingBox();
      expect(box?.height ?? 0, 'height of the editor').toBeGreaterThan(100);
    });
  });
}

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  test('everything has its place, and states are shapes and words', async ({ bench }) => {
    expect(await bench.page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await expectGoodShape(bench);
    const signs = bench.page.locator('.sign svg path:not([d=""])');
    const strokes = await signs.evaluateAll((paths) =>
      paths.map((path) => getComputedStyle(path)).filter((style) => style.stroke === 'none' && style.fill === 'none'),
    );
    expect(strokes, 'signs that are drawn with nothing').toEqual([]);
  });
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('the pipeline is complete at once', async ({ bench }) => {
    await bench.requests.send(LINES.stranger);
    await expect(bench.kubelet.stages).toHaveCount(6);
    const moving = await bench.page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving, 'things that move').toBe(0);
    await throughPanels(bench, async (panel) => {
      const running = await bench.page.evaluate(() => document.getAnimations().length);
      expect(running, `things that move in ${panel}`).toBe(0);
    });
    const looks = await bench.kubelet.pipeline
      .locator('[data-stage] *')
      .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).opacity));
    expect(new Set(looks)).toEqual(new Set(['1']));
  });
});

test('with motion the request travels through its gates, and arrives', async ({ bench }) => {
  const { kubelet, requests } = bench;
  await requests.send(LINES.stranger);
  await expect(kubelet.answer).toContainText('200');
  await kubelet.pipeline.getByRole('combobox', { name: 'Speed' }).selectOption('⅛×');
  await kubelet.pipeline.getByRole('button', { name: 'Replay' }).click();
  await expect(kubelet.stage('handle')).toContainText('yet to come');
  await kubelet.pipeline.getByRole('combobox', { name: 'Speed' }).selectOption('2×');
  await expect(kubelet.stage('handle')).toContainText('answered here');
  await expect(kubelet.answer).toContainText('200');
  expect(await bench.page.evaluate(() => document.getAnimations().length), 'things that still move').toBe(0);
});

test.describe('themes', () => {
  test.use({ colorScheme: 'light' });
  test('the choice is obeyed, in the editor too, and remembered', async ({ bench, page }) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await bench.theme.selectOption('Night watch');
    await expect.poll(ground).not.toBe(light);
    const dark = await ground();
    await bench.reload();
    await expect(bench.theme).toHaveValue('dark');
    expect(await ground()).toBe(dark);
    await bench.theme.selectOption('Chart paper');
    await expect.poll(ground).toBe(light);
  });
});
