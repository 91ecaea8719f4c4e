import { expect, test } from 'vitest';
import { step } from '#engine/world/step.ts';
import { sandbox } from '../../sandbox.ts';
import { startWorld } from '../../startWorld.ts';
import { manifestSays } from './apiServerManifest.ts';

const MANIFEST = '/etc/kubernetes/manifests/kube-apiserver.yaml';
const { world } = startWorld(sandbox('kubeadm-node'));
const entry = world.nodes['controlplane']?.host.files[MANIFEST];
const text = entry?.kind === 'file' ? entry.text : '';

function says(edited: string, flag: string): string {
  return manifestSays(step(world, { type: 'write', node: 'controlplane', path: MANIFEST, text: edited }).world, flag);
}

test('a certificate without its key counts for nothing, and what is missing is the key', () => {
  const flag = 'kubelet-client-certificate';
  expect(says(text, flag)).toMatch(/^On controlplane, kube-apiserver.yaml line \d+ says --kubelet-client-certificate=/);
  expect(says(text.replace(/.*--kubelet-client-key=.*\n/, ''), flag)).toBe(
    'Its manifest, kube-apiserver.yaml on controlplane, does not name --kubelet-client-key.',
  );
});

test('a line that is a comment says nothing', () => {
  expect(says(text.replace(/- (--kubelet-client-certificate)/, '# - $1'), 'kubelet-client-certificate')).toBe(
    'Its manifest, kube-apiserver.yaml on controlplane, does not name --kubelet-client-certificate.',
  );
});
