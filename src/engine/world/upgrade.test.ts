import { expect, test } from 'vitest';
import { KUBELET_UNIT } from '../host/unit.ts';
import type { HttpRequest } from '../kubelet/exchange.ts';
import { parseTime } from '../time.ts';
import { versionChanges } from '../versions/changes.ts';
import { BASES } from './bases.ts';
import type { WorldEvent } from './event.ts';
import { step } from './step.ts';
import type { World } from './world.ts';

const base = BASES['kubeadm-node'](parseTime('2026-11-24T09:00:00Z'));
const node = base.node;
const after = (world: World, ...events: readonly WorldEvent[]) =>
  events.reduce((sofar, event) => step(sofar, event).world, world);
const started = after(
  base.world,
  { type: 'daemon-reload', node },
  { type: 'start', node, unit: KUBELET_UNIT },
  { type: 'advance', milliseconds: 1000 },
);

function redirected(world: World): number {
  const request: HttpRequest = {
    address: '127.0.0.1',
    port: 10250,
    scheme: 'https',
    method: 'GET',
    path: '//pods',
    headers: [],
  };
  const { trace } = step(world, { type: 'request', node, request });
  return trace.kind === 'request' && trace.answer.kind === 'http' ? trace.answer.status : 0;
}

test('what runs stays what it was until it is started again', () => {
  const installed = after(started, { type: 'upgrade', node, version: '1.34.9' });
  const kubelet = installed.nodes[node]?.kubelet;
  expect(kubelet).toMatchObject({ version: '1.34.9', process: { version: '1.36.3' } });
  expect(redirected(installed)).toBe(307);
  const again = after(
    installed,
    { type: 'restart', node, unit: KUBELET_UNIT },
    { type: 'advance', milliseconds: 1000 },
  );
  expect(again.nodes[node]?.kubelet).toMatchObject({ state: 'running', process: { version: '1.34.9' } });
  expect(redirected(again)).toBe(301);
});

test('every version runs on a fresh node', () => {
  for (const version of ['1.36.3', '1.34.9', '1.31.14']) {
    const world = after(
      started,
      { type: 'upgrade', node, version },
      { type: 'restart', node, unit: KUBELET_UNIT },
      { type: 'advance', milliseconds: 1000 },
    );
    expect(world.nodes[node]?.kubelet).toMatchObject({ state: 'running', process: { version } });
  }
});

test('dpkg keeps a log; an unknown version or node changes nothing', () => {
  const files = after(started, { type: 'upgrade', node, version: '1.31.14' }).nodes[node]?.host.files ?? {};
  const log = files['/var/log/dpkg.log'];
  expect(log?.kind === 'file' && log.text).toContain('upgrade kubelet:amd64 1.36.3-1.1 1.31.14-1.1\n');
  const refused = step(started, { type: 'upgrade', node, version: '1.99.0' });
  expect(refused.world).toBe(started);
  expect(refused.trace).toMatchObject({
    exitCode: 100,
    stderr: "E: Version '1.99.0-1.1' for 'kubelet' was not found\n",
  });
  expect(step(started, { type: 'upgrade', node: 'nowhere', version: '1.34.9' }).trace).toMatchObject({ exitCode: 1 });
  expect(step(started, { type: 'upgrade', node, version: '1.36.3' }).world).toBe(started);
});

test('the learner is told what a switch changes', () => {
  expect(versionChanges('1.36.3', '1.34.9').length).toBeGreaterThan(5);
});
