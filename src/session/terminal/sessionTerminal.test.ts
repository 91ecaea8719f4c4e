import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFIG, memory, practice } from '../practice.fixture.ts';
import type { OpenTerminal } from '../view/terminal.ts';

/** Types lines and gives back what they printed. */
async function typed(terminal: OpenTerminal, ...lines: readonly string[]): Promise<string> {
  let text = '';
  for (const line of lines) await terminal.run(line, (piece) => (text += piece.text), 80);
  return text;
}

const SCENARIO = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');

test('a line that changes something is one step, called like the line; undo and redo take it whole', async () => {
  const { session } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  const line = `for i in 1 2 3; do echo $i > /tmp/$i; done; rm /tmp/2`;
  await typed(terminal, line);
  expect(session.archive.timeline().steps.map(({ kind, title }) => [kind, title])).toEqual([['line', line]]);
  expect(await typed(terminal, 'cat /tmp/*')).toBe('1\n3\n');
  expect(session.archive.timeline().at).toBe(1);
  session.commands.undo();
  expect(await typed(terminal, 'cat /tmp/1')).toBe('cat: /tmp/1: No such file or directory\n');
  session.commands.redo();
  expect(await typed(terminal, 'cat /tmp/1')).toBe('1\n');
});

test('an edit is seen by the next line, and a line by the editor', async () => {
  const { session } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  session.commands.edit(CONFIG, 'port: 1\n');
  expect(await typed(terminal, `cat ${CONFIG}`)).toBe('port: 1\n');
  await typed(terminal, `sed -i s/1/2/ ${CONFIG}`);
  expect(session.view().files.find(({ path }) => path === CONFIG)?.text).toBe('port: 2\n');
});

test('an edit that comes while a line runs is there when the line is done', async () => {
  const { session } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  const running = typed(terminal, 'echo a > /tmp/a');
  session.commands.edit(CONFIG, 'port: 1\n');
  await running;
  expect(await typed(terminal, `cat /tmp/a ${CONFIG}`)).toBe('a\nport: 1\n');
});

test('a run with lines opens again as it was', async () => {
  const progress = memory();
  const first = practice(SCENARIO, progress);
  const terminal = await first.session.terminal.open();
  await typed(terminal, 'mkdir /tmp/d; echo x > /tmp/d/x; chmod 600 /tmp/d/x; sleep 3');
  const second = practice(SCENARIO, progress);
  const again = await second.session.terminal.open();
  expect(await typed(again, 'stat -c %a /tmp/d/x; cat /tmp/d/x')).toBe('600\nx\n');
  expect(again.history()).toEqual([
    'mkdir /tmp/d; echo x > /tmp/d/x; chmod 600 /tmp/d/x; sleep 3',
    'stat -c %a /tmp/d/x; cat /tmp/d/x',
  ]);
});
