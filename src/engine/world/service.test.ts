import { expect, test } from 'vitest';
import type { JournalLine } from '../host/journal.ts';
import {
  after,
  asking,
  base,
  CONFIG,
  DROP_IN,
  NODE,
  nodeOf,
  reload,
  restart,
  start,
  started,
  stop,
  textOf,
  UNIT,
  wait,
  write,
} from './playground.fixture.ts';
import { step } from './step.ts';
import type { World } from './world.ts';

const running = started();
const kubelet = (world: World) => nodeOf(world).kubelet;
const setting = (world: World, path: string) => kubelet(world).process?.config.settings[path]?.value;
const edit = (world: World, path: string, from: string, to: string) =>
  after(
    world,
    write(
      path,
      textOf(world, path).replace(from, () => to),
    ),
  );
const lineOf = (world: World, path: string, part: string) =>
  textOf(world, path)
    .split('\n')
    .findIndex((row) => row.includes(part)) + 1;
const said = (lines: readonly JournalLine[]) => lines.map((line) => `${line.identifier}: ${line.text}`);

/** A kubelet whose config.yaml has a value of the wrong type, restarted at noon. */
const broken = after(edit(running, CONFIG, 'memorySwap: {}', 'memorySwap: 7'), restart);

test('a start reads the files as they are then; what is edited later waits for a restart', () => {
  const edited = edit(running, CONFIG, 'enabled: false', 'enabled: true');
  expect(setting(edited, 'authentication.anonymous.enabled')).toBe(false);
  expect(kubelet(edited).process).toEqual(kubelet(running).process);
  expect(setting(after(edited, reload), 'authentication.anonymous.enabled')).toBe(false);
  expect(setting(after(edited, restart), 'authentication.anonymous.enabled')).toBe(true);
});

test('a unit that changed counts from the next daemon-reload, an environment file from the next start', () => {
  const flag = edit(running, DROP_IN, 'config.yaml"', 'config.yaml --max-pods=7"');
  expect(setting(after(flag, restart), 'maxPods')).toBe(110);
  expect(setting(after(flag, reload), 'maxPods')).toBe(110);
  expect(setting(after(flag, reload, restart), 'maxPods')).toBe(7);
  const environment = after(running, write('/etc/default/kubelet', 'KUBELET_EXTRA_ARGS=--max-pods=9\n'), restart);
  expect(setting(environment, 'maxPods')).toBe(9);
});

test('acting on a unit that changed on disk draws the warning of systemctl', () => {
  const flag = edit(running, DROP_IN, 'config.yaml"', 'config.yaml --max-pods=7"');
  expect(step(flag, restart).trace).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('changed on disk') });
  expect(step(after(flag, reload), restart).trace).toMatchObject({ exitCode: 0, stderr: '' });
});

test('a kubelet that cannot start waits for systemd, counted and announced in the journal', () => {
  expect(kubelet(broken)).toMatchObject({ state: 'waiting', restarts: 0, process: null, lastExit: { code: 1 } });
  expect(kubelet(broken).restartAt).toBe(broken.now + 10_000);
  expect(kubelet(after(broken, wait(9.999))).restarts).toBe(0);
  const { world, trace } = step(broken, wait(25));
  expect(kubelet(world)).toMatchObject({ state: 'waiting', restarts: 2, restartAt: broken.now + 30_000 });
  const lines = said('journal' in trace ? trace.journal : []);
  expect(lines).toContain('systemd: kubelet.service: Scheduled restart job, restart counter is at 1.');
  expect(lines).toContain('systemd: kubelet.service: Scheduled restart job, restart counter is at 2.');
  expect(lines.filter((line) => line.includes("Failed with result 'exit-code'"))).toHaveLength(2);
  expect(trace.journal.map(({ at }) => at - broken.now)).toEqual(expect.arrayContaining([10_000, 20_000]));
});

test('mending the file lets the next automatic start succeed', () => {
  const mended = edit(after(broken, wait(15)), CONFIG, 'memorySwap: 7', 'memorySwap: {}');
  expect(kubelet(mended).state).toBe('waiting');
  const up = after(mended, wait(6));
  expect(kubelet(up)).toMatchObject({ state: 'running', restarts: 2, restartAt: null, lastExit: null });
  expect(kubelet(up).process?.startedAt).toBe(broken.now + 20_000);
});

