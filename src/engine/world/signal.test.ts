import { expect, test } from 'vitest';
import { journalText } from '../host/journalText.ts';
import { after, DROP_IN, NODE, nodeOf, reload, restart, started, textOf, wait, write } from './playground.fixture.ts';
import { step } from './step.ts';

const world = started();
const pid = nodeOf(world).kubelet.process?.pid ?? 0;
const send = (signal: string) => step(world, { type: 'signal', node: NODE, pid, signal });
const linesOf = (signal: string) => send(signal).trace.journal.map((line) => journalText(line, NODE).slice(16));

test('systemd tells how a killed kubelet ended, and starts it again', () => {
  expect(linesOf('KILL')).toEqual([
    'node01 systemd[1]: kubelet.service: Main process exited, code=killed, status=9/KILL',
    "node01 systemd[1]: kubelet.service: Failed with result 'signal'.",
  ]);
  const { kubelet } = nodeOf(send('KILL').world);
  expect(kubelet.state).toBe('waiting');
  expect(kubelet.ended).toMatchObject({ pid, status: 9, signal: 'KILL' });
  expect(nodeOf(after(send('KILL').world, wait(10))).kubelet).toMatchObject({ state: 'running', restarts: 1 });
});

test.each([
  ['TERM', ['node01 systemd[1]: kubelet.service: Deactivated successfully.']],
  ['HUP', ['node01 systemd[1]: kubelet.service: Deactivated successfully.']],
  [
    'QUIT',
    [
      'node01 systemd[1]: kubelet.service: Main process exited, code=exited, status=2/INVALIDARGUMENT',
      "node01 systemd[1]: kubelet.service: Failed with result 'exit-code'.",
    ],
  ],
  ['WINCH', []],
])('%s', (signal, lines) => {
  expect(linesOf(signal)).toEqual(lines);
});

test('without Restart= a kubelet that ended in order is dead, not failed', () => {
  const once = after(world, write(DROP_IN, `${textOf(world, DROP_IN)}Restart=no\n`), reload, restart);
  const now = nodeOf(once).kubelet.process?.pid ?? 0;
  const state = (signal: string) => nodeOf(after(once, { type: 'signal', node: NODE, pid: now, signal })).kubelet.state;
  expect([state('TERM'), state('KILL')]).toEqual(['stopped', 'failed']);
});

test('there is nobody else to hit', () => {
  expect(step(world, { type: 'signal', node: NODE, pid: pid + 1, signal: 'KILL' }).trace).toMatchObject({
    exitCode: 1,
  });
  expect(send('NOPE').world).toBe(world);
});
