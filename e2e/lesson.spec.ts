import { expect, test } from '@playwright/test';
import { expectNoFindings } from './pages/findings.ts';
import { Lesson } from './pages/lesson.ts';
import { Terminal } from './pages/terminal.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('lesson 1, from its opening to the third prediction, with a reload on the way', async ({ page }) => {
  const lesson = new Lesson(page);
  const terminal = new Terminal(page);
  const news = page.getByRole('status').first();
  await lesson.visit('the-captain');
  await expect(lesson.place).toHaveText('Lesson 1 of 10');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(lesson.heading('Ask the captain')).toBeVisible();
  await expect(lesson.predictions).toContainText('They open when every step was tried.');
  await expectNoFindings(page, 'the first step');

  // A request is sent at once; what the kubelet shows stands with the step.
  await lesson.send.focus();
  await page.keyboard.press('Enter');
  await expect(lesson.open).toContainText('What it shows');
  await expect(page.getByText('Step tried: Ask the captain.')).toHaveCount(1);
  await lesson.next.focus();
  await page.keyboard.press('Enter');
  await expect(lesson.heading('Look into the hold')).toBeFocused();

  // A line for the terminal stands at its prompt, and Enter is the learner's.
  await expect(lesson.put).toHaveClass(/button-owed/);
  await lesson.put.click();
  await expect(lesson.put).not.toHaveClass(/button-owed/);
  await expect(terminal.input).toBeFocused();
  await terminal.prompt('crictl ps');
  await page.keyboard.press('Enter');
  await expect(terminal.entries).toContainText(['nginx']);
  await page.keyboard.press('Control+Alt+O');
  await expect(lesson.heading('Look into the hold')).toBeFocused();
  await lesson.open.getByRole('radio', { name: 'kubelet', exact: true }).check();
  await expect(lesson.open).toContainText('“kubelet” is not the answer.');
  await lesson.open.getByRole('radio', { name: 'nginx' }).check();
  await lesson.next.click();

  await page.reload();
  await expect(lesson.heading('See his report')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask the captain' })).toBeVisible();
  await lesson.put.click();
  await terminal.prompt('kubectl get nodes');
  await page.keyboard.press('Enter');
  await lesson.open.getByRole('radio', { name: 'Ready', exact: true }).check();
  await lesson.next.click();
  await lesson.send.click();
  await lesson.next.click();

  await expect(lesson.heading('Prediction 1')).toBeFocused();
  await lesson.open.getByRole('button', { name: 'Ask the kubelet' }).click();
  await expect(lesson.open).toContainText('Choose an answer and how sure you are.');
  // Guesses are asked for once, and what was chosen outlives another window and another tab.
  await expect(page.getByRole('group', { name: 'Your guess' })).toHaveCount(0);
  await lesson.open.getByRole('radio', { name: /^403/ }).check();
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.getByRole('tab', { name: 'Kubelet', exact: true }).click();
  await expect(lesson.open).toBeHidden();
  await page.getByRole('tab', { name: 'Lesson' }).click();
  await expect(lesson.open.getByRole('radio', { name: /^403/ })).toBeChecked();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(lesson.open.getByRole('radio', { name: /^403/ })).toBeChecked();
  await lesson.predict(/^401/, /certain/);
  await expect(lesson.open).toContainText('Wrong. You said 401, 95 % sure.');
  await expect(lesson.open.getByRole('list', { name: /^Gates that the copy/ })).toBeVisible();
  await expectNoFindings(page, 'a prediction that was judged');
  await lesson.next.click();
  await lesson.predict(/^refused/, /fairly sure/);
  await expect(lesson.open).toContainText('Right. You said refused, 75 % sure.');
  await lesson.next.click();
  await lesson.predict(/^401/, /a guess/);
  await lesson.next.click();
  await expect(lesson.closing).toContainText('2 of 3 predictions right. On average you were 73 % sure.');
  await expect(lesson.closing.getByRole('link', { name: /^Next lesson: / })).toBeVisible();
  await expect(news).not.toHaveText('');

  await page.reload();
  await expect(lesson.closing).toBeVisible();
  await lesson.closing.getByRole('link', { name: 'All predictions by topic' }).click();
  await expect(page.getByText('2 of 3 right')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('table', { name: 'Predictions by topic' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing scrolls sideways').toBe(390);
  await expectNoFindings(page, 'the predictions on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'To the path' }).click();
  await expect(page.getByRole('list', { name: /path/i })).toContainText('done');
});
