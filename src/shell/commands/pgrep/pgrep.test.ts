import { expect, test } from 'vitest';
import { runLine, worldAfter } from '../context.fixture.ts';
import { kill, killall } from '../kill/kill.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { pgrep, pidof, pkill } from './pgrep.ts';

const process = WARM.nodes.node01?.kubelet.process;
const pid = process?.pid ?? 0;
const argv = process?.argv.map(({ text }) => text).join(' ') ?? '';

test.each([
  ['kubelet', `${pid}\n`, 0],
  ['-l kubelet', `${pid} kubelet\n`, 0],
  ['-a kubelet', `${pid} ${argv}\n`, 0],
  ['-f config=/var/lib/kubelet', `${pid}\n`, 0],
  ['-x kube', '', 1],
  ['-c kubelet', '1\n', 0],
  ['nope', '', 1],
])('pgrep %s', (line, stdout, exitCode) => {
  expect(runLine(pgrep, line, WARM)).toMatchObject({ stdout, stderr: '', exitCode });
});

test('pgrep wants a pattern; pidof takes names and paths', () => {
  expect(runLine(pgrep, '', WARM)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('no matching criteria'),
  });
  expect(runLine(pidof, 'kubelet', WARM).stdout).toBe(`${pid}\n`);
  expect(runLine(pidof, '/usr/bin/kubelet', WARM).stdout).toBe(`${pid}\n`);
  expect(runLine(pidof, 'nope', WARM).exitCode).toBe(1);
});

test.each([
  [kill, `-9 ${pid}`, 'KILL'],
  [kill, `-s HUP ${pid}`, 'HUP'],
  [pkill, '-9 kubelet', 'KILL'],
  [pkill, '-f --signal TERM config.yaml', 'TERM'],
  [killall, 'kubelet', 'TERM'],
])('$name %s', (command, line, signal) => {
  const { events, exitCode } = runLine(command, line, WARM);
  expect(exitCode).toBe(0);
  expect(events).toEqual([{ type: 'signal', node: 'node01', pid, signal }]);
  expect(worldAfter(WARM, events).nodes.node01?.kubelet.process).toBeNull();
});

test.each([
  [kill, '999999', 'bash: kill: (999999) - No such process\n', 1],
  [kill, 'abc', 'bash: kill: abc: arguments must be process or job IDs\n', 1],
  [kill, '-FOO 1', 'bash: kill: FOO: invalid signal specification\n', 1],
  [kill, '1', 'portside: signals are modelled for the kubelet only, not for systemd (1).\n', 1],
  [killall, 'nope', 'nope: no process found\n', 1],
  [pkill, 'nope', '', 1],
])('$name %s is refused', (command, line, stderr, exitCode) => {
  expect(runLine(command, line, WARM)).toMatchObject({ stdout: '', stderr, exitCode, events: [] });
});

test('kill -0 only asks, kill -l lists', () => {
  expect(runLine(kill, `-0 ${pid}`, WARM)).toMatchObject({ exitCode: 0, events: [] });
  expect(runLine(kill, '-l', WARM).stdout).toContain(' 9) SIGKILL\t10) SIGUSR1\n');
});
