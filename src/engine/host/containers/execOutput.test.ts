import { expect, test } from 'vitest';
import { BASES } from '../../world/bases.ts';
import { step } from '../../world/step.ts';
import { execOutput } from './execOutput.ts';

const base = BASES['kubeadm-node'](1795510800000);
const world = step(base.world, { type: 'start', node: 'node01', unit: 'kubelet' }).world;
const PLACE = { namespace: 'default', pod: 'web-node01', container: 'nginx' };
const exec = (argv: readonly string[], stdin = '') => execOutput(world, 'node01', PLACE, argv, stdin);

test('a command says what it says, and with which code it ended', () => {
  expect(exec(['sh', '-c', 'echo out; echo err >&2; exit 3'])).toMatchObject({
    stdout: 'out\n',
    stderr: 'err\n',
    exitCode: 3,
    error: null,
  });
});

test('a shell without -c takes its commands from its input', () => {
  expect(exec(['sh'], 'echo $DB_PASSWORD\n')).toMatchObject({ stdout: 's3cr3t\n', exitCode: 0 });
  expect(exec(['sh'])).toMatchObject({ stdout: '', exitCode: 0 });
});

test('what is not installed does not start, in the words of containerd and runc', () => {
  expect(exec(['nosuch'])?.error).toMatch(
    /^Internal error occurred: error executing command in container: failed to exec in container: failed to start exec "[0-9a-f]{64}": OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in \$PATH: unknown$/,
  );
});

test('what never ends has no end, and another container is none', () => {
  expect(exec(['sh', '-c', 'while true; do echo x; sleep 1000; done'])?.lasts).toBeNull();
  expect(execOutput(world, 'node01', { ...PLACE, container: 'none' }, ['id'])).toBeNull();
  expect(execOutput(world, 'nowhere', PLACE, ['id'])).toBeNull();
});
