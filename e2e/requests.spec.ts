import { LINES } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { expectNoFindings } from './pages/findings.ts';
import { RequestForm } from './pages/requestForm.ts';

test.use({ editor: 'plain' });

test('the form writes the line, and reads a typed line back', async ({ bench, page }) => {
  const { requests } = bench;
  const help = new RequestForm(page);
  await help.form.click();
  await expect(requests.line).toHaveValue(LINES.stranger);
  await help.field('Who asks').selectOption('bob');
  await expect(requests.line).toHaveValue(LINES.bob);
  await help.field('Endpoint').selectOption({
    label: 'POST /run/default/web-node01/nginx?cmd=id: Runs a command in a container and answers with its output.',
  });
  await expect(requests.line).toHaveValue(
    "curl -sk -X POST 'https://localhost:10250/run/default/web-node01/nginx?cmd=id' --cert bob.crt --key bob.key",
  );
  await help.field('Port').selectOption('10255, read-only, asks nobody');
  await expect(requests.line).toHaveValue(/^curl -sk -X POST 'http:\/\/localhost:10255/);

  await requests.line.fill(
    'curl -k --http1.1 -H "Authorization: Bearer $(cat prometheus.token)" https://node01:10250/metrics',
  );
  await expect(help.field('Who asks').locator('option:checked')).toHaveText('prometheus');
  await expect(help.field('Host')).toHaveValue('node01');
  await expect(help.field('Path')).toHaveValue('/metrics');
  await expect(help.fields).toContainText('Kept as typed, without a field: --http1.1');
  await expectNoFindings(page, 'the form');
  await requests.ask.click();
  await expect(requests.latest).toContainText('200');
  await expect(requests.line, 'the line stays under an open form').toHaveValue(/node01/);

  await requests.line.fill('kubectl get pods');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(requests.line).toHaveValue(LINES.stranger);
});

test('a request is repeated with one thing changed, and laid beside the first', async ({ bench, page }) => {
  const { requests } = bench;
  const help = new RequestForm(page);
  await requests.send(LINES.stranger);
  const chips = await help.changes(1);
  await expectNoFindings(page, 'chips');
  await chips.getByRole('group', { name: 'Who' }).getByRole('button', { name: 'bob' }).click();
  await expect(requests.latest).toContainText(LINES.bob);
  await chips.getByRole('group', { name: 'Port' }).getByRole('button', { name: '10255' }).click();
  await expect(requests.latest).toContainText('http://localhost:10255/pods');
  await requests.latest.getByRole('button', { name: 'like 1, but at port 10255' }).click();
  await bench.showSide('Kubelet');
  await expect(page.getByText('They part at Connect.')).toBeVisible();
});

test('the attacks say what they need and what a hardened node answers, and go into the line', async ({
  bench,
  page,
}) => {
  const { requests } = bench;
  const help = new RequestForm(page);
  await help.attacks.click();
  const attack = help.attack('Read a password from a pod’s environment');
  await expect(attack).toContainText('401. A stranger is nobody there.');
  await expectNoFindings(page, 'attacks');
  await attack.getByRole('button', { name: 'Into the line' }).click();
  await expect(requests.line).toBeFocused();
  await requests.line.press('Enter');
  await expect(requests.latest).toContainText('DB_PASSWORD=s3cr3t');
  await help.attack('Use a stolen ServiceAccount token').getByRole('button', { name: 'Ask' }).click();
  await expect(requests.latest).toContainText('prometheus.token');
});

test('arrow keys find earlier lines, also after undo and a reload', async ({ bench }) => {
  const { requests } = bench;
  for (const line of [LINES.bob, LINES.stranger, LINES.readOnly]) await requests.send(line);
  await bench.undo.click();
  await bench.reload();
  await requests.line.press('ArrowUp');
  await expect(requests.line).toHaveValue(LINES.readOnly);
  await requests.line.fill('bob');
  await requests.line.press('ArrowUp');
  await expect(requests.line).toHaveValue(LINES.bob);
  await requests.line.press('ArrowDown');
  await expect(requests.line).toHaveValue('bob');
});
