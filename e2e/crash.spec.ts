import { SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ editor: 'plain' });

const BREAKS = [
  {
    title: 'a tab in the YAML',
    find: 'authorization:\n  mode: Webhook',
    put: 'authorization:\n\tmode: Webhook',
    says: 'found character that cannot start any token',
    line: 11,
  },
  {
    title: 'an unknown authorization mode',
    find: '  mode: Webhook',
    put: '  mode: Maybe',
    says: 'failed to run Kubelet: unknown authorization mode Maybe',
    line: 11,
  },
  {
    title: 'a word where a number belongs',
    find: 'authorization:',
    put: 'port: many\nauthorization:',
    says: 'cannot unmarshal string into Go struct field KubeletConfiguration.port of type int32',
    line: 10,
  },
] as const;

for (const { title, find, put, says, line } of BREAKS) {
  test(`config.yaml broken by ${title}: journal, place, countdown, mended`, async ({ bench }) => {
    const { files, strip, journal, kubelet } = bench;
    // Without the two flags, so that the file is what counts.
    await files.open('10-kubeadm.conf');
    await files.replace(SCENARIO.flags, '');
    await strip.daemonReload.click();
    await files.open('config.yaml');
    const sound = await files.plainText();
    await files.replace(find, put);
    await strip.restart.click();

    await expect(strip.region).toContainText(/systemd starts it again in \d+ s/);
    await expect(journal.tab).toHaveAccessibleName(/the kubelet does not start/);
    await expect(kubelet.port(10250)).toContainText('closed');
    await expect(kubelet.settings).toContainText('No kubelet is running');
    await journal.tab.click();
    await expect(journal.errors).toHaveCount(1);
    await expect(journal.errors).toContainText(says);

    if (line !== null) {
      await files.open('kubelet.service');
      await journal.errors.getByRole('button', { name: `config.yaml line ${line}` }).click();
      await expect(files.textOf(SCENARIO.config)).toBeFocused();
    }

    await strip.wait.click();
    await expect(journal.errors).toHaveCount(2);
    await expect(strip.wait).toBeVisible();

    await files.editor.fill(sound);
    await strip.wait.click();
    await expect(strip.wait).toHaveCount(0);
    await expect(strip.region).toContainText(/pid \d+/);
    await expect(kubelet.port(10250)).toContainText('open');
    await expect(journal.tab).not.toHaveAccessibleName(/does not start/);
  });
}

test('the countdown runs with the clock, and ends in the next start', async ({ bench, page }) => {
  const { files, strip, journal } = bench;
  await page.clock.install();
  await bench.reload();
  await page.clock.pauseAt(Date.now() + 60_000);
  await files.replace('authorization:', 'authorization');
  await strip.restart.click();
  await journal.tab.click();
  await expect(strip.region).toContainText('systemd starts it again in 10 s');
  await page.clock.runFor(4_000);
  await expect(strip.region).toContainText('systemd starts it again in 6 s');
  await expect(journal.errors).toHaveCount(1);
  await page.clock.runFor(7_000);
  await expect(journal.errors).toHaveCount(2);
});

test('a unit that systemd cannot run says so, and runs again when it is mended', async ({ bench }) => {
  const { files, strip, journal, kubelet } = bench;
  await files.open('10-kubeadm.conf');
  const sound = await files.plainText();
  await files.replace('ExecStart=/usr/bin/kubelet', 'ExecStart=/usr/bin/kubelett');
  await strip.apply();
  await journal.tab.click();
  await expect(journal.region).toContainText('status=203/EXEC');
  await expect(kubelet.port(10250)).toContainText('closed');

  await files.editor.fill(sound);
  await strip.apply();
  await expect(strip.region).toContainText(/pid \d+/);
  await expect(kubelet.port(10250)).toContainText('open');
});

test('a unit without ExecStart is refused, and the kubelet that runs is not', async ({ bench }) => {
  const { files, strip, journal } = bench;
  await files.open('10-kubeadm.conf');
  await files.replace('ExecStart=/usr/bin/kubelet', '#');
  await strip.apply();
  await journal.tab.click();
  await expect(journal.region).toContainText('Service has no ExecStart=');
});

test('stopped, asked, started', async ({ bench }) => {
  const { strip, requests, kubelet } = bench;
  await strip.stop.click();
  await expect(bench.news).toContainText('The kubelet is stopped.');
  await requests.send('curl -sk https://localhost:10250/healthz', 'refused');
  await expect(requests.latest).toContainText('guessed refused: right');
  await expect(kubelet.stage('connect')).toContainText('refused: ');
  await strip.start.click();
  await expect(bench.news).toContainText('The kubelet is running.');
  await requests.send('curl -sk https://localhost:10250/healthz');
  await expect(kubelet.answer).toContainText('200');
});

test('undo and redo lead across a crash, both ways', async ({ bench }) => {
  const { files, strip, kubelet } = bench;
  const sound = await files.plainText();
  const broken = sound.replace('authorization:', 'authorization');
  await files.editor.fill(broken);
  await strip.restart.click();
  await expect(kubelet.port(10250)).toContainText('closed');

  await bench.undo.click();
  await expect(kubelet.port(10250)).toContainText('open');
  await expect(files.editor).toHaveValue(broken);
  await bench.undo.click();
  await expect(files.editor).toHaveValue(sound);
  await expect(bench.undo).toBeDisabled();

  await bench.redo.click();
  await bench.redo.click();
  await expect(files.editor).toHaveValue(broken);
  await expect(kubelet.port(10250)).toContainText('closed');
  await expect(bench.redo).toBeDisabled();
});

test('start over puts everything back, and only when it is meant', async ({ bench, page }) => {
  const { files, strip, requests, briefing } = bench;
  const sound = await files.plainText();
  await files.editor.fill('nonsense');
  await strip.restart.click();
  await requests.send('curl -sk https://localhost:10250/healthz', '200');
  await briefing.nextHint.click();

  const dialog = page.getByRole('dialog', { name: 'Start over?' });
  await bench.startOver.click();
  await dialog.getByRole('button', { name: 'Keep working' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(files.editor).toHaveValue('nonsense');

  await bench.startOver.click();
  await dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(files.editor).toHaveValue(sound);
  await expect(requests.asked).toHaveCount(0);
  await expect(requests.guesses).toContainText('Guess first, then ask.');
  await expect(strip.wait).toHaveCount(0);
  await expect(bench.undo).toBeDisabled();
  await expect(page.getByText('0 of 3 opened')).toBeVisible();
  await bench.reload();
  await expect(files.editor).toHaveValue(sound);
});
