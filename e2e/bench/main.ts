import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { quantile } from '../../src/cli/bench/sample.ts';
import { browserPath } from '../../src/cli/setup/browserPath.mjs';
import { serveDist } from '../fixtures/staticServer.ts';
import { Terminal } from '../pages/terminal.ts';
import { Workbench } from '../pages/workbench.ts';

// Figures of the built page in Chromium: what a line of the terminal takes from Enter to the next prompt, the run's step,
// the drawing of the whole workbench and the terminal's own included. Needs `npm run build`.

const LINES = [
  'ls -la /etc/kubernetes',
  'cat /var/lib/kubelet/config.yaml | grep -n enabled',
  'systemctl is-active kubelet',
  'curl -sk https://localhost:10250/healthz -o /dev/null -w "%{http_code}\\n"',
  'echo round >> /root/notes.txt',
  'kubectl get nodes',
] as const;
const ROUNDS = 30;
const WARM = 5;

if (!existsSync('dist/index.html')) {
  process.stdout.write('\nThe terminal is measured in the built page: npm run build comes first.\n');
  process.exit();
}
const path = browserPath();
const server = await serveDist('/');
const browser = await chromium.launch({
  ...(path !== null && { executablePath: path }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const page = await browser.newPage({ baseURL: `${server.origin}/`, viewport: { width: 1440, height: 900 } });
await page.addInitScript(() => localStorage.setItem('portside.tour', 'over'));
const bench = new Workbench(page);
await bench.open();
const terminal = new Terminal(page);
const began = performance.now();
await terminal.open();
const opened = performance.now() - began;

const driver = await page.context().newCDPSession(page);
await driver.send('Performance.enable', { timeDomain: 'threadTicks' });
/** Milliseconds of processor time that the page's scripts have taken so far. */
const worked = async (): Promise<number> => {
  const { metrics } = await driver.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
};
const took = (): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('portside:line').at(-1)?.duration ?? Number.NaN);

process.stdout.write(`\nthe terminal opens in ${opened.toFixed(0)} ms, interpreter and programs included\n`);
process.stdout.write(
  `a line in Chromium:${' '.repeat(38)}from Enter to the next prompt     all scripts’ processor time\n`,
);
process.stdout.write(`${' '.repeat(57)}p50        p95              p50        p95\n`);
const all: Sample[] = [];
for (const line of LINES) {
  const samples: Sample[] = [];
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    const before = await worked();
    await terminal.run(line);
    await terminal.prompt();
    // The screen's following and the test's own looking are among it.
    const processor = (await worked()) - before;
    if (round >= WARM) samples.push({ wall: await took(), processor });
  }
  all.push(...samples);
  process.stdout.write(`  ${row(line, samples)}\n`);
}
process.stdout.write(`  ${row('all of them', all)}   (aimed at: p95 ≤ 16 ms)\n`);

// As text: what the compiler adds to functions is not there in a page.
await page.evaluate(`{
  let last = performance.now();
  globalThis.longestGap = 0;
  const beat = (now) => {
    globalThis.longestGap = Math.max(globalThis.longestGap, now - last);
    last = now;
    requestAnimationFrame(beat);
  };
  requestAnimationFrame(beat);
}`);
await terminal.run('seq 10000');
await terminal.prompt();
const longest = await page.evaluate(() => Number(Reflect.get(globalThis, 'longestGap')));
process.stdout.write(
  `10,000 lines: ${(await took()).toFixed(0)} ms to the prompt, no frame later than ${longest.toFixed(0)} ms\n`,
);
await browser.close();
await server.close();

interface Sample {
  readonly wall: number;
  readonly processor: number;
}

function row(name: string, samples: readonly Sample[]): string {
  const shown = name.length > 48 ? `${name.slice(0, 47)}…` : name;
  const times = (values: readonly number[]): string =>
    [0.5, 0.95].map((share) => `${quantile(values, share).toFixed(2).padStart(8)} ms`).join('');
  const [wall, processor] = [samples.map((one) => one.wall), samples.map((one) => one.processor)];
  return `${shown.padEnd(50)}${times(wall)}      ${times(processor)}`;
}
