import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorldEvent } from '#engine/world/event.ts';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { systemctl } from './systemctl.ts';
import { UNMODELLED_VERBS, VERBS } from './verbs.table.ts';

const node = 'node01';
const run = (line: string, world = WARM, change = {}) => runLine(systemctl, line, world, change);
const after = (line: string, world = WARM) => worldAfter(world, run(line, world).events);
const write = (path: string, text: string): WorldEvent => ({ type: 'write', node, path, text });
const broken = worldAfter(WARM, [write('/var/lib/kubelet/config.yaml', 'x: [')]);
const HEAD = `kubelet.service - kubelet: The Kubernetes Node Agent
     Loaded: loaded (/usr/lib/systemd/system/kubelet.service; enabled; preset: enabled)
    Drop-In: /usr/lib/systemd/system/kubelet.service.d
             └─10-kubeadm.conf
     Active: `;

test('status of a unit that runs, with its last lines', () => {
  const later = worldAfter(WARM, [{ type: 'advance', milliseconds: 301_000 }]);
  const pid = WARM.nodes[node]?.kubelet.process?.pid ?? 0;
  const { stdout, exitCode } = run('status kubelet -n 1', later);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/\n\nNov 24 12:00:00 node01 kubelet\[\d+\]: I1124 [^\n]*\n$/);
  expect(stdout.split('\n\n')[0]).toBe(`● ${HEAD}active (running) since Tue 2026-11-24 12:00:00 UTC; 5min ago
       Docs: https://kubernetes.io/docs/
   Main PID: ${pid} (kubelet)
     CGroup: /system.slice/kubelet.service
             └─${pid} /usr/bin/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf --kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml`);
});

test('on a terminal long lines are cut at its width, unless -l', () => {
  const terminal = { stdin: true, stdout: true, columns: 80 };
  const narrow = run('status kubelet', WARM, { terminal }).stdout;
  const cgroup = narrow.split('\n').find((line) => line.includes('/usr/bin/kubelet --')) ?? '';
  expect([...cgroup].length).toBe(80);
  expect(cgroup.endsWith('…')).toBe(true);
  expect(narrow).toMatch(/Hint: Some lines were ellipsized, use -l to show in full\.\n$/);
  expect(run('status -l kubelet', WARM, { terminal }).stdout).toBe(run('status kubelet').stdout);
});

test('status of a crash loop, of a failed start limit and of what was stopped', () => {
  const looping = after('restart kubelet', broken);
  const pid = looping.nodes[node]?.kubelet.ended?.pid ?? 0;
  const { stdout, exitCode } = run('status kubelet', looping);
  expect(exitCode).toBe(3);
  expect(stdout).toContain(
    `● ${HEAD}activating (auto-restart) (Result: exit-code) since Tue 2026-11-24 12:00:00 UTC; now`,
  );
  expect(stdout).toContain(`   Main PID: ${pid} (code=exited, status=1/FAILURE)`);
  expect(stdout).toContain(`Process: ${pid} ExecStart=/usr/bin/kubelet $KUBELET_KUBECONFIG_ARGS `);
  expect(stdout).toMatch(/Failed with result 'exit-code'\.\n$/);
  expect(run('status kubelet', after('stop kubelet', looping)).stdout).toContain(`○ ${HEAD}inactive (dead) since `);
});

test('a unit that changed on the disk is warned of, and read again by daemon-reload', () => {
  const changed = worldAfter(WARM, [
    { type: 'advance', milliseconds: 1000 },
    write('/etc/systemd/system/kubelet.service.d/20-x.conf', '[Service]\nRestartSec=1\n'),
  ]);
  const warning = "kubelet.service changed on disk. Run 'systemctl daemon-reload' to reload units.\n";
  expect(run('status kubelet', changed).stderr).toContain(warning);
  expect(run('restart kubelet', changed).stderr).toContain(warning);
  expect(run('cat kubelet', changed).stderr).toMatch(
    /^# Warning: kubelet.service changed on disk, the version systemd/,
  );
  expect(run('show -p NeedDaemonReload kubelet', changed).stdout).toBe('NeedDaemonReload=yes\n');
  const loaded = after('daemon-reload', changed);
  expect(run('status kubelet', loaded)).toMatchObject({ stderr: '' });
  expect(run('show kubelet -P RestartUSec', loaded).stdout).toBe('1s\n');
  expect(run('status kubelet', loaded).stdout).toContain(
    '/etc/systemd/system/kubelet.service.d\n             └─20-x.conf\n',
  );
});

