import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { NOON, WARM } from '../nodeWorld.fixture.ts';
import { journalctl } from './journalctl.ts';
import { JOURNALCTL_OPTIONS } from './options.table.ts';

const node = 'node01';
const later = worldAfter(WARM, [
  { type: 'advance', milliseconds: 60_000 },
  { type: 'write', node, path: '/var/lib/kubelet/config.yaml', text: 'x: [' },
  { type: 'restart', node, unit: 'kubelet.service' },
]);
const run = (line: string, world = later) => runLine(journalctl, line, world);
const lines = (line: string) => run(line).stdout.split('\n').slice(0, -1);

test('lines are what a journal shows of a kubelet', () => {
  const [first, ...systemd] = lines('-u kubelet -n 3');
  expect(first).toMatch(
    /^Nov 24 12:01:00 node01 kubelet\[(\d+)\]: E1124 12:01:00\.000000 {5}\1 run\.go:72\] "command failed" err="/,
  );
  expect(systemd).toEqual([
    'Nov 24 12:01:00 node01 systemd[1]: kubelet.service: Main process exited, code=exited, status=1/FAILURE',
    "Nov 24 12:01:00 node01 systemd[1]: kubelet.service: Failed with result 'exit-code'.",
  ]);
});

test.each([
  ['-o cat -n 1', "kubelet.service: Failed with result 'exit-code'."],
  [
    '-o short-iso -n 1',
    "2026-11-24T12:01:00+00:00 node01 systemd[1]: kubelet.service: Failed with result 'exit-code'.",
  ],
  [
    '-o short-precise --no-hostname -n1',
    "Nov 24 12:01:00.000000 systemd[1]: kubelet.service: Failed with result 'exit-code'.",
  ],
  ['-u kubelet -r -n 1 -o cat', "kubelet.service: Failed with result 'exit-code'."],
])('%s', (options, line) => {
  expect(lines(options)).toEqual([line]);
});

test('priorities are journald’s: what the kubelet writes is info', () => {
  expect(run('-p err -u kubelet').stdout).toBe('-- No entries --\n');
  expect(lines('-p warning -o cat')).toEqual(["kubelet.service: Failed with result 'exit-code'."]);
  expect(JSON.parse(run('-o json -n 1').stdout)).toMatchObject({ PRIORITY: '4', UNIT: 'kubelet.service', _PID: '1' });
});

test('times, patterns and matches choose', () => {
  expect(lines('--since 12:00:30').length).toBeGreaterThan(3);
  expect(lines("--since '1 min ago' --until '2026-11-24 12:00:30'").every((line) => line.includes('12:00:00'))).toBe(
    true,
  );
  expect(lines('-g FAILED -o cat')).toEqual(['-- No entries --']);
  expect(run('-g FAILED').exitCode).toBe(1);
  expect(lines('-g failed -o cat').length).toBe(2);
  expect(lines('_PID=1 -o cat').every((line) => !line.startsWith('I1124'))).toBe(true);
  expect(lines('-u kube* -n 2').length).toBe(2);
  expect(run('-u nope')).toMatchObject({ stdout: '-- No entries --\n', exitCode: 0 });
  expect(lines(`--since @${NOON / 1000 + 61}`)).toEqual(['-- No entries --']);
});

test('-x explains what systemd said', () => {
  expect(run('-xeu kubelet -n 1').stdout).toContain(
    "░░ Subject: Unit failed\n░░ Defined-By: systemd\n░░ Support: http://www.ubuntu.com/support\n░░ \n░░ The unit kubelet.service has entered the 'failed' state with result 'exit-code'.\n",
  );
});

test('a followed journal prints what comes, once', () => {
  const { then, stdout } = run('-fu kubelet -o cat', WARM);
  expect(stdout.split('\n').length).toBe(11);
  if (then?.kind !== 'follow') throw new Error('nothing is followed');
  const first = then.follower.look(WARM);
  expect(first.text).toBe('');
  const second = first.next?.look(later);
  expect(second?.text).toContain('Main process exited');
  expect(second?.next?.look(later).text).toBe('');
});

test.each([
  ['-o foo', "Unknown output format 'foo'.\n"],
  ['--since foo', 'Failed to parse timestamp: foo\n'],
  ['-p foo', 'Unknown log level foo\n'],
  ['foo', "Failed to add match 'foo': Invalid argument\n"],
  ["-g '('", 'Bad pattern "(": missing closing parenthesis\n'],
  ['-b -1', 'Data from the specified boot (-1) is not available: No such boot ID in journal\n'],
  ['--since tomorrow --until today', '--since= must be before --until=.\n'],
  ['-Z', "journalctl: invalid option -- 'Z'\n"],
])('%s is refused', (line, stderr) => {
  expect(run(line)).toMatchObject({ stdout: '', stderr, exitCode: 1 });
});

test('any arguments give an answer', () => {
  const options = JOURNALCTL_OPTIONS.flatMap(({ short, long }) => [
    ...(short ? [`-${short}`] : []),
    ...(long ? [`--${long}`] : []),
  ]);
  const word = fc.oneof(fc.constantFrom(...options), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) =>
      Number.isInteger(journalctl.run(words, contextOf(later)).exitCode),
    ),
    { numRuns: 60 },
  );
});
