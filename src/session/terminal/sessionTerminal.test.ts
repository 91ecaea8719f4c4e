import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
// Loaded beforehand, so that the first test does not wait for it.
import '#shell/terminal/commands.table.ts';
import '#shell/terminal/terminal.ts';
import { CONFIG, memory, practice } from '../practice.fixture.ts';
import type { OpenTerminal } from '../view/terminal.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

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

test('kubectl edit gives a text to the editor; closing it unchanged changes nothing, saving runs on as the same step', async () => {
  const { session } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  let printed = '';
  const write = ({ text }: { readonly text: string }) => {
    printed += text;
  };
  const line = 'kubectl edit serviceaccount prometheus -n monitoring';
  const next = await terminal.run(line, write, 80);
  if (next.kind !== 'edit-text') throw new Error(next.kind);
  expect(await terminal.edited(next.text, write)).toEqual({ kind: 'prompt' });
  expect(printed).toBe('Edit cancelled, no changes made.\n');
  const again = await terminal.run(line, write, 80);
  if (again.kind !== 'edit-text') throw new Error(again.kind);
  printed = '';
  await terminal.edited(again.text.replace('metadata:\n', 'metadata:\n  labels:\n    a: b\n'), write);
  expect(printed).toBe('serviceaccount/prometheus edited\n');
  expect(session.archive.timeline().steps.at(-1)?.title).toBe(line);
  expect(await typed(terminal, 'kubectl get sa -n monitoring prometheus --show-labels | grep -c a=b')).toBe('1\n');
});

test('what is followed prints on with the run until Ctrl-C', async () => {
  const { session, clock } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  let printed = '';
  const write = ({ text }: { readonly text: string }) => {
    printed += text;
  };
  expect(await terminal.run('journalctl -u kubelet -f -n 1', write, 80)).toMatchObject({ kind: 'following' });
  const before = printed;
  clock.at += 2000;
  session.commands.restart();
  expect(printed.length).toBeGreaterThan(before.length);
  terminal.interrupt();
  const after = printed;
  session.commands.restart();
  expect(printed).toBe(after);
});

test('what is followed and ends by itself says so', async () => {
  const { session } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  const next = await terminal.run('kubectl logs -f web-node01 -n default', () => {}, 80);
  if (next.kind !== 'following') throw new Error(next.kind);
  session.commands.restart();
  await next.ended;
});

test('starting over leaves the shells for the first one', async () => {
  const { session, clock } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  const told: string[] = [];
  terminal.subscribe(() => told.push(terminal.prompt()));
  const first = terminal.prompt();
  clock.at += 60_000;
  await typed(terminal, 'cd /etc; x=1; touch here', 'bash', 'cd kubernetes');
  expect(terminal.depth()).toBe(1);
  const following = await terminal.run('journalctl -u kubelet -f', () => {}, 80);
  session.commands.startOver();
  expect(told).toEqual([first]);
  expect(terminal.depth()).toBe(0);
  if (following.kind === 'following') await following.ended;
  expect(await typed(terminal, 'pwd; echo "[$x] $SECONDS"; ls /etc/here')).toBe(
    "/root\n[] 0\nls: cannot access '/etc/here': No such file or directory\n",
  );
});

test('time passes on the node as it does for whoever types', async () => {
  const { session, clock } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  const before = await typed(terminal, 'date +%s');
  clock.at += 5000;
  expect(Number(await typed(terminal, 'date +%s')) - Number(before)).toBe(5);
  // Only looking takes no time off the clock of the run; the next step does.
  expect(session.archive.timeline().steps).toEqual([]);
  clock.at += 5000;
  await typed(terminal, 'touch /tmp/a');
  expect(Number(await typed(terminal, 'stat -c %Y /tmp/a')) - Number(before)).toBe(10);
});

test('the exit code of a line and the shells that are open are told', async () => {
  const { session } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  await typed(terminal, 'false');
  expect([terminal.status(), terminal.depth()]).toEqual([1, 0]);
  await typed(terminal, 'sudo -i');
  expect([terminal.status(), terminal.depth(), terminal.prompt()]).toEqual([0, 1, 'root@node01:~# ']);
});

test('a container is entered by kubectl exec, and left by exit', async () => {
  const { session } = practice(SCENARIO);
  const terminal = await session.terminal.open();
  await typed(terminal, 'kubectl exec -it web-node01 -- sh');
  expect(terminal.depth()).toBe(1);
  expect(terminal.prompt()).toBe('/ # ');
  expect(await typed(terminal, 'cat /etc/hostname; nope', 'exit')).toBe('web-node01\nsh: nope: not found\n');
  expect(terminal.prompt()).toBe('root@node01:~# ');
});