test('a crash loop of days ends as if each of its starts had been played', () => {
  const days = after(broken, wait(2 * 86_400));
  const first = kubelet(broken);
  expect(kubelet(days)).toMatchObject({ state: 'waiting', restarts: 17_280 });
  expect(kubelet(days).restartAt).toBe(days.now + 10_000);
  expect(kubelet(days).lastExit).toEqual({ ...first.lastExit, at: days.now });
  expect(kubelet(days).starts.at(-1)).toBe(days.now);
  expect(kubelet(days).ended).toMatchObject({
    pid: (first.ended?.pid ?? 0) + 17_280,
    startedAt: days.now,
    at: days.now,
  });
  const lines = said(nodeOf(days).host.journal);
  expect(lines).toContain('systemd: kubelet.service: Scheduled restart job, restart counter is at 1.');
  expect(lines).toContain('systemd: kubelet.service: Scheduled restart job, restart counter is at 17280.');
});

test('one wait ends as many short ones do', () => {
  const whole = after(broken, wait(55 * 60));
  const pieces = Array.from({ length: 55 }).reduce<World>((now) => after(now, wait(60)), broken);
  expect(kubelet(whole)).toEqual(kubelet(pieces));
  expect(nodeOf(whole).host.nextPid).toBe(nodeOf(pieces).host.nextPid);
  expect(nodeOf(whole).host.journal.slice(-20)).toEqual(nodeOf(pieces).host.journal.slice(-20));
});

test('five starts in ten seconds are the limit where the unit does not lift it', () => {
  const limited = after(
    edit(broken, UNIT, 'StartLimitInterval=0\nRestartSec=10', 'RestartSec=1'),
    reload,
    restart,
    wait(60),
  );
  expect(kubelet(limited)).toMatchObject({ state: 'failed', restartAt: null });
  expect(said(nodeOf(limited).host.journal).slice(-3)).toEqual([
    'systemd: kubelet.service: Start request repeated too quickly.',
    "systemd: kubelet.service: Failed with result 'exit-code'.",
    'systemd: Failed to start kubelet.service - kubelet: The Kubernetes Node Agent.',
  ]);
  // The limit looks back ten seconds, so a minute later a start is tried again.
  const later = step(limited, start);
  expect(later.trace).toMatchObject({ exitCode: 0 });
  expect(kubelet(later.world).state).toBe('waiting');
});

test('a manual start too many is refused by name', () => {
  let world = after(edit(broken, UNIT, 'StartLimitInterval=0\nRestartSec=10', 'RestartSec=1h'), reload);
  for (let count = 0; count < 5; count += 1) world = after(world, restart);
  const { trace } = step(world, restart);
  expect(trace).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('the control process exited with error code'),
  });
});

test('a unit whose files are gone can still be stopped, and not be started again', () => {
  const gone = after(running, { type: 'remove', node: NODE, path: UNIT }, reload);
  const { world, trace } = step(gone, stop);
  expect(trace).toMatchObject({ exitCode: 0, stderr: '' });
  expect(kubelet(world).state).toBe('stopped');
  expect(step(world, start).trace).toMatchObject({ exitCode: 5 });
});

test('one that never failed is refused over its starts', () => {
  let world = after(edit(running, UNIT, 'StartLimitInterval=0\n', ''), reload);
  for (let count = 0; count < 5; count += 1) world = after(world, restart);
  const { trace } = step(world, restart);
  expect(trace).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('start of the service was attempted too often'),
  });
  expect(said(trace.journal)).toContain("systemd: kubelet.service: Failed with result 'start-limit-hit'.");
});

test('a binary that is not there fails behind the fork, in the words of a process of its own', () => {
  const mistyped = after(edit(running, DROP_IN, '/usr/bin/kubelet', '/usr/bin/kubelt'), reload);
  const { world, trace } = step(mistyped, restart);
  const pid = nodeOf(mistyped).host.nextPid;
  expect(trace).toMatchObject({ exitCode: 0 });
  expect(trace.journal.slice(3).map((line) => `${line.identifier}[${line.pid}]: ${line.text}`)).toEqual([
    'systemd[1]: Started kubelet.service - kubelet: The Kubernetes Node Agent.',
    `(kubelt)[${pid}]: kubelet.service: Unable to locate executable '/usr/bin/kubelt': No such file or directory`,
    `(kubelt)[${pid}]: kubelet.service: Failed at step EXEC spawning /usr/bin/kubelt: No such file or directory`,
    'systemd[1]: kubelet.service: Main process exited, code=exited, status=203/EXEC',
    "systemd[1]: kubelet.service: Failed with result 'exit-code'.",
  ]);
  expect(nodeOf(world).host.nextPid).toBe(pid + 1);
});

