import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { Counterfactual } from './pages/counterfactual.ts';
import { expectNoFindingsInBothThemes } from './pages/findings.ts';

test.use({ editor: 'plain', contextOptions: { reducedMotion: 'reduce' } });

test('a 200 becomes a 401 by a credential that is tried, and by the flag taken out as shown', async ({
  bench,
  page,
}) => {
  const would = new Counterfactual(page);
  await bench.requests.send(LINES.stranger);
  await expect(would.answer('200')).toBeDisabled();
  await would.answer('401').focus();
  await page.keyboard.press('Enter');
  await expect(would.answer('401')).toHaveAttribute('aria-pressed', 'true');
  await expect(would.said).toHaveText(/^This becomes 401 in \d ways\. Each was run on a copy of the node\.$/);

  const flag = 'Take out --anonymous-auth=true, 10-kubeadm.conf line 5.';
  await expect(would.tryIt(flag)).toHaveCount(0);
  await would.how(flag).press('Enter');
  await expect(would.result(flag)).toContainText(`removed: − ${SCENARIO.beatenLine}`);
  await expect(would.result(flag)).toContainText('systemctl daemon-reload && systemctl restart kubelet');
  await would
    .result(flag)
    .getByRole('button', { name: `${SCENARIO.dropIn}:5` })
    .click();
  await expect(page.getByRole('tab', { name: '10-kubeadm.conf', selected: true })).toBeVisible();

  await would.tryIt('Ask as intruder.').click();
  await expect(bench.kubelet.answer).toContainText('401');
  await expect(would.answer('401')).toBeDisabled();
  await expect(would.results).toHaveCount(0);
});

test('least privilege first, what is broad is marked, and what changed meanwhile is seen', async ({ bench, page }) => {
  const would = new Counterfactual(page);
  await bench.files.open('10-kubeadm.conf');
  await bench.files.replace(SCENARIO.flags, '');
  await bench.strip.apply();
  await bench.requests.send(LINES.bob);
  await expect(bench.kubelet.answer).toContainText('403');
  await would.answer('200').click();
  await expect(would.results.first()).toContainText('Let bob get nodes/pods on node01, and nothing else.');
  await expect(would.results.first()).not.toContainText('dangerous');
  await expect(would.result('AlwaysAllow')).toContainText('dangerous: AlwaysAllow asks nobody');
  await would.how('Let bob').click();
  await expect(would.result('Let bob')).toContainText('kind: ClusterRoleBinding');
  await expect(would.result('Let bob')).toContainText('Then wait 31 seconds');
  await bench.files.open('config.yaml');
  await bench.files.replace('mode: Webhook', 'mode: AlwaysAllow');
  await expect(would.results.first()).toContainText('Restart the kubelet: what stands on disk already says so.');
  await bench.strip.apply();
  await expect(would.said).toHaveText(
    'Asked again now, it would be 200 as things are: the node is no longer as it was then.',
  );
});

test.describe('axe, both themes', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('results with their edits open, and nothing spills', async ({ bench, page }) => {
    const would = new Counterfactual(page);
    await bench.requests.send(LINES.bob);
    await would.answer('refused').click();
    await expect(would.result('enableServer')).toContainText('breaks something');
    await would.how('enableServer').click();
    await expectNoFindingsInBothThemes(page, 'results');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});
