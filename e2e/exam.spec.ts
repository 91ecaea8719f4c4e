import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { Exam } from './pages/exam.ts';
import { expectNoFindings } from './pages/findings.ts';
import { faults } from './pages/shape.ts';
import { Terminal } from './pages/terminal.ts';

/** Shuts the read-only port, wherever a seed opened it. */
const SHUT = [
  `sed -i 's/ *--read-only-port=10255//' /etc/default/kubelet /var/lib/kubelet/kubeadm-flags.env`,
  `sed -i '/readOnlyPort/d' /var/lib/kubelet/config.yaml`,
  'systemctl daemon-reload && systemctl restart kubelet',
];

test('an exam from its start over ssh, a reload and a pause to what came of it', async ({ page }) => {
  test.slow();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.addInitScript(() => localStorage.setItem('portside.tour', 'over'));
  await page.clock.install();
  const exam = new Exam(page);
  const terminal = new Terminal(page);
  await exam.open('sprint-doors', 7);
  await expect(page.getByText('not PSI', { exact: false }).first()).toBeVisible();
  await exam.begin.click();

  await expect(exam.left).toHaveText(/^(30:00|29:\d\d)$/);
  await expect(exam.jumps).toHaveCount(5);
  const first = await exam.host();
  // From the keyboard, as a learner is in the terminal all the time.
  await terminal.input.focus();
  await terminal.prompt('candidate@terminal:~$');
  expect(await terminal.run('kubectl get nodes')).toMatch(/^kubectl is not configured here/);
  await page.keyboard.type(`ssh ${first}\n`);
  await terminal.prompt(`root@${first}:~#`);
  for (const line of SHUT) expect(await terminal.run(line)).toBe('');
  await expect(exam.jumps.first()).toHaveAccessibleName(/worked on/);
  await expect(page.getByRole('tab', { name: /Who may do what|Timeline/ })).toHaveCount(0);
  await expect(page.getByText(/met|risky|beaten by/)).toHaveCount(0);
  await expectNoFindings(page, 'a question');
  expect(await faults(page), 'a question').toEqual([]);

  await exam.jumps.nth(2).click();
  await expect(exam.question.getByRole('heading', { level: 2 })).toBeFocused();
  await exam.flag.click();
  await expect(exam.jumps.nth(2)).toHaveAccessibleName(/flagged/);
  await exam.notes.fill('3 again');
  const third = await exam.host();
  await terminal.input.focus();
  await terminal.prompt('candidate@terminal:~$');
  // Another question's host: the question comes along. It is where its terminal was left.
  await page.keyboard.type(`ssh ${first}\n`);
  await expect.poll(() => exam.host()).toBe(first);
  await expect(terminal.input).toBeFocused();
  await terminal.prompt(`root@${first}:~#`);

  const before = await exam.secondsLeft();
  await page.reload();
  await expect(exam.left).toBeVisible();
  expect(await exam.host()).toBe(first);
  await expect(exam.notes).toHaveValue('3 again');
  await expect(exam.jumps.nth(2)).toHaveAccessibleName(/flagged/);
  await expect(exam.jumps.first()).toHaveAccessibleName(/worked on/);
  expect(await exam.secondsLeft()).toBeLessThanOrEqual(before);
  // There is a host to come to that was not entered in this page.
  await terminal.input.focus();
  await terminal.prompt('candidate@terminal:~$');
  await page.keyboard.type(`ssh ${third}\n`);
  await expect.poll(() => exam.host()).toBe(third);
  await terminal.prompt(`root@${third}:~#`);

  await exam.pause.click();
  await expect(exam.resume).toBeFocused();
  await expect(page.getByRole('main').getByText('The clock goes on.')).toBeVisible();
  await expect(exam.question).toHaveCount(0);
  await expectNoFindings(page, 'the pause');
  await page.clock.fastForward('16:00');
  await expect(exam.alert).toHaveText('Less than 15 minutes are left.');
  await exam.resume.click();
  await page.clock.fastForward('09:30');
  await expect(exam.alert).toHaveText('Less than 5 minutes are left.');
  await expect(page.getByRole('region', { name: 'Time left' })).toHaveText(/5 minutes are left\./);

  await exam.end.click();
  await expect(exam.dialog).toContainText('Nothing was done in questions 2, 3, 4, 5.');
  await expect(exam.dialog).toContainText('Flagged for review: question 3.');
  await expectNoFindings(page, 'the dialog');
  await exam.dialog.getByRole('button', { name: 'End exam' }).click();

  await expect(exam.report.getByText('not passed')).toBeVisible();
  await expect(exam.report).toContainText('15 of 100 points. 67 pass.');
  await expect(exam.rows('By question').first()).toContainText('15 of 15');
  await expect(exam.rows('By domain of the CKS curriculum').first()).toContainText('15 of 75');
  await expect(exam.part(1)).toContainText('All points.');
  await expect(exam.part(3)).toContainText(/−\d+(\.\d+)? .*Expected/);
  await expectNoFindings(page, 'the report');
  await page.setViewportSize({ width: 1024, height: 768 });
  expect(await faults(page), 'the report').toEqual([]);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    exam.report.getByRole('button', { name: 'Report as a file (HTML)' }).click(),
  ]);
  const html = await readFile(await file.path(), 'utf8');
  expect(html).toContain('15 of 100 points');
  expect(html).not.toContain('<script');
  await exam.report.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  const [result] = await Promise.all([
    page.waitForEvent('download'),
    exam.report.getByRole('button', { name: 'Result for the class board' }).click(),
  ]);
  expect(JSON.parse(await readFile(await result.path(), 'utf8'))).toMatchObject({ name: 'Ada', seed: 7, score: 15 });

  await exam.part(1).getByRole('button', { name: 'Look at the end of question 1' }).click();
  await expect(page.getByRole('button', { name: 'Back to the result' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Solved' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the result' }).click();
  await expect(exam.part(1).getByRole('button', { name: 'Look at the end of question 1' })).toBeFocused();

  // Once more, until the clock ends it; a clock that is set back gives nobody time.
  await exam.report.getByRole('button', { name: 'With the same seed' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('table')).toContainText('15 of 100');
  // The earlier result is opened again from its steps.
  await page.getByRole('table').getByRole('link').click();
  await expect(exam.part(1)).toContainText('All points.');
  await expect(exam.report.getByRole('button', { name: 'With the same seed' })).toHaveCount(0);
  await exam.report.getByRole('link', { name: 'The exam’s first page' }).click();
  await exam.begin.click();
  await expect(exam.left).toBeVisible();
  await expect(exam.question.getByRole('heading', { level: 2 })).toBeFocused();
  await page.clock.setSystemTime(Date.now() - 3_600_000);
  await expect(page.getByText(/clock was set back/)).toBeVisible();
  await page.clock.fastForward('31:00');
  await expect(exam.report).toContainText('Time was up.');
  await expect(exam.report).toContainText('0 of 100 points.');
  expect(troubles).toEqual([]);
});

test('of two tabs of one exam the later one goes on, and the other may take it back', async ({ context }) => {
  await context.addInitScript(() => localStorage.setItem('portside.tour', 'over'));
  const [one, other] = [await context.newPage(), await context.newPage()];
  const [first, second] = [new Exam(one), new Exam(other)];
  await first.open('sprint-doors', 7);
  await first.begin.click();
  await first.notes.fill('of the first');
  await other.goto('./?editor=plain#/exam/sprint-doors');
  await expect(second.notes).toHaveValue('of the first');
  await expect(first.report).toContainText('This exam went on in another tab of this browser.');
  await expectNoFindings(one, 'an exam that is on elsewhere');
  await second.notes.fill('of the second');
  await one.getByRole('button', { name: 'Go on here' }).click();
  await expect(first.notes).toHaveValue('of the second');
  await expect(first.question.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(other.getByRole('button', { name: 'Go on here' })).toBeVisible();
});
