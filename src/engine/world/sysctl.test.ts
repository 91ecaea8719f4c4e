import { expect, test } from 'vitest';
import { NODE, nodeOf, started } from './playground.fixture.ts';
import { step } from './step.ts';

test('a kernel parameter that is there is set', () => {
  const world = started();
  const set = (name: string) => step(world, { type: 'sysctl', node: NODE, name, value: '0' });
  expect(nodeOf(set('kernel.panic').world).host.sysctls['kernel.panic']).toBe('0');
  expect(set('kernel.panic').trace).toMatchObject({ stdout: 'kernel.panic = 0\n', exitCode: 0 });
  expect(set('no.such').trace).toMatchObject({
    stderr: 'sysctl: cannot stat /proc/sys/no/such: No such file or directory\n',
    exitCode: 1,
  });
});
