import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import { playOf } from '#session/play.ts';
import { expectNoFindings } from './pages/findings.ts';
import { ClassBoard, Lab, LabForm } from './pages/lab.ts';
import { Terminal } from './pages/terminal.ts';

/** Two learners and an instructor, each with a browser of their own, from the lab's link to the class board. */

const FLAG = 'The flag that wins';
const STRANGERS = 'Strangers on board';

test('a lab goes out as a link, comes back as files, and the board replays them', async ({ browser, baseURL }) => {
  const troubles: string[] = [];
  const [teacher, ada, bob] = await Promise.all(
    ['teacher', 'ada', 'bob'].map((who) => visitor(browser, baseURL, who, troubles)),
  );
  if (teacher === undefined || ada === undefined || bob === undefined) throw new Error('three pages were opened');

  const form = new LabForm(teacher);
  await form.open();
  await form.make.click();
  await expect(teacher.getByRole('alert')).toContainText('needs a title');
  await form.title.fill('Week 3: who may ask');
  await form.message.fill('Close the node.\n\nYou have an hour.');
  await form.choose(STRANGERS);
  await form.choose(FLAG);
  await teacher.getByRole('button', { name: `Move ${FLAG} up` }).click();
  await expect(form.chosen).toContainText([FLAG, STRANGERS]);
  await form.draw.click();
  await expect(form.seed).toHaveValue(/^[1-9]\d*$/);
  const seed = Number(await form.seed.inputValue());
  await form.minutes.fill('60');
  await form.own.setInputFiles({
    name: 'mine.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from('id: mine\ntitel: x\n'),
  });
  await expect(teacher.getByRole('alert')).toContainText('mine.yaml, line');
  await form.make.click();
  const link = await form.link.inputValue();
  expect(link.length).toBeLessThan(2000);
  await expectNoFindings(teacher, 'the instructor’s form');

  const [first, second] = [new Lab(ada), new Lab(bob)];
  await first.start(link, 'Ada L.');
  await expect(first.rules).toContainText('60 minutes');
  await expect(first.left).toContainText(/^(1:00:00|59:\d\d) left$/);
  await expectNoFindings(ada, 'a lab');
  await first.openItem(FLAG);
  await typeSolution(ada, 'the-flag-that-wins', seed, 0);
  await expect(ada.getByRole('region', { name: 'Tasks' })).toContainText('met');
  await first.bar.getByRole('link', { name: 'Next' }).click();
  await expect(ada.getByRole('heading', { level: 1, name: STRANGERS })).toBeVisible();
  await expect(ada.getByRole('region', { name: 'Files' })).toBeVisible();
  await typeSolution(ada, 'strangers-on-board', seed, 1);
  await first.back();
  await expect(first.items.first()).toContainText('solved');
  await ada.reload();
  await expect(first.items).toContainText(['solved', 'solved']);
  const adas = await handedIn(ada, first);
  expect(adas.name).toBe('portside-week-3-who-may-ask-ada-l.json');
  await expect(ada.getByText('It says 100 of 100 points.')).toBeVisible();

  // Bob edits and does not restart; then he hands in, and says in a copy that it was everything.
  await second.start(link, '=Bob');
  await second.openItem(FLAG);
  await typeSolution(bob, 'the-flag-that-wins', seed, 0, (line) => !/systemctl/.test(line));
  await second.back();
  const bobs = await handedIn(bob, second);
  const forged = bobs.text.replace('"name":"=Bob"', '"name":"Bob, forged"').replaceAll(/"score":\d+/g, '"score":100');

  const board = new ClassBoard(teacher);
  await board.open();
  await board.files.setInputFiles([
    { name: adas.name, mimeType: 'application/json', buffer: Buffer.from(adas.text) },
    { name: bobs.name, mimeType: 'application/json', buffer: Buffer.from(bobs.text) },
    { name: 'forged.json', mimeType: 'application/json', buffer: Buffer.from(forged) },
    { name: 'shopping.json', mimeType: 'application/json', buffer: Buffer.from('{"milk": 2}') },
  ]);
  await expect(board.rows).toHaveCount(3);
  await expect(teacher.getByText('2 verified, 1 differ, 1 broken')).toBeVisible();
  await expect(board.row('Ada L.')).toContainText('100');
  await expect(board.row('Bob, forged')).toContainText('differ: says 100, its log gives');
  await expect(board.broken).toContainText(['shopping.json']);
  await expect(board.stuck.first()).toContainText('2 of 3');
  await board.sortBy('Score').click();
  await expect(board.rows.last()).toContainText('Ada L.');
  await expectNoFindings(teacher, 'the class board');
  await board.row('Ada L.').getByRole('button').press('Enter');
  const dialog = teacher.getByRole('dialog', { name: 'What Ada L. did' });
  await expect(dialog).toContainText('systemctl restart kubelet');
  await expectNoFindings(teacher, 'a learner’s timeline');
  await teacher.keyboard.press('Escape');

  const [saved] = await Promise.all([teacher.waitForEvent('download'), board.csv.click()]);
  const csv = await readFile(await saved.path(), 'utf8');
  expect(csv).toContain('"Bob, forged",score and log differ,');
  expect(csv).toContain(",'=Bob,verified,");
  expect(troubles).toEqual([]);
  await Promise.all([teacher, ada, bob].map((page) => page.context().close()));
});

async function visitor(browser: Browser, baseURL: string | undefined, who: string, troubles: string[]): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('portside.tour', 'over'));
  page.on('pageerror', (error) => troubles.push(`${who} thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${who} console: ${message.text()}`);
  });
  return page;
}

/** Types the reference of a scenario as the lab's seed has it. */
async function typeSolution(
  page: Page,
  id: string,
  seed: number,
  part: number,
  wanted = (_line: string) => true,
): Promise<void> {
  const terminal = new Terminal(page);
  await terminal.open();
  for (const line of playOf(await scenario(id), seed, part).scenario.solution) {
    if (!line.startsWith('#') && wanted(line)) await terminal.run(line);
  }
}

async function scenario(id: string): Promise<Scenario> {
  const file = `scenarios/${id}/scenario.yaml`;
  const parsed = parseScenario(file, id, await readFile(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file} cannot be read`);
  return parsed.scenario;
}

async function handedIn(page: Page, lab: Lab): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), lab.handIn.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
