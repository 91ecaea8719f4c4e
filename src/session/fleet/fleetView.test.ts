import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES, fleetWorld } from '#engine/world/bases.ts';
import { drifted } from '#engine/world/fleetDrift.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { fleetView } from './fleetView.ts';

const NOON = parseTime('2026-11-24T12:00:00Z');
const { world: small } = BASES['kubeadm-cluster'](NOON);
const RUNNING = step(small, { type: 'start', node: 'node01', unit: 'kubelet.service' }).world;

function withConfigMap(world: World, change: (text: string) => string): World {
  const object = world.cluster.objects['ConfigMap/kube-system/kubelet-config'] ?? {};
  const data = { kubelet: change(String(Object.values(object.data ?? {})[0] ?? '')) };
  return step(world, { type: 'apply', object: { ...object, data } }).world;
}

const rowOf = (world: World, name: string) => fleetView(world, 'node01').nodes.find((node) => node.name === name);

test('a fresh cluster is as its ConfigMap says, whatever each machine has of its own', () => {
  const view = fleetView(RUNNING, 'node01');
  expect(view.words).toBe('All 3 nodes are as the ConfigMap kubelet-config says.');
  expect(view.nodes.map(({ name, standing, drift }) => [name, standing, drift.length])).toEqual([
    ['controlplane', 'Ready', 0],
    ['node01', 'Ready', 0],
    ['node02', 'Ready', 0],
  ]);
  expect(rowOf(RUNNING, 'node02')?.glance).toMatchObject({
    anonymous: { text: 'off', risky: false },
    authorization: { text: 'Webhook', risky: false },
    readOnlyPort: { text: 'closed', risky: false },
  });
});

test('an edited ConfigMap leaves every node behind until kubeadm and a restart bring it', () => {
  const edited = withConfigMap(RUNNING, (text) => `${text}maxPods: 60\n`);
  expect(fleetView(edited, 'node01').words).toBe('3 of 3 nodes are not as the ConfigMap kubelet-config says.');
  expect(rowOf(edited, 'node02')?.drift).toMatchObject([
    { path: 'maxPods', wanted: '60', file: null, inForce: { text: '110' }, risky: false },
  ]);
  expect(rowOf(edited, 'node02')?.drift[0]?.why).toContain('kubeadm upgrade node phase kubelet-config on node02');
});

test('how a node drifted: by its file, by a flag, by a file that waits for its restart', () => {
  const world = drifted(fleetWorld(78, NOON).world);
  const drift = (name: string) => rowOf(world, name)?.drift;
  expect(drift('node07')).toMatchObject([
    { path: 'authentication.anonymous.enabled', wanted: 'false', file: 'true', inForce: { text: 'true' }, risky: true },
  ]);
  expect(drift('node23')).toMatchObject([
    { path: 'readOnlyPort', file: null, inForce: { text: '10255' }, risky: true },
  ]);
  expect(drift('node23')?.[0]?.why).toContain('A flag wins over the file');
  expect(drift('node42')).toMatchObject([
    { path: 'authorization.mode', file: 'AlwaysAllow', inForce: { text: 'Webhook' }, risky: true },
  ]);
  expect(drift('node42')?.[0]?.why).toContain('loses it when it restarts');
  expect(drift('node77')).toMatchObject([{ path: 'maxPods', wanted: '110', file: '50', inForce: { text: '50' } }]);
  expect(rowOf(world, 'node58')).toMatchObject({ version: '1.34.9', drift: [] });
  expect(rowOf(world, 'node64')).toMatchObject({ glance: null, drift: [] });
});

test('without a ConfigMap, or with one that no kubelet would take, nothing is compared', () => {
  const object = { kind: 'ConfigMap', namespace: 'kube-system', name: 'kubelet-config' };
  const gone = step(RUNNING, { type: 'delete', object }).world;
  expect(fleetView(gone, 'node01')).toMatchObject({ compared: false, words: expect.stringContaining('no ConfigMap') });
  const broken = withConfigMap(RUNNING, () => 'kind: [');
  expect(fleetView(broken, 'node01')).toMatchObject({ compared: false, words: expect.stringContaining('No kubelet') });
});
