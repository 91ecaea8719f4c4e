import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { OWED } from './pages/strip.ts';

test.describe('The flag that wins, with mouse and keyboard', () => {
  test('is seen, understood, mended and solved', async ({ bench, page }) => {
    const { briefing, files, strip, requests, kubelet } = bench;

    await test.step('the tasks say what is so', async () => {
      await expect(page).toHaveTitle(/The flag that wins/);
      await expect(briefing.tasks).toHaveCount(3);
      await expect(briefing.task(SCENARIO.tasks.stranger)).toContainText('not met: ');
      await expect(briefing.task(SCENARIO.tasks.stranger)).toContainText('got 200');
      await expect(briefing.task(SCENARIO.tasks.insider)).toContainText('not met: ');
      await expect(briefing.mustWork).toHaveText([
        /^works: node01 is Ready/,
        /^works: kubectl logs/,
        /^works: kubectl exec/,
        /^works: 10255 stays shut/,
      ]);
      await expect(briefing.task(SCENARIO.tasks.stays)).toContainText('waiting: ');
      await expect(briefing.solved).toHaveCount(0);
    });

    await test.step('a stranger gets in, and the answer names the line', async () => {
      await requests.ready.getByRole('button', { name: 'A stranger reads the pods' }).click();
      await expect(requests.latest).toContainText(LINES.stranger);
      await expect(requests.latest).toContainText('DB_PASSWORD');
      await expect(kubelet.answer).toContainText('200');
      await expect(kubelet.stages).toHaveCount(6);
      await expect(kubelet.stage('authenticate')).toContainText('system:anonymous');
      await expect(kubelet.stage('authorize')).toContainText('AlwaysAllow');
    });

    await test.step('the cause leads to line 5 of the drop-in', async () => {
      await kubelet.answer.getByRole('button', { name: '--anonymous-auth=true, 10-kubeadm.conf line 5' }).click();
      await expect(files.textOf(SCENARIO.dropIn)).toBeFocused();
      await expect(files.tab('10-kubeadm.conf')).toHaveAttribute('aria-selected', 'true');
      await expect(files.shown('--anonymous-auth=true')).toBeInViewport();
    });

    await test.step('the line is mended, and systemd is owed a reload', async () => {
      await expect(strip.differences).toHaveCount(0);
      await files.shown('--anonymous-auth=true').click({ clickCount: 3 });
      await page.keyboard.insertText(`${SCENARIO.mendedLine}\n`);
      await expect(files.drawn).not.toContainText('--anonymous-auth');
      await expect(files.tab('10-kubeadm.conf')).toHaveAccessibleName(/, changed/);
      await expect(strip.differences).toHaveCount(1);
      await expect(strip.daemonReload).toHaveAttribute('title', OWED);
    });

    await test.step('reload, then restart', async () => {
      await strip.daemonReload.click();
      await expect(strip.daemonReload).not.toHaveAttribute('title', OWED);
      await expect(strip.differences).toHaveCount(1);
      await expect(strip.restart).toHaveAttribute('title', OWED);
      await strip.restart.click();
      await expect(strip.restart).not.toHaveAttribute('title', OWED);
      await expect(strip.differences).toHaveCount(0);
    });

    await test.step('nobody gets in who should not', async () => {
      await requests.send(LINES.stranger);
      await expect(kubelet.answer).toContainText('401');
      await expect(requests.latest).toContainText('Unauthorized');
      await requests.ready.getByRole('button', { name: 'bob, by certificate' }).click();
      await expect(kubelet.answer).toContainText('403');
      await expect(requests.latest).toContainText('Forbidden (user=bob, verb=get, resource=nodes');
    });

    await test.step('solved', async () => {
      await expect(briefing.tasks.filter({ hasText: /^met: / })).toHaveCount(3);
      await expect(briefing.solved).toBeVisible();
      await expect(briefing.solved).toContainText('A flag on the command line beats config.yaml');
    });
  });

  test('loses nothing when the page is loaded again in the middle', async ({ bench }) => {
    const { briefing, files, strip, requests } = bench;
    await requests.send(LINES.stranger, '200');
    await requests.send(LINES.bob, '403');
    await files.open('10-kubeadm.conf');
    await expect(files.textOf(SCENARIO.dropIn)).toBeVisible();
    await files.write(
      `[Service]\n${SCENARIO.mendedLine}\nExecStart=\nExecStart=/usr/bin/kubelet $KUBELET_CONFIG_ARGS\n`,
    );
    await strip.daemonReload.click();
    await briefing.nextHint.click();
    const tasks = await briefing.tasks.allInnerTexts();
    const asked = await requests.asked.allInnerTexts();
    const facts = await strip.region.getByRole('definition').allInnerTexts();

    await bench.reload();

    expect(await briefing.tasks.allInnerTexts()).toEqual(tasks);
    expect(await requests.asked.allInnerTexts()).toEqual(asked);
    expect(await strip.region.getByRole('definition').allInnerTexts()).toEqual(facts);
    await expect(requests.guesses).toContainText('1 of 2 guesses right');
    await expect(strip.restart).toHaveAttribute('title', OWED);
    await expect(bench.page.getByText('1 of 3 opened')).toBeVisible();
    await files.open('10-kubeadm.conf');
    await expect(files.drawn).toContainText(/KUBELET_CONFIG_ARGS=--config=\/var\/lib\/kubelet\/\s*config\.yaml"/);
    await expect(files.drawn).not.toContainText('--anonymous-auth');
    await expect(bench.undo).toBeEnabled();
  });

  test('shows the flag as the winner beside the line it beats', async ({ bench }) => {
    const { files, kubelet } = bench;
    await expect(files.shown('beaten by --anonymous-auth=true, 10-kubeadm.conf line 5')).toBeVisible();
    await expect(kubelet.setting('authentication.anonymous.enabled')).toContainText('risky');
    await files.shown('beaten by --anonymous-auth=true').click();
    await expect(files.textOf(SCENARIO.dropIn)).toBeFocused();
    await expect(files.shown('--anonymous-auth=true')).toBeInViewport();
  });
});
