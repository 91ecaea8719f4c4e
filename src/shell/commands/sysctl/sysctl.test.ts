import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, runLine, worldAfter } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { sysctl } from './sysctl.ts';

const run = (line: string, world = WARM) => runLine(sysctl, line, world);

test.each([
  ['kernel.panic', 'kernel.panic = 10\n', '', 0],
  ['kernel/panic', 'kernel.panic = 10\n', '', 0],
  ['-n kernel.panic', '10\n', '', 0],
  ['kernel.nope', '', 'sysctl: cannot stat /proc/sys/kernel/nope: No such file or directory\n', 1],
  ['-e kernel.nope', '', '', 0],
  ['-p /nope', '', 'sysctl: cannot open "/nope": No such file or directory\n', 1],
  ['-w foo=x', '', 'sysctl: cannot stat /proc/sys/foo: No such file or directory\n', 1],
])('%s', (line, stdout, stderr, exitCode) => {
  expect(run(line)).toMatchObject({ stdout, stderr, exitCode });
});

test('values are set by hand and from files, and a kubelet that minds them sees', () => {
  const { stdout, events } = run('-w kernel.panic=5');
  expect(stdout).toBe('kernel.panic = 5\n');
  const set = worldAfter(WARM, events);
  expect(run('kernel.panic', set).stdout).toBe('kernel.panic = 5\n');
  const filed = worldAfter(set, [
    {
      type: 'write',
      node: 'node01',
      path: '/etc/sysctl.d/90-kubelet.conf',
      text: '# kubelet\nvm.overcommit_memory=1\nkernel.panic = 10\n',
    },
  ]);
  const told = run('--system', filed);
  expect(told.stdout).toBe(
    '* Applying /etc/sysctl.d/90-kubelet.conf ...\nvm.overcommit_memory = 1\nkernel.panic = 10\n',
  );
  expect(run('-n kernel.panic', worldAfter(filed, told.events)).stdout).toBe('10\n');
});

test('any arguments give an answer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('-a', '-p', '-w', 'kernel.panic=1')), {
        maxLength: 4,
      }),
      (words) => Number.isInteger(sysctl.run(words, contextOf(WARM)).exitCode),
    ),
    { numRuns: 60 },
  );
});
