import { expect, test } from 'vitest';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { kubectl } from '#shell/commands/kubectl/kubectl.ts';
import { sandbox } from '../sandbox.ts';
import { startWorld } from '../startWorld.ts';
import { logsView } from './sessionLogs.ts';

const { world, node } = startWorld(sandbox('kubeadm-node'));
const CONFIG = '/var/lib/kubelet/config.yaml';

function configured(change: (text: string) => string): World {
  const entry = world.nodes[node]?.host.files[CONFIG];
  const text = change(entry?.kind === 'file' ? entry.text : '');
  const written = step(world, { type: 'write', node, path: CONFIG, text }).world;
  return step(written, { type: 'restart', node, unit: 'kubelet.service' }).world;
}

function brokenAt(of: World): string | undefined {
  return logsView(kubectl, of, node, null).hops.find(({ standing }) => standing === 'broken')?.id;
}

test('on a good node every hop lets the log pass', () => {
  const logs = logsView(kubectl, world, node, null);
  expect(logs).toMatchObject({ target: 'default/web-node01/nginx', works: true, exitCode: 0 });
  expect(logs.hops.map(({ standing }) => standing)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed']);
});

test('the hop that ends it is named, with what kubectl prints', () => {
  const stranger = configured((text) => text.replace(/ *clientCAFile: .*\n/, ''));
  expect(brokenAt(stranger)).toBe('identity');
  expect(logsView(kubectl, stranger, node, null).printed).toContain('You must be logged in to the server');
  expect(brokenAt(step(world, { type: 'stop', node, unit: 'kubelet.service' }).world)).toBe('connection');
  expect(brokenAt(configured((text) => `${text}enableDebuggingHandlers: false\n`))).toBe('container');
  expect(brokenAt(step(world, { type: 'reachable', reachable: false }).world)).toBe('kubectl');
  const unbound = step(world, {
    type: 'delete',
    object: { kind: 'ClusterRoleBinding', namespace: '', name: 'kubeadm:apiserver-kubelet-client' },
  }).world;
  expect(brokenAt(unbound)).toBe('rights');
});

test('a log that nobody has is asked for no more: the first one takes its place', () => {
  expect(logsView(kubectl, world, node, 'default/gone/none').target).toBe('default/web-node01/nginx');
});
