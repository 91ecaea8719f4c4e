import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { seededRandom } from '../fixtures/seededRandom.ts';
import { serveDist } from '../fixtures/staticServer.ts';
import { type KillableBrowser, startBrowser } from './browser.ts';
import { watchSaved } from './watch.ts';
import { marksIn, workUntilGone } from './work.ts';

// npm run kill [-- <kills>]: kills a tab, or the whole browser, at random moments of real use, and looks whether every edit
// that was shown as saved is there afterwards. The moments and deeds come from a fixed seed.

const kills = Number(process.argv[2] ?? 20);
const SEED = 20_261_124;
/** Each this many kills a browser dies as a whole, and each this many a new profile begins. */
const BROWSER_EACH = 4;
const PROFILE_EACH = 20;
/** Longest use before a kill, in milliseconds. */
const LONGEST = 1200;

const random = seededRandom(SEED);
const server = await serveDist('/');
const address = `${process.env.PORTSIDE_ADDRESS ?? `${server.origin}/`}?editor=plain#/scenario/the-flag-that-wins`;

let count = 0;
const marks = {
  next: () => {
    count += 1;
    return `t${count}x`;
  },
};
const safe = new Set<string>();
let browser: KillableBrowser | null = null;
let profile = '';
let passed = 0;
let failed = 0;
let checked = 0;

async function open(): Promise<KillableBrowser> {
  const opened = await startBrowser(profile);
  await watchSaved(opened.context, (told) => {
    for (const mark of told) safe.add(mark);
  });
  return opened;
}

async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash');
  const driver = await page.context().newCDPSession(page);
  // It has nobody left to answer.
  driver.send('Page.crash').catch(() => {});
  await gone;
  await page.close();
}

let page: Page | null = null;

for (let kill = 1; kill <= kills; kill += 1) {
  if ((kill - 1) % PROFILE_EACH === 0) {
    await browser?.kill();
    if (profile !== '') await rm(profile, { recursive: true, force: true });
    profile = await mkdtemp(join(tmpdir(), 'portside-kill-'));
    browser = await open();
    page = null;
    safe.clear();
  }
  browser ??= await open();
  if (page === null) {
    page = await browser.context.newPage();
    await marksIn(page, address);
  }
  const worked = workUntilGone(page, random, marks);
  await pause(100 + random.below(LONGEST));
  const whole = kill % BROWSER_EACH === 0;
  if (whole) {
    await browser.kill();
    browser = await open();
  } else await crash(page);
  await worked;

  // The page that is looked at is the one that the next kill meets.
  page = await browser.context.newPage();
  const shown = [...safe];
  const there = await marksIn(page, address);
  const lost = shown.filter((mark) => !there.has(mark));
  checked += shown.length;
  if (lost.length === 0) passed += 1;
  else failed += 1;
  const what = `kill ${kill} (${whole ? 'browser' : 'tab'})`;
  const told = lost.length === 0 ? '' : `, lost ${lost.join(' ')}`;
  process.stdout.write(
    `${lost.length === 0 ? 'ok  ' : 'LOST'} ${what}: ${shown.length} shown as saved, ${there.size} there${told}\n`,
  );
}

await browser?.kill();
if (profile !== '') await rm(profile, { recursive: true, force: true });
await server.close();
process.stdout.write(
  `seed ${SEED}, ${count} marks written, ${checked} looked for\n${passed} passed, ${failed} failed\n`,
);
// Where nothing was shown as saved, nothing was proved.
process.exitCode = failed > 0 || checked === 0 ? 1 : 0;
