import { expect, test } from './fixtures/home.ts';
import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { type StaticServer, serveDist } from './fixtures/staticServer.ts';
import { expectNoFindingsInBothThemes } from './pages/findings.ts';
import { Home } from './pages/home.ts';
import { Workbench } from './pages/workbench.ts';

test('home, a scenario, back, and on from where one was', async ({ page, home }) => {
  await expect(page).toHaveTitle('Portside: a kubelet you can break in your browser');
  await expect(home.scenarios).toHaveCount(41);
  await page.getByRole('combobox', { name: 'How hard' }).selectOption('in several places');
  await page.getByRole('searchbox', { name: 'Search' }).fill('fleet');
  await expect(home.scenarios).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(home.next).toHaveText('Begin with the lesson The captain and his ports');
  await expect(home.scenario(SCENARIO.title)).toContainText('not begun');

  await home.scenario(SCENARIO.title).getByRole('link').click();
  const bench = new Workbench(page);
  await expect(page).toHaveTitle('The flag that wins · Portside');
  await expect(bench.files.editor).toBeVisible();
  const heading = page.getByRole('heading', { level: 1, name: SCENARIO.title });
  await expect(heading).toBeFocused();
  await expect(bench.news.first()).toContainText('The flag that wins is open: 0 of 3 tasks met.');
  await bench.files.open('10-kubeadm.conf');
  await bench.files.replace(' --anonymous-auth=true', '');
  await bench.strip.apply();
  await expect(bench.briefing.tasks.filter({ hasText: /^met: / })).toHaveCount(1);

  await page.getByRole('link', { name: 'Portside, home' }).click();
  await expect(home.heading).toBeFocused();
  await expect(home.scenario(SCENARIO.title)).toContainText('1 of 3 tasks met');
  await expect(home.next).toHaveText('Continue The flag that wins');

  await home.next.click();
  await expect(bench.files.tab('10-kubeadm.conf')).toHaveAccessibleName(/, changed/);
  await expect(bench.undo).toBeEnabled();
  await page.goBack();
  await expect(home.heading).toBeVisible();
  await page.reload();
  await expect(home.next).toHaveText('Continue The flag that wins');
});

test('a solved scenario says so, and the next one is offered', async ({ page, home }) => {
  const bench = new Workbench(page);
  await bench.open('plain');
  await bench.files.open('10-kubeadm.conf');
  await bench.files.replace(SCENARIO.flags, '');
  await bench.strip.apply();
  await expect(bench.briefing.solved).toBeVisible();
  await expect(page.getByRole('link', { name: 'Next: The chart that is missing' })).toBeVisible();
  await page.getByText('One right way, line by line').click();
  await expect(page.getByText('systemctl daemon-reload', { exact: false }).last()).toBeVisible();
  await page.getByRole('link', { name: 'Portside, home' }).click();
  await expect(home.scenario(SCENARIO.title)).toContainText('solved');
  await expect(home.next).toHaveText('Begin with the lesson The captain and his ports');
});

test('strangers on board, by a config file that is made on the way', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('plain', 'strangers-on-board');
  const path = '/var/lib/kubelet/config.yaml';

  await test.step('strangers refused without a client CA: the API server is one, and that is said', async () => {
    await bench.files.replace('--v=2', '--v=2 --anonymous-auth=false');
    await bench.strip.apply();
    await expect(bench.briefing.task('A stranger is refused at 10250')).toContainText('met: ');
    await expect(bench.briefing.mustWork.filter({ hasText: 'kubectl logs' })).toContainText(
      'does not work: kubectl logsExpected the logs of default/web-node01/nginx for the API server, got 401. The certificate was never asked for.',
    );
    await expect(bench.news.first()).toContainText('Does not work any more: kubectl logs.');
  });

  await test.step('a new file, its path in the unit', async () => {
    await bench.files.region.getByRole('button', { name: 'Open file…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open a file of the node' });
    await dialog.getByRole('textbox', { name: 'Path, or a part of it' }).fill(path);
    await dialog.getByRole('button', { name: `Create ${path}` }).click();
    await expect(bench.files.textOf(path)).toBeFocused();
    await bench.files.write(
      'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthentication:\n  x509:\n    clientCAFile: /etc/kubernetes/pki/ca.crt\n',
    );
    await bench.files.open('kubelet.service');
    await bench.files.replace('--anonymous-auth=false', `--config=${path}`);
    await bench.strip.apply();
  });

  await expect(bench.briefing.solved).toBeVisible();
  await bench.reload();
  await expect(bench.briefing.solved).toBeVisible();
  await expect(bench.files.tab('config.yaml')).toBeVisible();
});

