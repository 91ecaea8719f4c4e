import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { kubectl } from '../kubectl.ts';
import { drainablePods } from './drainablePods.ts';

const { world } = BASES['kubeadm-cluster'](parseTime('2026-11-24T09:00:00Z'));
const after = (where: World, events: readonly WorldEvent[]): World =>
  events.reduce((current, event) => step(current, event).world, where);

function run(where: World, ...words: readonly string[]) {
  const result = kubectl.run(words, {
    world: where,
    node: 'node01',
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin: '',
    terminal: { stdin: true, stdout: true, columns: 80 },
  });
  return { ...result, after: after(where, result.events) };
}

test('a node is drained of what may go; its static pods stay, and new pods go elsewhere', () => {
  const started = after(world, [
    { type: 'restart', node: 'node01', unit: 'kubelet.service' },
    { type: 'advance', milliseconds: 20_000 },
  ]);
  const bound = '--overrides={"spec":{"nodeName":"node01"}}';
  const busy = run(started, 'run', 'one', '--image=nginx', bound).after;
  const refused = run(busy, 'drain', 'node01');
  const why = 'cannot delete Pods that declare no controller (use --force to override): default/one';
  expect(refused).toMatchObject({ stdout: 'node/node01 cordoned\n', exitCode: 1 });
  expect(refused.stderr).toBe(
    `error: unable to drain node "node01" due to error: ${why}, continuing command...\n` +
      `There are pending nodes to be drained:\n node01\n${why}\n`,
  );
  const drained = run(refused.after, 'drain', 'node01', '--force', '--ignore-daemonsets');
  expect(drained).toMatchObject({
    stdout: 'node/node01 already cordoned\nevicting pod default/one\npod/one evicted\nnode/node01 drained\n',
    stderr: 'Warning: deleting Pods that declare no controller: default/one\n',
    exitCode: 0,
  });
  expect(run(drained.after, 'get', 'pods', '-o', 'name').stdout).toBe('pod/web-node01\n');
  const next = run(drained.after, 'run', 'two', '--image=nginx').after;
  expect(run(next, 'get', 'pod', 'two', '-o', 'jsonpath={.spec.nodeName}').stdout).toBe('node02');
});

test('pods are sorted by who looks after them, and by what would be lost', () => {
  const pod = (name: string, metadata = {}, spec = {}, phase = 'Running') => ({
    metadata: { name, namespace: 'a', ...metadata },
    spec,
    status: { phase },
  });
  const owned = (kind: string) => ({ ownerReferences: [{ kind, name: 'x', controller: true }] });
  const pods = [
    pod('daemon', owned('DaemonSet')),
    pod('mirror', { annotations: { 'kubernetes.io/config.mirror': 'x' } }),
    pod('scratch', owned('ReplicaSet'), { volumes: [{ name: 'v', emptyDir: {} }] }),
    pod('bare'),
    pod('done', {}, {}, 'Succeeded'),
  ];
  const no = { force: false, ignoreDaemonSets: false, deleteEmptyDir: false };
  expect(drainablePods(pods, no).errors).toEqual([
    'cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): a/daemon',
    'cannot delete Pods with local storage (use --delete-emptydir-data to override): a/scratch',
    'cannot delete Pods that declare no controller (use --force to override): a/bare',
  ]);
  const all = drainablePods(pods, { force: true, ignoreDaemonSets: true, deleteEmptyDir: true });
  expect(all.pods.map(({ metadata }) => metadata)).toMatchObject([
    { name: 'scratch' },
    { name: 'bare' },
    { name: 'done' },
  ]);
  expect(all.errors).toEqual([]);
});