test.each([
  ['is-active kubelet', 'active\n', '', 0],
  ['is-active foo', 'inactive\n', '', 4],
  ['is-failed kubelet', 'active\n', '', 1],
  ['is-enabled kubelet', 'enabled\n', '', 0],
  ['is-enabled nope', '', 'Failed to get unit file state for nope.service: No such file or directory\n', 1],
  ['status foo', '', 'Unit foo.service could not be found.\n', 4],
  ['start foo', '', 'Failed to start foo.service: Unit foo.service not found.\n', 5],
  ['stop foo', '', 'Failed to stop foo.service: Unit foo.service not loaded.\n', 5],
  ['cat foo', '', 'No files found for foo.service.\n', 1],
  ['foo', '', "Unknown command verb 'foo'.\n", 1],
  ['restart', '', 'Too few arguments.\n', 1],
  ['-z', '', "systemctl: invalid option -- 'z'\n", 1],
  ['--foo', '', "systemctl: unrecognized option '--foo'\n", 1],
  ['enable nope', '', 'Failed to enable unit: Unit file nope.service does not exist.\n', 1],
  ['show -p MainPID,Result --value foo', '', '', 0],
  ['reboot', '', 'portside: systemctl reboot is not modelled.\n', 1],
  [
    'stop containerd',
    '',
    'portside: containerd.service runs here from boot to end: systemctl stop is modelled for kubelet.service only.\n',
    1,
  ],
])('%s', (line, stdout, stderr, exitCode) => {
  expect(run(line)).toMatchObject({ stdout, stderr, exitCode });
});

test('units are enabled, disabled, masked and unmasked as systemd says it', () => {
  const disabled = run('disable --now kubelet');
  expect(disabled.stderr).toBe('Removed "/etc/systemd/system/multi-user.target.wants/kubelet.service".\n');
  const off = worldAfter(WARM, disabled.events);
  expect(run('is-active kubelet', off)).toMatchObject({ stdout: 'inactive\n', exitCode: 3 });
  expect(run('is-enabled kubelet', off)).toMatchObject({ stdout: 'disabled\n', exitCode: 1 });
  const masked = after('mask kubelet', off);
  expect(run('start kubelet', masked).stderr).toBe(
    'Failed to start kubelet.service: Unit kubelet.service is masked.\n',
  );
  expect(run('status kubelet', masked).stdout).toContain(
    '     Loaded: masked (Reason: Unit kubelet.service is masked.)\n',
  );
  const back = after('enable --now kubelet', after('unmask kubelet', masked));
  expect(run('is-active kubelet', back).stdout).toBe('active\n');
  expect(run('is-enabled kubelet', back).stdout).toBe('enabled\n');
});

test('enabling reads the unit files again, as it does on a real node', () => {
  const changed = worldAfter(WARM, [
    write('/etc/systemd/system/kubelet.service.d/9.conf', '[Service]\nRestartSec=7\n'),
  ]);
  expect(run('show -P RestartUSec kubelet', after('enable kubelet', changed)).stdout).toBe('7s\n');
});

test('a drop-in of one’s own is edited, saved and read', () => {
  const opened = run('edit kubelet');
  expect(opened.then).toMatchObject({ kind: 'edit-text', line: 'systemctl edit --stdin kubelet.service' });
  const text = opened.then?.kind === 'edit-text' ? opened.then.text : '';
  const saved = run('edit --stdin kubelet', WARM, { stdin: text.replace('\n\n', '\n[Service]\nRestartSec=3\n') });
  expect(run('show -P RestartUSec kubelet', worldAfter(WARM, saved.events)).stdout).toBe('3s\n');
  expect(run('edit --stdin kubelet', WARM, { stdin: text })).toMatchObject({ events: [], exitCode: 0 });
});

test('a signal ends the kubelet, and systemd starts it again', () => {
  const killed = after('kill -s KILL kubelet');
  expect(run('status kubelet', killed).stdout).toContain('(Result: signal)');
  expect(run('status kubelet', killed).stdout).toContain('(code=killed, signal=KILL)');
});

test('words complete to verbs, units and options', () => {
  const complete = (...words: string[]) => systemctl.complete?.(words, contextOf(WARM)).map(({ insert }) => insert);
  expect(complete('daem')).toEqual(['daemon-reload']);
  expect(complete('status', 'ku')).toEqual(['kubelet.service']);
  expect(complete('status', '--no-p')).toEqual(['--no-pager']);
});

test('any arguments give an answer', () => {
  const word = fc.oneof(
    fc.constantFrom(...VERBS, ...UNMODELLED_VERBS, 'kubelet', 'ssh', '-p', '--now', '-n', '*'),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) => {
      const { exitCode } = systemctl.run(words, contextOf(WARM));
      return Number.isInteger(exitCode);
    }),
    { numRuns: 60 },
  );
});
