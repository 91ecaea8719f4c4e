import { SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { expectNoFindingsInBothThemes } from './pages/findings.ts';
import { faults } from './pages/shape.ts';
import { Terminal } from './pages/terminal.ts';

const APPLY = 'systemctl daemon-reload && systemctl restart kubelet';
const CODE = 'curl -sk -o /dev/null -w "%{http_code}\\n" https://localhost:10250/pods';

test('The flag that wins, solved in the terminal by sed alone; history outlives the page', async ({ bench, page }) => {
  const terminal = new Terminal(page);
  await terminal.open();
  await expect(terminal.screen).toContainText('Type help for what is here.');
  const asked = await terminal.run('curl -sk https://localhost:10250/configz | jq .kubeletconfig.authentication');
  expect(asked).toMatch(/"anonymous": \{\n\s+"enabled": true/);
  await expect(terminal.requests).toHaveText('1 request: see Requests');
  expect(await terminal.run('systemctl cat kubelet | grep -c anonymous')).toBe('1');
  await terminal.run(`sed -i 's/${SCENARIO.flags}//' ${SCENARIO.dropIn}`);
  expect(await terminal.run(APPLY)).toBe('');
  expect(await terminal.run(CODE)).toBe('401');
  await expect(bench.briefing.solved).toBeVisible();
  await bench.files.open('10-kubeadm.conf');
  await expect(bench.files.drawn).not.toContainText('anonymous');

  await terminal.open();
  await page.keyboard.press('Control+Alt+z');
  await page.keyboard.press('Control+Alt+z');
  await expect(bench.briefing.solved).toHaveCount(0);
  await page.keyboard.press('Control+Alt+y');
  await expect(bench.briefing.solved).toBeVisible();

  await bench.reload();
  await terminal.open();
  await page.keyboard.press('ArrowUp');
  await terminal.prompt('10250/pods');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+r');
  await page.keyboard.type('config');
  await terminal.prompt(
    "(reverse-i-search)`config': curl -sk https://localhost:10250/configz | jq .kubeletconfig.authentication",
  );
  await page.keyboard.press('Control+g');
  await terminal.prompt();
});

test('The flag that wins, through vi: typed in the editor, and back by its own words', async ({ bench, page }) => {
  const terminal = new Terminal(page);
  const { files } = bench;
  await terminal.open();
  await page.keyboard.type(`vi ${SCENARIO.dropIn}\n`);
  await expect(files.textOf(SCENARIO.dropIn)).toBeFocused();
  await expect(files.region).toContainText('Opened from the terminal: changes are on disk as you type.');
  await page.keyboard.press('Control+f');
  const find = page.getByRole('textbox', { name: 'Find' });
  await expect(find).toBeFocused();
  await page.keyboard.type(SCENARIO.flags);
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(files.drawn).not.toContainText('--anonymous-auth');
  await page.keyboard.press('Escape');
  await page.keyboard.type(':wq');
  await page.keyboard.press('Enter');
  await expect(terminal.input).toBeFocused();
  await expect(bench.news).toContainText('Written: it was on disk as you typed.');
  expect(await terminal.run(`grep -c ':wq' ${SCENARIO.dropIn}`), 'its words are no text').toBe('0');
  await page.keyboard.type(':q!\n');
  await expect(terminal.screen).toContainText('This is the shell again.');
  await terminal.run(APPLY);
  await expect(bench.briefing.solved).toBeVisible();

  await page.keyboard.type('vim /root/new.txt\n');
  await expect(files.region.getByRole('heading', { name: 'Editing new file /root/new.txt' })).toBeVisible();
  await expect(files.region.getByRole('textbox', { name: 'new file /root/new.txt' })).toBeFocused();
  await page.keyboard.type('hello');
  await files.region.getByRole('button', { name: 'Save' }).click();
  await expect(terminal.input).toBeFocused();
  expect(await terminal.run('cat /root/new.txt')).toBe('hello');
  await page.keyboard.press('Control+`');
  await expect(files.textOf('/root/new.txt')).toBeFocused();
});

test('kubectl exec is broken and mended, and a shell in a container is entered and left', async ({ bench, page }) => {
  const terminal = new Terminal(page);
  await terminal.open();
  expect(await terminal.run('kubectl exec web-node01 -- id')).toBe('uid=0(root) gid=0(root) groups=0(root)');
  await terminal.run(`sed -i '/clientCAFile/d' ${SCENARIO.config}; sed -i 's/${SCENARIO.flags}//' ${SCENARIO.dropIn}`);
  await terminal.run(APPLY);
  expect(await terminal.run('kubectl exec web-node01 -- id')).toBe('error: unable to upgrade connection: Unauthorized');
  await expect(terminal.requests).toHaveText(/^\d requests?: see Requests$/);
  await expect(bench.briefing.mustWork.filter({ hasText: 'kubectl exec' })).toHaveText(/does not work/);
  await terminal.run(`sed -i 's#^  x509:#&\\n    clientCAFile: /etc/kubernetes/pki/ca.crt#' ${SCENARIO.config}`);
  await terminal.run('systemctl restart kubelet');
  await page.keyboard.type('kubectl exec -it web-node01 -- sh\n');
  await expect(terminal.entries.last()).toContainText('kubectl exec -it');
  await terminal.prompt('#');
  expect(await terminal.run('hostname')).toBe('web-node01');
  await page.keyboard.press('Control+d');
  await terminal.prompt('root@node01:~#');
  await expect(bench.briefing.solved).toBeVisible();
});

test('kubectl edit opens a text that is saved or closed', async ({ bench, page }) => {
  const terminal = new Terminal(page);
  await terminal.open();
  await terminal.run('kubectl create configmap kept --from-literal=mode=open');
  await page.keyboard.type('kubectl edit configmap kept\n');
  await expect(bench.files.editor).toBeFocused();
  await expect(terminal.panel).toContainText('A text is open in the editor.');
  await expect(bench.files.shown('mode: open')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('mode: open');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('mode: shut');
  await bench.files.region.getByRole('button', { name: 'Save' }).click();
  await expect(terminal.screen).toContainText('configmap/kept edited');
  expect(await terminal.run("kubectl get cm kept -o jsonpath='{.data.mode}'")).toBe('shut');
  await page.keyboard.type('kubectl edit configmap kept\n');
  await bench.files.region.getByRole('button', { name: 'Close without saving' }).click();
  await expect(terminal.screen).toContainText('Edit cancelled, no changes made.');
  await expect(terminal.input).toBeFocused();
});

test('a line is edited, completed, pasted and interrupted, and the keyboard leaves as it came', async ({
  bench,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const terminal = new Terminal(page);
  await terminal.open();
  await page.keyboard.type('ls /var/lib/kubel\t');
  await terminal.prompt('# ls /var/lib/kubelet/');
  await page.keyboard.type('con\t');
  await terminal.prompt('# ls /var/lib/kubelet/config.yaml');
  await page.keyboard.press('Control+Backspace');
  await terminal.prompt('# ls /var/lib/kubelet/config.');
  await page.keyboard.press('Control+u');
  await page.keyboard.type('system\t\t');
  await expect(terminal.screen).toContainText('systemctl');
  await page.keyboard.press('Control+c');
  await page.evaluate(() => navigator.clipboard.writeText('echo 你好\necho two\n'));
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await terminal.rows()).slice(-2).join('|')).toMatch(/echo 你好\|echo two$/);
  await page.keyboard.press('Enter');
  await expect(terminal.entries.last()).toHaveText('$ echo 你好\necho two\n你好\ntwo');

  await page.keyboard.type('journalctl -f -u kubelet\n');
  await expect(terminal.panel).toContainText('Prints as things happen; simulated time is paused. Ctrl-C ends it.');
  await bench.strip.restart.click();
  await expect(terminal.screen).toContainText('kubelet[814]');
  await terminal.input.focus();
  await page.keyboard.type('forgotten');
  await page.keyboard.press('Control+c');
  await terminal.prompt();
  await page.keyboard.type("echo 'a\nb'");
  await page.keyboard.press('Enter');
  await expect(terminal.entries.last()).toHaveText("$ echo 'a\nb'\na\nb");

  await terminal.panel.getByRole('button', { name: 'Copy all' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Type help for what is here.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('forgotten');
  await terminal.input.focus();
  await page.keyboard.type('echo rest');
  await page.setViewportSize({ width: 1024, height: 768 });
  await terminal.prompt('# echo rest');
  await page.keyboard.press('Control+l');
  await terminal.prompt('# echo rest');
  await expect.poll(() => terminal.rows()).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await expect(terminal.panel.getByRole('button', { name: 'Larger text' })).toBeFocused();
  await page.keyboard.press('Control+`');
  await expect(terminal.input).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(bench.page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await bench.requests.tab.click();
  await page.keyboard.press('Control+`');
  await terminal.prompt('# echo rest');
});

test('ten thousand lines come while the page goes on', async ({ bench, page }) => {
  const terminal = new Terminal(page);
  await terminal.open();
  await page.evaluate(() => {
    let frames = 0;
    const beat = (): void => {
      frames += 1;
      Reflect.set(globalThis, 'frames', frames);
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  });
  const drawn = (): Promise<number> => page.evaluate(() => Number(Reflect.get(globalThis, 'frames')));
  await page.keyboard.type('seq 10000');
  const before = await drawn();
  await page.keyboard.press('Enter');
  await terminal.prompt('10000root@node01:~#');
  // How late a frame may be is the bench's: here neighbours take what they want of the machine.
  expect((await drawn()) - before, 'frames drawn while they came').toBeGreaterThan(3);
  await expect(terminal.entries.last()).toContainText('… 9800 more lines');
  await expect(bench.news).not.toContainText('9999');
});

test.describe('axe, both themes', () => {
  test.use({ viewport: { width: 1024, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

  test('a terminal with output, a file from it, and a text; nothing spills or moves', async ({ bench, page }) => {
    const terminal = new Terminal(page);
    await terminal.open();
    await terminal.run(`ls -la /etc/kubernetes; grep --color=always kind ${SCENARIO.config}`);
    await expectNoFindingsInBothThemes(page, 'output');
    expect(await faults(page), 'output').toEqual([]);
    const moving = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        document.getAnimations().map(({ effect }) => (effect as KeyframeEffect | null)?.target?.className ?? ''),
      );
    // The editor's scrollbars fade once as they come; nothing goes on moving.
    await expect.poll(moving, 'things that move').toEqual([]);
    await page.keyboard.type(`vi ${SCENARIO.config}\n`);
    await expect(bench.files.textOf(SCENARIO.config)).toBeFocused();
    await expectNoFindingsInBothThemes(page, 'a file from the terminal');
    expect(await faults(page), 'a file from the terminal').toEqual([]);
  });
});
