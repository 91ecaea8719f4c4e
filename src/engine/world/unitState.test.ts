import { expect, test } from 'vitest';
import { after, base, NODE, nodeOf, start, started, write } from './playground.fixture.ts';
import { step } from './step.ts';

test('units are enabled and disabled, and nothing else happens', () => {
  const world = after(started(), { type: 'disable', node: NODE, unit: 'kubelet.service' });
  expect(nodeOf(world).host.enabled).toEqual({ 'kubelet.service': false });
  expect(nodeOf(world).kubelet.state).toBe('running');
});

test('reset-failed forgets the starts that a limit counts', () => {
  const failed = after(base('lecture-node').world, write('/etc/kubernetes/kubelet.conf', 'x'), start);
  expect(nodeOf(failed).kubelet.starts.length).toBe(1);
  const world = after(failed, { type: 'reset-failed', node: NODE, unit: 'kubelet.service' });
  expect(nodeOf(world).kubelet.starts).toEqual([]);
  expect(step(failed, { type: 'reset-failed', node: 'nowhere', unit: 'x' }).trace).toMatchObject({ exitCode: 1 });
});
