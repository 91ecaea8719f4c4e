import type { Page } from '@playwright/test';
import type { SeededRandom } from '../fixtures/seededRandom.ts';
import { Workbench } from '../pages/workbench.ts';
import { MARK } from './watch.ts';

/** Gives marks that were not given before. */
export interface Marks {
  next(): string;
}

/** Works on the page as a learner in a hurry does, until the page is gone. Never rejects. */
export async function workUntilGone(page: Page, random: SeededRandom, marks: Marks): Promise<void> {
  const { files, strip, requests, undo, redo } = new Workbench(page);
  const deeds = [
    async () => {
      await files.editor.press('Control+End');
      for (let count = random.below(6); count >= 0; count -= 1) await page.keyboard.type(`# ${marks.next()}\n`);
    },
    async () => {
      await requests.line.fill(`curl -sk https://localhost:10250/healthz?${marks.next()}`);
      await requests.line.press('Enter');
    },
    () => strip.restart.click(),
    () => strip.daemonReload.click(),
    async () => {
      if (await undo.isEnabled()) {
        await undo.click();
        await redo.click();
      }
    },
  ] as const;
  // Typing is what is done most.
  const order = [0, 0, 0, 1, 1, 2, 3, 4].map((index) => deeds[index]);
  try {
    for (;;) await random.pick(order)?.();
  } catch {
    // The page was killed under our hands.
  }
}

/** All marks that are there when the page is opened again and walked to the end of what was done. */
export async function marksIn(page: Page, address: string): Promise<ReadonlySet<string>> {
  const bench = new Workbench(page);
  await page.goto(address);
  await bench.files.editor.waitFor();
  // A kill between undo and redo leaves steps ahead; they are kept as well.
  while (await bench.redo.isEnabled()) await bench.redo.click();
  const lines = (await bench.requests.log.allTextContents()).join('');
  return new Set(`${await bench.files.plainText()}${lines}`.match(MARK) ?? []);
}
