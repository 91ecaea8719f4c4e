import { expect, test } from 'vitest';
import { step } from '#engine/world/step.ts';
import { sandbox } from '../../sandbox.ts';
import { startWorld } from '../../startWorld.ts';
import { manifestSays, silence } from './apiServerManifest.ts';

const MANIFEST = '/etc/kubernetes/manifests/kube-apiserver.yaml';
const { world } = startWorld(sandbox('kubeadm-node'));
const entry = world.nodes.controlplane?.host.files[MANIFEST];
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

test('an API server that starts anew is not taken for one that ended', () => {
  const edited = (mode: string): string => {
    const written = step(world, {
      type: 'write',
      node: 'controlplane',
      path: MANIFEST,
      text: text.replace('--authorization-mode=Node,RBAC', `--authorization-mode=${mode}`),
    }).world;
    return silence(step(written, { type: 'advance', milliseconds: 1_000 }).world);
  };
  expect(edited('RBAC')).toBe(
    'The kube-apiserver of /etc/kubernetes/manifests/kube-apiserver.yaml on controlplane is starting, and does not answer yet.',
  );
  expect(edited('Nonsense')).toContain('said last: “');
});
