import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { ps } from './ps.ts';

const run = (line: string, change = {}) => runLine(ps, line, WARM, change);
const process = WARM.nodes.node01?.kubelet.process;
const pid = process?.pid ?? 0;
const argv = process?.argv.map(({ text }) => text).join(' ') ?? '';

test('the usual lists have procps’ columns', () => {
  expect(run('aux').stdout.split('\n')[0]).toBe(
    'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
  );
  expect(run('-ef').stdout.split('\n')[0]).toBe('UID          PID    PPID  C STIME TTY          TIME CMD');
  expect(run('-ef').stdout).toMatch(
    new RegExp(`\\nroot {2,}${pid} {2,}1 {2}\\d 12:00 \\? {8}00:00:00 /usr/bin/kubelet --`),
  );
  expect(run('').stdout).toMatch(/^ {4}PID TTY {10}TIME CMD\n {4}745 pts\/0 {4}00:00:0\d bash\n/);
});

test('columns, processes and headers are chosen', () => {
  expect(run('-o pid,args -C kubelet').stdout).toBe(`    PID COMMAND\n${String(pid).padStart(7)} ${argv}\n`);
  expect(run(`-p ${pid} -o args=`).stdout).toBe(`${argv}\n`);
  expect(run(`-o user=,comm= -p ${pid}`).stdout).toBe('root     kubelet\n');
  expect(run('-p 99999')).toMatchObject({ exitCode: 1, stdout: '    PID TTY          TIME CMD\n' });
});

test('a terminal cuts lines at its width, unless told to be wide', () => {
  const terminal = { stdin: true, stdout: true, columns: 80 };
  const longest = (line: string) =>
    Math.max(
      ...run(line, { terminal })
        .stdout.split('\n')
        .map((one) => one.length),
    );
  expect(longest('aux')).toBe(80);
  expect(longest('auxww')).toBeGreaterThan(132);
});

test.each([
  ['-z', 'error: unsupported SysV option\n'],
  ['-o foo', 'error: unknown user-defined format specifier "foo"\n'],
  ['--foo', 'error: unknown gnu long option\n'],
])('%s is refused', (line, stderr) => {
  expect(run(line)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(stderr) });
});

test('containers run below their shims, also while no kubelet does', () => {
  const stopped = worldAfter(WARM, [{ type: 'stop', node: 'node01', unit: 'kubelet.service' }]);
  const { stdout } = runLine(ps, '-ef --forest', stopped);
  expect(stdout).toContain(' \\_ nginx');
  expect(stdout).not.toContain('/usr/bin/kubelet');
});

test('any arguments give an answer', () => {
  const word = fc.oneof(fc.constantFrom('aux', '-ef', '-o', '-p', 'pid'), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (words) => Number.isInteger(ps.run(words, contextOf(WARM)).exitCode)),
    { numRuns: 60 },
  );
});
