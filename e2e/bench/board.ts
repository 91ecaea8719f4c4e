import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import { writeClass } from '../../src/cli/results/writeClass.ts';
import { browserPath } from '../../src/cli/setup/browserPath.mjs';
import { serveDist } from '../fixtures/staticServer.ts';
import { ClassBoard } from '../pages/lab.ts';

// How long the built page needs for a class of 500: from the drop of the files to the table. Needs `npm run build`.

const LEARNERS = Number(process.argv[2] ?? 500);

if (!existsSync('dist/index.html')) {
  process.stdout.write('\nThe board is measured in the built page: npm run build comes first.\n');
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), 'portside-class-'));
const path = browserPath();
const server = await serveDist('/');
const browser = await chromium.launch({
  ...(path !== null && { executablePath: path }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const driver = await browser.newBrowserCDPSession();
/** Seconds of processor time that all of the browser's processes took so far. */
const processor = async (): Promise<number> => {
  const { processInfo } = await driver.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
};
process.stdout.write(
  `\nthe class board in Chromium, ${LEARNERS} results from the drop to the table (aimed at: under 5 s on two cores):\n`,
);
try {
  for (const scenarios of [['the-flag-that-wins'], ['strangers-on-board', 'the-flag-that-wins', 'just-the-gauges']]) {
    const directory = join(folder, `${scenarios.length}`);
    await writeClass(scenarios, LEARNERS, directory);
    const files = readdirSync(directory).map((file) => join(directory, file));
    const page = await browser.newPage({ baseURL: `${server.origin}/`, viewport: { width: 1440, height: 900 } });
    const board = new ClassBoard(page);
    await board.open();
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    const before = await processor();
    const began = performance.now();
    await board.files.setInputFiles(files);
    await expect(page.getByText(`${LEARNERS} verified, 0 differ, 0 broken`)).toBeVisible({ timeout: 120_000 });
    const seconds = (performance.now() - began) / 1000;
    const worked = (await processor()) - before;
    const said = await page.getByText(/read and replayed in/).textContent();
    process.stdout.write(
      `  ${scenarios.length} ${scenarios.length === 1 ? 'scenario ' : 'scenarios'}: ${seconds.toFixed(1)} s, handing over the files included; the page says: ${said} Processor time ${worked.toFixed(1)} s, all of Chromium, of ${cores} cores\n`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
