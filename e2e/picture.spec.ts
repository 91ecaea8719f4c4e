import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { expectNoFindings } from './pages/findings.ts';
import { Picture } from './pages/picture.ts';
import type { Workbench } from './pages/workbench.ts';

test.use({ editor: 'plain' });

/** Takes words out of the kubelet's drop-in, for good. */
async function without({ files, strip }: Workbench, words: string): Promise<void> {
  await files.open('10-kubeadm.conf');
  await files.replace(words, '');
  await strip.apply();
}

test('a request travels, can be held, stepped and sent again', async ({ bench, page }) => {
  const picture = new Picture(page);
  await bench.requests.send(LINES.stranger);
  await expect(picture.answer).toContainText('200');
  await expect(picture.gate(1, 'Handle')).toHaveAccessibleName('Handle, answered here');

  await picture.transport.getByRole('combobox', { name: 'Speed' }).selectOption('⅛×');
  await picture.action('Replay').click();
  await picture.action('Pause').click();
  await expect(picture.action('Play')).toBeVisible();
  await expect(picture.gate(1, 'Handle')).toHaveAccessibleName('Handle, yet to come');
  await picture.gate(1, 'Route').click();
  await expect(picture.answer).toContainText('Route: /pods leads to the handler of pods.');
  await picture.action('Step forward').click();
  await expect(picture.gate(1, 'Authenticate')).toHaveAttribute('aria-current', 'step');
  await expect(picture.answer).toContainText('Authenticate: No credentials were sent');
  await picture.action('Step back').click();
  await picture.action('Step back').click();
  await expect(picture.gate(1, 'TLS')).toHaveAttribute('aria-current', 'step');
});

test('the keys of the picture step, play and end it, and take the focus along', async ({ bench, page }) => {
  const picture = new Picture(page);
  await bench.requests.send(LINES.stranger);
  await expect(picture.answer).toContainText('200');
  await picture.gate(1, 'Handle').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(picture.gate(1, 'Authorize')).toBeFocused();
  await expect(picture.answer).toContainText('Authorize: Mode AlwaysAllow');
  await page.keyboard.press('End');
  await expect(picture.answer).toContainText('A stranger got in.');
  await picture.transport.getByRole('combobox', { name: 'Speed' }).selectOption('⅛×');
  await picture.gate(1, 'Handle').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('p');
  await expect(picture.action('Play')).toBeVisible();
});

