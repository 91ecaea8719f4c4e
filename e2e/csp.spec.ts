import { expect, test } from './fixtures/fresh.ts';
import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { type StaticServer, serveDist } from './fixtures/staticServer.ts';
import { Workbench } from './pages/workbench.ts';

const FOLDER = '/some/path/';

let server: StaticServer;
test.beforeAll(async () => {
  server = await serveDist(FOLDER);
});
test.afterAll(() => server.close());

for (const editor of ['monaco', 'plain'] as const) {
  test(`the built page keeps to its policy below a folder, editor ${editor}`, async ({ page }) => {
    const troubles: string[] = [];
    const origins = new Set<string>();
    const missing: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.exposeFunction('tellViolation', (words: string) => troubles.push(words));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const tell: unknown = Reflect.get(globalThis, 'tellViolation');
        if (typeof tell === 'function') tell(`policy: ${event.effectiveDirective} forbids ${event.blockedURI}`);
      });
    });

    const bench = new Workbench(page);
    await page.goto(
      `${server.origin}${FOLDER}${editor === 'plain' ? '?editor=plain' : ''}#/scenario/the-flag-that-wins`,
    );
    await expect(bench.files.editor).toBeVisible();
    await bench.files.write('kind: KubeletConfiguration\nauthentication:\n  anonymous: 1\n');
    await bench.strip.restart.click();
    await bench.requests.send(LINES.stranger);
    await bench.kubelet.stage('connect').waitFor();
    await bench.theme.selectOption('Night watch');
    await bench.startOver.click();
    const question = page.getByRole('dialog', { name: 'Start over?' });
    await question.getByRole('button', { name: 'Start over' }).click();
    await expect(question).toHaveCount(0);
    await expect(bench.requests.asked).toHaveCount(0);
    await bench.files.open('10-kubeadm.conf');
    await expect(bench.files.textOf(SCENARIO.dropIn)).toBeVisible();

    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
      'content',
      /default-src 'self'; script-src 'self';/,
    );
    expect(troubles).toEqual([]);
    expect(missing).toEqual([]);
    expect([...origins]).toEqual([server.origin]);
  });
}
