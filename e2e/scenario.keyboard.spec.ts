import { LINES, SCENARIO } from './fixtures/scenario.ts';
import { expect, test } from './fixtures/test.ts';
import { Keyboard } from './pages/keyboard.ts';
import type { Workbench } from './pages/workbench.ts';

/** Takes the two flags out of line 5, where the focus already is. */
type Mend = (keyboard: Keyboard, bench: Workbench) => Promise<void>;

/** In Monaco: find the stretch, select it, delete it. */
const mendInMonaco: Mend = async (keyboard, bench) => {
  await keyboard.press('Control+F');
  const find = bench.page.getByRole('textbox', { name: 'Find' });
  await expect(find).toBeFocused();
  await keyboard.type(SCENARIO.flags);
  await expect(bench.page.getByText('1 of 1', { exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await expect(bench.files.textOf(SCENARIO.dropIn)).toBeFocused();
  await keyboard.press('Delete');
  await expect(bench.files.drawn).not.toContainText('--anonymous-auth');
};

/** In the text area the whole line is selected by coming there: typing replaces it. */
const mendInTextArea: Mend = async (keyboard, bench) => {
  await keyboard.type(SCENARIO.mendedLine);
  expect(await bench.files.plainText()).toContain(`(j.)\n${SCENARIO.mendedLine}\n#`);
};

for (const [editor, mend] of [
  ['monaco', mendInMonaco],
  ['plain', mendInTextArea],
] as const) {
  test.describe(`The flag that wins, by keyboard alone, editor ${editor}`, () => {
    test.use({ editor });

    test('is solved', async ({ bench, page }) => {
      const { briefing, files, strip, requests, kubelet } = bench;
      const keyboard = new Keyboard(page);

      await keyboard.walkTo(requests.line);
      await keyboard.type(LINES.stranger);
      await keyboard.press('Enter');
      await expect(bench.news).toContainText('Answer: 200.');
      await expect(requests.line).toBeFocused();

      await keyboard.use(kubelet.answer.getByRole('button', { name: /anonymous-auth=true/ }));
      await expect(files.textOf(SCENARIO.dropIn)).toBeFocused();
      await mend(keyboard, bench);

      await keyboard.use(strip.daemonReload);
      await expect(strip.daemonReload).toBeFocused();
      await keyboard.use(strip.restart);
      await expect(strip.restart).toBeFocused();
      await expect(bench.news).toContainText('The kubelet is running.');

      await keyboard.walkTo(requests.line);
      await keyboard.press('ArrowUp');
      await expect(requests.line).toHaveValue(LINES.stranger);
      await keyboard.press('Enter');
      await expect(bench.news).toContainText('Answer: 401.');

      await keyboard.use(requests.ready.getByRole('button', { name: 'bob, by certificate' }));
      await expect(kubelet.answer).toContainText('403');
      await expect(briefing.tasks.filter({ hasText: /^met: / })).toHaveCount(3);
      await expect(briefing.solved).toBeVisible();
    });
  });
}

test.describe('The workbench by keyboard alone', () => {
  test('opens files and the journal with arrow keys, and guesses with them', async ({ bench, page }) => {
    const { files, requests, journal } = bench;
    const keyboard = new Keyboard(page);
    await keyboard.walkTo(files.tab('config.yaml'));
    await keyboard.press('ArrowRight');
    await expect(files.tab('10-kubeadm.conf')).toBeFocused();
    await expect(files.textOf(SCENARIO.dropIn)).toBeVisible();
    await keyboard.press('End');
    await expect(files.tab('kubelet.service')).toBeFocused();
    await keyboard.press('Home');
    await expect(files.textOf(SCENARIO.config)).toBeVisible();

    await keyboard.walkTo(requests.tab);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await expect(journal.tab).toBeFocused();
    await expect(journal.region).toBeVisible();
    await keyboard.press('Home');
    await keyboard.walkTo(requests.guesses.getByRole('radio', { name: 'no guess' }));
    await keyboard.press('ArrowRight');
    await expect(requests.guesses.getByRole('radio', { name: '200' })).toBeChecked();
  });

  test('reads what is noted on a file, and follows it', async ({ bench, page }) => {
    const { files } = bench;
    const keyboard = new Keyboard(page);
    await keyboard.use(files.region.getByRole('button', { name: /notes/ }));
    await expect(files.notes).toContainText('beaten by --anonymous-auth=true, 10-kubeadm.conf line 5');
    await keyboard.use(files.notes.getByRole('button', { name: 'Go to the winner' }).first(), 'Shift+Tab');
    await expect(files.textOf(SCENARIO.dropIn)).toBeFocused();
  });

  test('undoes and redoes by shortcut, and leaves a dialog where it came from', async ({ bench, page }) => {
    const keyboard = new Keyboard(page);
    await keyboard.walkTo(bench.requests.line);
    await keyboard.type(LINES.readOnly);
    await keyboard.press('Enter');
    await expect(bench.requests.asked).toHaveCount(1);
    await keyboard.press('Control+Alt+z');
    await expect(bench.requests.asked).toHaveCount(0);
    await keyboard.press('Control+Alt+y');
    await expect(bench.requests.asked).toHaveCount(1);

    await keyboard.use(bench.startOver);
    const dialog = page.getByRole('dialog', { name: 'Start over?' });
    await expect(dialog).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(bench.startOver).toBeFocused();
    await expect(bench.requests.asked).toHaveCount(1);
  });

  test('does not lose its place when what it pressed has nothing left to do', async ({ bench, page }) => {
    const keyboard = new Keyboard(page);
    await keyboard.walkTo(bench.briefing.nextHint);
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await expect(page.getByText('That was the last hint.')).toBeVisible();
    await keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Node' })).toBeFocused();
  });

  test('skips to the files', async ({ bench, page }) => {
    const keyboard = new Keyboard(page);
    await keyboard.use(page.getByRole('link', { name: 'Skip to the files' }));
    await keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Node' })).toBeFocused();
    await keyboard.press('Tab');
    await expect(bench.files.tab('config.yaml')).toBeFocused();
  });
});
