import { expect, test } from 'vitest';
import { settingAt } from '#engine/config/effective.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { sandbox } from '../sandbox.ts';
import { startWorld } from '../startWorld.ts';
import { afterUpgrade, nodesOf } from './fork.ts';

const { world, node } = startWorld(sandbox('kubeadm-node'));

function withConfigMap(kubelet: string): World {
  const metadata = { name: 'kubelet-config', namespace: 'kube-system' };
  return step(world, { type: 'apply', object: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { kubelet } } })
    .world;
}

const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

function anonymous(of: World): unknown {
  const process = of.nodes[node]?.kubelet.process;
  return process ? settingAt(process.config, 'authentication.anonymous.enabled')?.value : 'no kubelet';
}

test('the next upgrade writes what the ConfigMap says, and kubeadm\u2019s own defaults where it says nothing', () => {
  expect(anonymous(afterUpgrade(withConfigMap(`${HEAD}authentication: {anonymous: {enabled: true}}\n`), node))).toBe(
    true,
  );
  const bare = afterUpgrade(withConfigMap(HEAD), node);
  expect(anonymous(bare)).toBe(false);
  const file = bare.nodes[node]?.host.files['/var/lib/kubelet/config.yaml'];
  expect(file?.kind === 'file' ? file.text : '').toContain('clientCAFile: /etc/kubernetes/pki/ca.crt');
});

test('an upgrade reaches each node that is named', () => {
  const open = withConfigMap(`${HEAD}authentication: {anonymous: {enabled: true}}\n`);
  const later = afterUpgrade(open, ...nodesOf({ checks: [{ check: 'node-ready', node: 'controlplane' }] }, node));
  const of = (name: string): unknown => {
    const process = later.nodes[name]?.kubelet.process;
    return process ? settingAt(process.config, 'authentication.anonymous.enabled')?.value : 'no kubelet';
  };
  expect([of(node), of('controlplane')]).toEqual([true, true]);
  expect(nodesOf({ checks: [{ check: 'node-ready' }] }, node)).toEqual([node]);
});