test('stopped is not running, and started again has another pid', () => {
  const stopped = step(running, stop);
  expect(kubelet(stopped.world)).toMatchObject({ state: 'stopped', process: null });
  expect(said(stopped.trace.journal)).toEqual([
    'systemd: Stopping kubelet.service - kubelet: The Kubernetes Node Agent...',
    'systemd: kubelet.service: Deactivated successfully.',
    'systemd: Stopped kubelet.service - kubelet: The Kubernetes Node Agent.',
  ]);
  expect(step(stopped.world, { type: 'request', node: NODE, request: asking() }).trace).toMatchObject({
    answer: { kind: 'refused' },
  });
  expect(step(stopped.world, stop)).toMatchObject({ trace: { exitCode: 0, journal: [] } });
  const again = after(stopped.world, start);
  expect(kubelet(again).process?.pid).toBeGreaterThan(kubelet(running).process?.pid ?? Number.POSITIVE_INFINITY);
  expect(after(again, start)).toEqual(again);
});

test('stopping a kubelet that waits ends the loop', () => {
  const stopped = after(broken, stop);
  expect(kubelet(stopped)).toMatchObject({ state: 'stopped', restartAt: null, restarts: 0 });
  expect(kubelet(after(stopped, wait(60)))).toEqual(kubelet(stopped));
});

test('a unit that is masked, gone or not the kubelet is refused as systemctl refuses it', () => {
  const masked = after(running, write('/etc/systemd/system/kubelet.service', ''), reload);
  expect(step(masked, restart).trace).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('masked') });
  const gone = after(base().world, { type: 'remove', node: NODE, path: UNIT }, reload);
  expect(step(gone, start).trace).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('not found') });
  const other = step(running, { type: 'start', node: NODE, unit: 'sshd' });
  expect(other.trace).toMatchObject({
    exitCode: 5,
    stderr: 'Failed to start sshd.service: Unit sshd.service not found.\n',
  });
  expect(other.world).toBe(running);
});

test('a program that is not there ends with the status of systemd, at the line that names it', () => {
  const world = after(
    edit(running, DROP_IN, 'ExecStart=/usr/bin/kubelet $', 'ExecStart=/usr/bin/kubelett $'),
    reload,
    restart,
  );
  expect(kubelet(world)).toMatchObject({ state: 'waiting', lastExit: { code: 203 } });
  const line = nodeOf(world).host.journal.findLast(({ text }) => text.includes('spawning /usr/bin/kubelett: No such'));
  expect(line?.about).toMatchObject({ file: DROP_IN, line: lineOf(world, DROP_IN, 'ExecStart=/usr/bin/kubelett') });
});

test('an environment file that must be there and is not fails the job, at its line', () => {
  const world = after(
    edit(running, DROP_IN, 'EnvironmentFile=-/etc/default/kubelet', 'EnvironmentFile=/etc/default/nothing'),
    reload,
  );
  const { world: next, trace } = step(world, restart);
  expect(trace).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('of unavailable resources') });
  expect(kubelet(next)).toMatchObject({ state: 'waiting', process: null });
  const line = trace.journal.find(({ text }) => text.includes('Failed to load environment files'));
  expect(line?.about).toMatchObject({ file: DROP_IN, line: 9 });
});

test('an unreadable environment line is named and passed over', () => {
  const world = after(
    running,
    write('/etc/default/kubelet', 'no assignment here\nKUBELET_EXTRA_ARGS=--v=3\n'),
    restart,
  );
  expect(kubelet(world)).toMatchObject({ state: 'running', process: { verbosity: 3 } });
});

test.each([
  ['a wrong type', CONFIG, 'memorySwap: {}', 'memorySwap: 7'],
  ['broken YAML', CONFIG, 'cgroupDriver: systemd', 'cgroupDriver: a: b'],
  ['a value out of range', CONFIG, 'healthzPort: 10248', 'healthzPort: 70000'],
  ['a flag that is not known', '/etc/default/kubelet', 'KUBELET_EXTRA_ARGS=', 'KUBELET_EXTRA_ARGS=--bogus'],
  ['a flag without its value', DROP_IN, '/config.yaml"', '/config.yaml --v=x"'],
])('the error of %s leads to its line', (_name, path, from, to) => {
  const world = after(edit(running, path, from, to), reload, restart);
  expect(kubelet(world)).toMatchObject({ state: 'waiting', lastExit: { code: 1 } });
  const line = nodeOf(world).host.journal.findLast(({ about }) => about !== undefined);
  expect(line?.about).toMatchObject({ file: path, line: lineOf(world, path, to) });
  expect(line?.text.replaceAll('\\"', '"')).toContain(kubelet(world).lastExit?.error.split('\n')[0]);
});