test('a sandbox asks nothing, opens any file, and attacks work on it', async ({ page, home }) => {
  await home.sandboxes.getByRole('link', { name: 'A node by hand' }).click();
  const bench = new Workbench(page);
  await expect(bench.files.editor).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tasks' })).toHaveCount(0);
  await bench.files.region.getByRole('button', { name: 'Open file…' }).click();
  await page.getByRole('textbox', { name: 'Path, or a part of it' }).fill('syslog');
  await page.keyboard.press('Enter');
  await expect(bench.files.textOf('/var/log/syslog')).toBeFocused();
  await bench.requests.send(LINES.stranger);
  await expect(bench.kubelet.answer).toContainText('200');
  await page.goBack();
  await home.sandboxes.getByRole('link', { name: 'A kubeadm node' }).click();
  await bench.requests.send(LINES.stranger);
  await expect(bench.kubelet.answer).toContainText('401');
});

const NOWHERE = [
  ['#/scenario/sunken', 'There is no scenario called “sunken”. These are the ones there are.'],
  ['#/sandbox/raft', 'There is no node of the kind “raft” to play with. See the sandbox below.'],
  ['#/wreck/1', 'The link leads nowhere: there is no page “wreck/1”. This is home.'],
] as const;

test('a link that leads nowhere is told in words', async ({ page, home }) => {
  for (const [hash, words] of NOWHERE) {
    await test.step(hash, async () => {
      await page.goto(`./${hash}`);
      await expect(home.notice).toHaveText(words);
      await expect(home.scenarios.first()).toBeVisible();
      await expect(page).toHaveTitle(/^Portside: /);
    });
  }
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test.describe(`home, both themes, ${width}×${height}`, () => {
    test.use({ viewport: { width, height }, contextOptions: { reducedMotion: 'reduce' } });
    test('axe finds nothing, and nothing scrolls sideways', async ({ page, home }) => {
      await page.goto('./#/scenario/sunken');
      await expect(home.notice).toBeVisible();
      await expectNoFindingsInBothThemes(page, 'home');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
}

test.describe('below a folder of a plain static server', () => {
  const FOLDER = '/courses/kubelet/';
  let server: StaticServer;
  test.beforeAll(async () => {
    server = await serveDist(FOLDER);
  });
  test.afterAll(() => server.close());

  test('a deep link opens, leads home and elsewhere, and home carries no engine', async ({ page }) => {
    const scripts: string[] = [];
    page.on('response', (response) => {
      expect(response.status(), response.url()).toBeLessThan(400);
      if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname);
    });
    await page.goto(`${server.origin}${FOLDER}`);
    const home = new Home(page);
    await expect(home.heading).toBeVisible();
    expect(scripts.filter((script) => /openSession|Monaco|Workbench/.test(script))).toEqual([]);

    await page.goto(`${server.origin}${FOLDER}?editor=plain#/scenario/401-or-403`);
    const bench = new Workbench(page);
    await expect(bench.files.editor).toBeVisible();
    await expect(bench.briefing.tasks).toHaveCount(5);
    await page.getByRole('link', { name: 'Portside, home' }).click();
    await home.scenario('Strangers on board').getByRole('link').click();
    await expect(bench.briefing.tasks).toHaveCount(3);
    expect(new URL(page.url()).pathname).toBe(FOLDER);
  });
});
