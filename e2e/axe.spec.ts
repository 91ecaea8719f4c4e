import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { expectNoFindingsInBothThemes as expectNoFindings } from './pages/findings.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const;

for (const viewport of SIZES) {
  test.describe(`axe, both themes, ${viewport.width}×${viewport.height}`, () => {
    // Colours are judged as they stay, not as they pass.
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('start, refused, dialog', async ({ bench, page }) => {
      const { requests, kubelet } = bench;
      await expectNoFindings(page, 'start');
      await requests.send(LINES.readOnly, 'refused');
      await expect(kubelet.stage('connect')).toContainText('refused');
      await expectNoFindings(page, 'a request that is refused');
      await bench.startOver.click();
      await expect(page.getByRole('dialog', { name: 'Start over?' })).toBeVisible();
      await expectNoFindings(page, 'start over');
    });

    test('allowed, suggestions, a journal with an error', async ({ bench, page }) => {
      const { files, requests, strip, journal } = bench;
      await requests.send(LINES.stranger);
      await expectNoFindings(page, 'a request that is allowed');
      await files.write('kind: KubeletConfiguration\n');
      await page.keyboard.press('Control+Space');
      await expect(page.getByRole('listbox', { name: 'Suggest' })).toBeVisible();
      await expectNoFindings(page, 'suggestions');
      await page.keyboard.press('Escape');
      await page.keyboard.type('port: [many');
      await strip.restart.click();
      await journal.tab.click();
      await expect(journal.errors).toHaveCount(1);
      await files.region.getByRole('button', { name: /problem/ }).click();
      await expectNoFindings(page, 'a journal with an error');
    });

    test.describe('mended', () => {
      test.use({ editor: 'plain' });

      test('solved, forbidden, allowed by a rule', async ({ bench, page }) => {
        const { briefing, files, requests, strip, kubelet } = bench;
        await files.open('10-kubeadm.conf');
        await files.replace(SCENARIO.flags, '');
        await strip.apply();
        await bench.showSide('Task');
        await expect(briefing.solved).toBeVisible();
        await expectNoFindings(page, 'solved');
        await requests.send(LINES.bob, '200');
        await expect(kubelet.answer).toContainText('403');
        await expectNoFindings(page, 'forbidden');
        await requests.send(LINES.prometheus);
        await expect(kubelet.answer).toContainText('200');
        await kubelet.answer.getByRole('button', { name: 'ClusterRoleBinding prometheus-node-metrics' }).click();
        await expect(page.getByRole('dialog')).toContainText('nodes/metrics');
        await expectNoFindings(page, 'a rule');
      });
    });
  });
}