test.describe('without travel', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the answer stands at once, and steps still lead through the gates', async ({ bench, page }) => {
    const picture = new Picture(page);
    await bench.requests.send(LINES.stranger);
    await expect(picture.answer).toContainText('200');
    await expect(picture.action('Step forward')).toHaveAttribute('aria-disabled', 'true');
    await picture.action('Step back').click();
    await expect(picture.gate(1, 'Handle')).toHaveAttribute('aria-current', 'step');
    await picture.gate(1, 'TLS').click();
    await expect(picture.answer).toContainText('TLS: TLS 1.3.');
  });

  test('yesterday’s 200 beside today’s 401: they part at Authenticate, and the two lines say why', async ({
    bench,
    page,
  }) => {
    const picture = new Picture(page);
    await bench.requests.send(LINES.stranger);
    await without(bench, ' --anonymous-auth=true');
    await bench.requests.send(LINES.stranger);
    await bench.requests.log.getByRole('button', { name: 'Compare with request 1' }).click();
    await expect(picture.comparison).toContainText('They part at Authenticate.');
    await expect(picture.comparison).toContainText(
      'Request 1 200 goes on because --anonymous-auth=true, 10-kubeadm.conf line 5',
    );
    await expect(picture.comparison).toContainText(
      'Request 2 401 ends here because anonymous.enabled false, config.yaml line 4',
    );
    await expect(picture.gate(1, 'Authenticate')).toHaveAccessibleName('Authenticate, passed, they part here');
    await expect(picture.gate(2, 'Authenticate')).toHaveAccessibleName('Authenticate, refused, they part here');
    await expectNoFindings(page, 'a comparison');
    await picture.gate(2, 'TLS').click();
    await expect(picture.answer).toContainText('Request 1 TLS: ');
    await page.keyboard.press('End');
    await picture.comparison.getByRole('button', { name: /anonymous.enabled false/ }).click();
    await expect(bench.files.textOf(SCENARIO.config)).toBeVisible();
    await picture.compareWith.selectOption('no other');
    await expect(picture.comparison).toHaveCount(0);
  });

  test('each number lives at its question', async ({ bench, page }) => {
    const picture = new Picture(page);
    await without(bench, SCENARIO.flags);
    await bench.requests.send(LINES.stranger);
    await expect(picture.question('Did it reach?')).toContainText('Yes. Through port 10250');
    await expect(picture.question('Who am I?')).toContainText('401.');
    await expect(picture.question('Who am I?').getByRole('button')).toHaveText(
      'anonymous.enabled false, config.yaml line 4',
    );
    await expect(picture.question('May I?')).toContainText('Not asked.');
    await bench.requests.send(LINES.bob);
    await expect(picture.question('Who am I?')).toContainText('bob.');
    await expect(picture.question('May I?')).toContainText('403.');
    await bench.requests.send(LINES.readOnly);
    await expect(picture.question('Did it reach?')).toContainText('No. The running kubelet keeps port 10255 closed.');
    await bench.requests.send('curl -s http://localhost:10248/healthz');
    await expect(picture.question('Who am I?')).toContainText('Nobody asks. This port asks nobody who they are.');
    await expect(picture.question('May I?')).toContainText('Nobody asks.');
    await expect(picture.doors.filter({ hasText: '10248' })).toContainText('open, request 4 came here');
  });

  test('the review that was asked and the smallest Role lie ready to copy', async ({ bench, page, context }) => {
    const picture = new Picture(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await without(bench, SCENARIO.flags);
    await bench.requests.send(LINES.bob);
    await picture.question('May I?').getByRole('button', { name: '2 SubjectAccessReviews' }).click();
    const reviews = picture.dialog('What the kubelet asked the API server');
    await expect(reviews.getByRole('listitem')).toHaveCount(2);
    await expect(reviews.getByRole('listitem').first()).toContainText('Not allowed: no rule grants it.');
    await reviews.getByRole('button', { name: 'Copy the review of get nodes/pods' }).click();
    await expect(reviews.getByRole('status').first()).toHaveText('Copied.');
    const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied).toMatchObject({ kind: 'SubjectAccessReview', spec: { user: 'bob' } });
    await expectNoFindings(page, 'the reviews');
    await page.keyboard.press('Escape');

    await picture.question('May I?').getByRole('button', { name: 'Smallest Role' }).click();
    const role = picture.dialog('The smallest Role that would be enough');
    await expect(role).toContainText('Allows bob exactly this: get nodes/pods on node node01.');
    await role.getByRole('button', { name: 'Copy the YAML' }).click();
    await expect(role.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('kind: ClusterRoleBinding');
  });

  test('a grant to strangers on nodes/proxy is marked as dangerous, with the reason', async ({ bench, page }) => {
    const picture = new Picture(page);
    await without(bench, ' --authorization-mode=AlwaysAllow');
    await bench.requests.send('curl -sk https://localhost:10250/exec/default/web-node01/nginx?command=id');
    await expect(picture.question('May I?')).toContainText('dangerous');
    await picture.question('May I?').getByRole('button', { name: 'Smallest Role' }).click();
    const role = picture.dialog('The smallest Role that would be enough');
    await expect(role).toContainText('dangerous system:anonymous is everybody who sends no credentials');
    await expect(role).toContainText('A WebSocket is a GET, so get is enough.');
    await expectNoFindings(page, 'a dangerous role');
  });

  test.describe('in the narrow layout', () => {
    test.use({ viewport: { width: 1024, height: 768 } });

    test('two journeys still stand gate under gate', async ({ bench, page }) => {
      const picture = new Picture(page);
      await bench.requests.send(LINES.stranger);
      await bench.requests.send(LINES.readOnly);
      await picture.compareWith.selectOption({ index: 1 });
      await expect(picture.comparison).toContainText('They part at Connect.');
      for (const name of ['Connect', 'Authenticate', 'Handle']) {
        const [above, below] = await Promise.all([1, 2].map((number) => picture.gate(number, name).boundingBox()));
        expect(above?.x).toBe(below?.x);
      }
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways).toBeLessThanOrEqual(0);
      await expectNoFindings(page, 'two journeys in the narrow layout');
    });
  });
});
