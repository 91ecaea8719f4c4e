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
