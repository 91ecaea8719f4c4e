import { expect, test } from './fixtures/fresh.ts';
import { Workbench } from './pages/workbench.ts';

// Two tests of one worker: what the first leaves behind, the second must not find.
test.describe.configure({ mode: 'serial' });

test('a test leaves behind what it can', async ({ page, context }) => {
  await context.addInitScript(() => Reflect.set(globalThis, 'left', 'by the context'));
  await page.addInitScript(() => Reflect.set(globalThis, 'leftToo', 'by the page'));
  await page.exposeFunction('leftBehind', () => 'told');
  await context.grantPermissions(['clipboard-read', 'clipboard-write', 'notifications']);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' });
  await page.setViewportSize({ width: 400, height: 300 });
  await page.route('**/favicon.svg', (route) => route.abort());
  await page.clock.install({ time: 0 });
  const bench = new Workbench(page);
  await bench.open('plain');
  const { origin } = new URL(page.url());
  const driver = await context.newCDPSession(page);
  await driver.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await driver.send('Emulation.setCPUThrottlingRate', { rate: 2 });
  await page.evaluate(async () => {
    localStorage.setItem('left', 'x');
    sessionStorage.setItem('left', 'x');
    // biome-ignore lint/suspicious/noDocumentCookie: it is what a page has.
    document.cookie = 'left=x';
    const cache = await caches.open('left');
    await cache.put('/left', new Response('x'));
  });
  const other = await context.newPage();
  await new Workbench(other).open('plain');
  await bench.files.editor.fill('left in the database');
  await expect(page.getByRole('contentinfo')).toContainText('saved');
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(['portside']);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'left'))).toBe('by the context');
  await page.mouse.down();
  await page.keyboard.down('Shift');
});

test('and the next one does not find it', async ({ page, context }) => {
  expect(context.pages()).toHaveLength(1);
  expect(page.viewportSize()).toEqual({ width: 1440, height: 900 });
  const icon = page.waitForResponse('**/favicon.svg');
  await page.goto('./kit.html?page=loading');
  expect((await icon).ok()).toBe(true);
  const found = await page.evaluate(async () => ({
    globals: ['left', 'leftToo', 'leftBehind'].filter((name) => Reflect.has(globalThis, name)),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookie: document.cookie,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    media: ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)'].filter(
      (query) => matchMedia(query).matches,
    ),
    granted: (await navigator.permissions.query({ name: 'notifications' })).state === 'granted',
    tight: ((await navigator.storage.estimate()).quota ?? 0) <= 1_000_000,
    longAgo: Date.now() < 1_000_000_000_000,
  }));
  expect(found).toEqual({
    globals: [],
    local: [],
    session: [],
    cookie: '',
    caches: [],
    databases: [],
    media: [],
    granted: false,
    tight: false,
    longAgo: false,
  });
  await page.evaluate(() =>
    addEventListener('keydown', ({ shiftKey }) => Reflect.set(globalThis, 'shifted', shiftKey)),
  );
  await page.keyboard.press('a');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'shifted'))).toBe(false);
  const bench = new Workbench(page);
  await bench.open('plain');
  await expect(page.getByRole('dialog', { name: 'Tour' })).toBeVisible();
  await expect(bench.files.editor).not.toHaveValue('left in the database');
});
