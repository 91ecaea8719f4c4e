import { expect, test } from 'vitest';
import { readText } from '#engine/host/files.ts';
import { step } from '#engine/world/step.ts';
import { sandbox } from '../../sandbox.ts';
import { startWorld } from '../../startWorld.ts';
import { effectiveFinding, sourceFinding } from './settings.ts';

const CONFIG = '/var/lib/kubelet/config.yaml';
const { world, node } = startWorld(sandbox('kubeadm-node'));
const text = readText(world.nodes[node]?.host.files ?? {}, CONFIG);
const gated = [
  { type: 'write', node, path: CONFIG, text: `${text}featureGates:\n  ContainerCheckpoint: false\n` },
  { type: 'restart', node, unit: 'kubelet' },
] as const;

test('a feature gate is a field like others, whether it was written or not', () => {
  const after = gated.reduce((now, event) => step(now, event).world, world);
  const given = { world: after, home: node, reply: null, sent: () => [] };
  const path = 'featureGates.ContainerCheckpoint';
  expect(effectiveFinding({ check: 'effective', path, is: false }, given).holds).toBe(true);
  expect(effectiveFinding({ check: 'effective', path, is: true }, given).words).toMatch(
    /got false\. .*config\.yaml line/,
  );
  expect(sourceFinding({ check: 'source', path, from: 'file' }, given).holds).toBe(true);
  const gate = 'featureGates.KubeletFineGrainedAuthz';
  expect(effectiveFinding({ check: 'effective', path: gate, is: true }, given).holds).toBe(true);
  expect(sourceFinding({ check: 'source', path: gate, from: 'default' }, given).holds).toBe(true);
});

const ENV = '/etc/default/kubelet';
const started = (path: string, text: string) =>
  [{ type: 'write', node, path, text } as const, { type: 'restart', node, unit: 'kubelet' } as const].reduce(
    (now, event) => step(now, event).world,
    world,
  );

test('a number may be wanted to be more than another: 0 is no limit of processes', () => {
  const check = { check: 'effective', path: 'podPidsLimit', moreThan: 0 } as const;
  const given = { home: node, reply: null, sent: () => [] };
  const found = (value: string) =>
    effectiveFinding(check, { ...given, world: started(CONFIG, `${text}podPidsLimit: ${value}\n`) });
  expect(['4096', '0', '-1'].map((value) => found(value).holds)).toEqual([true, false, false]);
  expect(found('0').words).toMatch(/^Expected podPidsLimit to be more than 0, got 0\. In force: podPidsLimit 0/);
});

test('--seccomp-default does what its field does, and does not set it', () => {
  const after = started(ENV, 'KUBELET_EXTRA_ARGS=--seccomp-default\n');
  const given = { world: after, home: node, reply: null, sent: () => [] };
  const check = { check: 'effective', path: 'seccompDefault', is: true } as const;
  expect(effectiveFinding(check, given).words).toBe(
    '--seccomp-default=true, default/kubelet line 1: it does what seccompDefault does.',
  );
  expect(effectiveFinding(check, { ...given, world }).holds).toBe(false);
});

test('a finding names the node where it is not the learner’s own', () => {
  const check = { check: 'effective', path: 'readOnlyPort', is: 10255, node: 'controlplane' } as const;
  const given = { world, home: node, reply: null, sent: () => [] };
  expect(effectiveFinding(check, given).words).toMatch(/^Expected readOnlyPort on controlplane to be 10255, got 0/);
});
