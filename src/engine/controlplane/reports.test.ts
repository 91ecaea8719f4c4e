import { expect, test } from 'vitest';
import { KUBELET_UNIT } from '../host/unit.ts';
import { BASES } from '../world/bases.ts';
import type { WorldEvent } from '../world/event.ts';
import {
  after,
  base,
  CONFIG,
  NODE,
  NOON,
  restart,
  start,
  stop,
  textOf,
  wait,
  write,
} from '../world/playground.fixture.ts';
import { isReady, nodeCondition } from '../world/ready.ts';
import { step } from '../world/step.ts';
import type { World } from '../world/world.ts';
import { nodeWorkload } from './containersOf.ts';

const { world } = base();

test('a kubelet reports from its start on, and its node stays Ready for 40 s after its end', () => {
  expect(nodeCondition(world, NODE)).toMatchObject({ status: 'Unknown', reason: 'NodeStatusNeverUpdated' });
  const started = after(world, start);
  expect(started.cluster.reports?.[NODE]).toMatchObject({
    since: NOON,
    until: null,
    port: 10250,
    kubeletVersion: '1.36.3',
  });
  const stopped = after(started, wait(60), stop);
  expect(stopped.cluster.reports?.[NODE]).toMatchObject({ since: NOON, until: NOON + 60_000 });
  expect(stopped.cluster.reports?.[NODE]?.podStatuses['default/web-node01']).toMatchObject({ phase: 'Running' });
  expect([isReady(stopped, NODE), nodeCondition(stopped, NODE).status]).toEqual([false, 'True']);
  expect(nodeCondition(after(stopped, wait(39)), NODE).status).toBe('True');
  expect(nodeCondition(after(stopped, wait(40)), NODE)).toMatchObject({ status: 'Unknown', since: NOON + 100_000 });
  const again = after(stopped, wait(50), start);
  expect(nodeCondition(again, NODE)).toMatchObject({ status: 'True', since: NOON + 110_000 });
});

test('a restart within the grace is no gap; a kubelet that does not come up again ends the report', () => {
  const running = after(world, start, wait(10));
  const restarted = after(running, restart);
  expect(restarted.cluster.reports?.[NODE]).toMatchObject({ since: NOON, until: null });
  const broken = after(running, write(CONFIG, `${textOf(running, CONFIG)}nonsense`), restart);
  expect(broken.cluster.reports?.[NODE]?.until).toBe(NOON + 10_000);
});

test('a kubelet that ends while nobody hears it leaves how its pods were', () => {
  const away = after(world, start, wait(5), { type: 'reachable', reachable: false });
  expect(away.cluster.reports?.[NODE]).toMatchObject({ until: NOON + 5000, podStatuses: {} });
  const back = after(away, wait(5), stop, { type: 'reachable', reachable: true });
  expect(back.cluster.reports?.[NODE]?.podStatuses['default/web-node01']).toMatchObject({ phase: 'Running' });
});

test('static pods have mirror pods, owned by their node, and follow the manifests', () => {
  const running = after(world, start);
  const [pod] = running.cluster.reports?.[NODE]?.mirrorPods ?? [];
  expect(pod).toMatchObject({
    kind: 'Pod',
    metadata: { name: 'web-node01', namespace: 'default', ownerReferences: [{ kind: 'Node', name: NODE }] },
    spec: { nodeName: NODE },
  });
  const manifest = '/etc/kubernetes/manifests/web.yaml';
  const renamed = after(running, write(manifest, textOf(running, manifest).replace('name: web', 'name: web2')));
  expect(renamed.cluster.reports?.[NODE]?.mirrorPods).toMatchObject([{ metadata: { name: 'web2-node01' } }]);
});

test('whoever may not write its node’s status reports nothing', () => {
  const running = after(world, start);
  const cluster = { ...running.cluster, authorizationModes: ['RBAC'] };
  expect(isReady({ ...running, cluster }, NODE)).toBe(false);
  const away = step(running, { type: 'reachable', reachable: false }).world;
  expect(away.cluster.reports?.[NODE]?.until).toBe(NOON);
});

test('a kubelet registers its node when it starts, or as soon as it can', () => {
  const gone: WorldEvent = { type: 'delete', object: { kind: 'Node', namespace: '', name: NODE } };
  const has = (now: World): boolean => Object.hasOwn(now.cluster.objects, `Node//${NODE}`);
  const running = after(world, start, wait(5), gone, wait(5));
  expect(has(running)).toBe(false);
  expect(has(after(running, restart))).toBe(true);
  const away = after(world, gone, { type: 'reachable', reachable: false }, start, wait(5));
  expect(has(away)).toBe(false);
  expect(has(after(away, { type: 'reachable', reachable: true }))).toBe(true);
});

test('the other machines of a base report already', () => {
  const cluster = BASES['kubeadm-cluster'](NOON).world;
  expect(Object.keys(cluster.nodes)).toEqual(['controlplane', 'node01', 'node02']);
  expect(['controlplane', 'node01', 'node02'].map((name) => isReady(cluster, name))).toEqual([true, false, true]);
  const stopped = step(cluster, { type: 'stop', node: 'node02', unit: KUBELET_UNIT }).world;
  expect(stopped.cluster.reports?.node02?.until).toBe(NOON);
  expect(JSON.parse(JSON.stringify(stopped))).toEqual(stopped);
});

test('what the runtime runs for a kubelet that ended stays as it was', () => {
  const pod = (name: string): WorldEvent => ({
    type: 'apply',
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'default' },
      spec: { nodeName: NODE, containers: [{ name: 'main', image: 'nginx' }] },
    },
  });
  const names = (now: World): readonly string[] => nodeWorkload(now, NODE).pods.map(({ name }) => name);
  const stopped = after(world, start, pod('one'), stop, pod('two'));
  expect(names(stopped)).toEqual(['web-node01', 'one']);
  const gone = after(stopped, { type: 'delete', object: { kind: 'Pod', namespace: 'default', name: 'one' } });
  expect(names(gone)).toEqual(['web-node01', 'one']);
  expect(names(after(gone, start))).toEqual(['web-node01', 'two']);
  const [web] = nodeWorkload(after(stopped, wait(60), start), NODE).pods;
  expect(web?.startedAt).toBe(NOON);
});
