import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../host/files.ts';
import { messageText } from '../host/journalText.ts';
import { BASES } from '../world/bases.ts';
import type { WorldEvent } from '../world/event.ts';
import { NOON } from '../world/playground.fixture.ts';
import { isReady } from '../world/ready.ts';
import { step } from '../world/step.ts';
import type { World } from '../world/world.ts';
import { containerPorts, containersOf, nodeWorkload, podLogs } from './containersOf.ts';

const FOLDER = '/etc/kubernetes/manifests';
const API = `${FOLDER}/kube-apiserver.yaml`;
const ETCD = `${FOLDER}/etcd.yaml`;
const { world } = BASES['kubeadm-node'](NOON);

const textOf = (path: string, now = world): string => readText(now.nodes.controlplane?.host.files ?? {}, path) ?? '';
const write = (path: string, text: string): WorldEvent => ({ type: 'write', node: 'controlplane', path, text });
const edit = (path: string, find: string, put: string): WorldEvent =>
  write(
    path,
    textOf(path).replace(find, () => put),
  );
const wait = (seconds: number): WorldEvent => ({ type: 'advance', milliseconds: seconds * 1000 });
const kubelet = (type: 'start' | 'stop' | 'restart'): WorldEvent => ({
  type,
  node: 'controlplane',
  unit: 'kubelet.service',
});
const after = (from: World, ...events: readonly WorldEvent[]): World =>
  events.reduce((now, event) => step(now, event).world, from);
const shown = (now: World, name: string): readonly string[] =>
  containersOf(now, 'controlplane')
    .filter((one) => one.name === name)
    .map(({ state, attempt, exitCode }) => `${attempt} ${state}${exitCode === null ? '' : ` ${exitCode}`}`);
const journal = (now: World): string => (now.nodes.controlplane?.host.journal ?? []).map(messageText).join('\n');

test('an edited manifest restarts the API server: nobody answers for some seconds, then it serves with the new flags', () => {
  const edited = after(
    world,
    edit(API, '--enable-admission-plugins=NodeRestriction', '--enable-admission-plugins=AlwaysPullImages'),
  );
  expect(edited.cluster.reachable).toBe(false);
  expect(isReady(edited, 'controlplane')).toBe(false);
  const up = after(edited, wait(5));
  expect(up.cluster).toMatchObject({
    reachable: true,
    admissionPlugins: ['AlwaysPullImages'],
    revision: world.cluster.revision,
  });
  expect(up.cluster.objects).toBe(world.cluster.objects);
  const ages = (up.cluster.reports?.controlplane?.mirrorPods ?? []).map(
    ({ metadata }) => Object(metadata).creationTimestamp,
  );
  expect(ages.slice(0, 2)).toEqual(['2026-11-24T11:30:00Z', '2026-11-24T12:00:01Z']);
  expect([isReady(up, 'controlplane'), up.cluster.reports?.controlplane?.until]).toEqual([true, null]);
  expect(journal(up)).toContain(
    '"Failed to update lease" err="Put \\"https://10.0.0.10:6443/apis/coordination.k8s.io/v1/',
  );
});

test.each([
  [
    '--kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt',
    '--profiling=false',
    { kubeletClient: undefined },
  ],
  [
    '--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key',
    '--kubelet-client-key=/etc/kubernetes/pki/sa.key',
    { kubeletClient: undefined, kubeletClientError: 'tls: private key does not match public key' },
  ],
  ['--secure-port=6443', '--secure-port=7443', { endpoint: '10.0.0.10:7443' }],
  ['--allow-privileged=true', '--anonymous-auth=false', { anonymousAuth: false }],
  [
    '--authorization-mode=Node,RBAC',
    '--authorization-mode=AlwaysAllow',
    { authorizationModes: ['AlwaysAllow'], anonymousAuth: false },
  ],
  ['--enable-admission-plugins=NodeRestriction', '--v=2', { admissionPlugins: [] }],
])('%s made to %s', (find, put, expected) => {
  const { cluster } = after(world, edit(API, find, put), wait(10));
  expect(cluster.reachable).toBe(true);
  for (const [field, value] of Object.entries(expected)) expect(cluster[field as keyof typeof cluster]).toEqual(value);
});

test('a kubelet’s authority is the file’s text', () => {
  const put = '--kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt\n    - --profiling=false';
  const { cluster } = after(world, edit(API, '--allow-privileged=true', put), wait(10));
  expect(cluster.kubeletCA).toBe(textOf('/etc/kubernetes/pki/ca.crt'));
});

test('a bad flag is a crash loop with longer and longer pauses, until it is mended', () => {
  const broken = after(world, edit(API, 'apiserver-kubelet-client.crt', 'nope.crt'));
  const states = [0, 2, 5, 10, 20, 40, 80, 160, 300].map((seconds) =>
    shown(after(broken, wait(seconds)), 'kube-apiserver'),
  );
  expect(states.map((rows) => rows.join(', '))).toEqual([
    '',
    '0 exited 1',
    '1 exited 1, 0 exited 1',
    '1 exited 1, 0 exited 1',
    '2 exited 1, 1 exited 1',
    '3 exited 1, 2 exited 1',
    '4 exited 1, 3 exited 1',
    '5 exited 1, 4 exited 1',
    '5 exited 1, 4 exited 1',
  ]);
  const later = after(broken, wait(60));
  expect(later.cluster.reachable).toBe(false);
  expect(journal(later)).toMatch(
    /"Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"kube-apiserver\\" with CrashLoopBackOff: \\"back-off 20s restarting failed/,
  );
  const logs = Object.entries(podLogs(later, 'controlplane')).filter(([path]) => path.includes('/kube-apiserver/'));
  expect(logs.every(([, text]) => text.includes('stderr F E1124'))).toBe(true);
  expect(logs.map(([path]) => /\d+\.log$/.exec(path)?.[0])).toEqual(['2.log', '3.log']);
  expect(after(later, write(API, textOf(API)), wait(5)).cluster.reachable).toBe(true);
});

test('a crash loop over a year is counted, not played', () => {
  const year = after(world, edit(API, 'Node,RBAC', 'Nonsense'), wait(300 * 86_400));
  const [last] = containersOf(year, 'controlplane').filter(({ name }) => name === 'kube-apiserver');
  expect(last?.attempt).toBeGreaterThan(86_000);
  expect(year.now - (last?.createdAt ?? 0)).toBeLessThan(301_000);
  expect(after(year, write(API, textOf(API)), wait(5)).cluster.reachable).toBe(true);
});

test('an API server that lets nobody in anonymously fails its own probes, and is killed after four minutes', () => {
  const closed = after(world, edit(API, '--allow-privileged=true', '--anonymous-auth=false'), wait(200));
  expect([shown(closed, 'kube-apiserver'), closed.cluster.reachable]).toEqual([['0 running'], true]);
  const pod = nodeWorkload(closed, 'controlplane').pods.find(({ name }) => name.startsWith('kube-apiserver'));
  expect(pod?.containers[0]).toMatchObject({ ready: false, life: { state: 'running' } });
  const killed = after(closed, wait(42));
  expect([shown(killed, 'kube-apiserver')[1], killed.cluster.reachable]).toEqual(['0 exited 0', false]);
  expect(after(killed, wait(10)).cluster.reachable).toBe(true);
});

test('a manifest that is no YAML or is gone takes its pod away', () => {
  const broken = step(world, edit(API, '  containers:', '   containers:'));
  expect(broken.world.cluster.reachable).toBe(false);
  expect(broken.trace.journal.map(messageText).join('\n')).toContain('"Could not process manifest file"');
  const removed = after(world, { type: 'remove', node: 'controlplane', path: API }, wait(60));
  expect([shown(removed, 'kube-apiserver'), removed.cluster.reachable]).toEqual([[], false]);
  expect(
    containerPorts(removed, 'controlplane')
      .map(({ port }) => port)
      .sort(),
  ).toEqual([10_257, 10_259, 2379, 2379, 2380, 2381].sort());
});

test('a copy in the folder of manifests is no second API server', () => {
  const copied = after(world, write(`${API}.bak`, textOf(API)), wait(60));
  expect([shown(copied, 'kube-apiserver'), copied.cluster.reachable]).toEqual([['0 running'], true]);
});

test('containers go on without the kubelet, and nobody starts them again', () => {
  const stopped = after(world, kubelet('stop'), wait(600));
  expect([shown(stopped, 'kube-apiserver'), stopped.cluster.reachable]).toEqual([['0 running'], true]);
  const unseen = after(stopped, edit(API, 'Node,RBAC', 'AlwaysDeny'), wait(60));
  expect(unseen.cluster.authorizationModes).toEqual(['Node', 'RBAC']);
  const seen = after(unseen, kubelet('start'), wait(5));
  expect(seen.cluster.authorizationModes).toEqual(['AlwaysDeny']);
  const looping = after(world, edit(API, 'Node,RBAC', 'Nonsense'), wait(10), kubelet('stop'), wait(3600));
  expect(shown(looping, 'kube-apiserver')).toEqual(['1 exited 1', '0 exited 1']);
  const again = after(looping, kubelet('start'));
  expect(shown(again, 'kube-apiserver')).toEqual(['2 running', '1 exited 1']);
  expect(shown(after(world, kubelet('restart')), 'etcd')).toEqual(['0 running']);
});

test('a kubelet cannot listen where the API server does', () => {
  const config = '/var/lib/kubelet/config.yaml';
  const moved = after(world, write(config, `${textOf(config)}port: 6443\n`), kubelet('restart'));
  expect(moved.nodes.controlplane?.kubelet.state).toBe('waiting');
  expect(journal(moved)).toContain('listen tcp 0.0.0.0:6443: bind: address already in use');
});

test('without etcd nobody answers, and the API server ends over it', () => {
  const lost = after(world, edit(ETCD, 'etcd/server.crt', 'etcd/nope.crt'));
  expect(lost.cluster.reachable).toBe(false);
  expect(shown(lost, 'kube-apiserver')).toEqual(['0 running']);
  const later = after(lost, wait(120));
  expect(shown(later, 'kube-apiserver')[0]).toMatch(/^[12] (exited 1|running)$/);
  const mended = after(later, write(ETCD, textOf(ETCD)), wait(120));
  expect(mended.cluster.reachable).toBe(true);
});

test('who signs is the controller manager’s to say', () => {
  const manager = `${FOLDER}/kube-controller-manager.yaml`;
  expect(world.cluster.signer?.certificate).toBe(textOf('/etc/kubernetes/pki/ca.crt'));
  const gone = after(world, { type: 'remove', node: 'controlplane', path: manager });
  expect(gone.cluster.signer).toBeUndefined();
  expect(after(gone, write(manager, textOf(manager)), wait(5)).cluster.signer).toEqual(world.cluster.signer);
  const wrong = after(world, edit(manager, 'pki/ca.key', 'pki/sa.key'), wait(5));
  expect(wrong.cluster.signer).toBeUndefined();
  expect(
    containersOf(wrong, 'controlplane')
      .find(({ name }) => name === 'kube-controller-manager')
      ?.log.at(-1)?.text,
  ).toContain(
    'error reading CA cert file \\"/etc/kubernetes/pki/ca.crt\\": tls: private key does not match public key',
  );
});

test('leaders end themselves when they cannot renew their leases, and wait once they are started again', () => {
  const away = after(world, { type: 'remove', node: 'controlplane', path: API });
  expect(shown(after(away, wait(9)), 'kube-scheduler')).toEqual(['0 running']);
  const later = after(away, wait(600));
  for (const name of ['kube-scheduler', 'kube-controller-manager'])
    expect(shown(later, name)).toEqual(['1 running', '0 exited 1']);
  const [, ended] = containersOf(later, 'controlplane').filter(({ name }) => name === 'kube-scheduler');
  expect(ended?.log.at(-1)?.text).toContain('server.go:328] "Leaderelection lost"');
  const back = after(away, wait(5), write(API, textOf(API)), wait(30));
  expect([shown(back, 'kube-scheduler'), back.cluster.signer]).toEqual([['0 running'], world.cluster.signer]);
});

test('a volume that cannot be mounted keeps the container from being made', () => {
  const blocked = after(
    world,
    edit(
      API,
      'path: /usr/share/ca-certificates\n      type: DirectoryOrCreate',
      'path: /nowhere\n      type: Directory',
    ),
    wait(30),
  );
  expect([shown(blocked, 'kube-apiserver'), blocked.cluster.reachable]).toEqual([[], false]);
  expect(journal(blocked)).toContain('hostPath type check failed: /nowhere is not a directory');
});

test('the pair that kubelets are shown may be changed while the API server runs', () => {
  const path = '/etc/kubernetes/pki/apiserver-kubelet-client.crt';
  const other = after(
    world,
    write('/etc/kubernetes/pki/apiserver-kubelet-client.key', textOf('/etc/kubernetes/pki/sa.key')),
  );
  expect(other.cluster.kubeletClient?.certificate).toBe(textOf(path));
  const stranger = after(world, write('/etc/kubernetes/pki/ca.crt', textOf('/etc/kubernetes/pki/front-proxy-ca.crt')));
  expect(stranger.cluster.clientCA).toBe(textOf('/etc/kubernetes/pki/front-proxy-ca.crt'));
});

test('whatever is in a manifest, nothing throws, and a world stays JSON', () => {
  const lines = textOf(API).split('\n');
  const spoiled = fc
    .tuple(
      fc.nat(lines.length - 1),
      fc.oneof(fc.string(), fc.constantFrom('    - --v', '  - x: [', '    command: 3', '    - 7', '\t')),
    )
    .map(([at, line]) => lines.map((old, index) => (index === at ? line : old)).join('\n'));
  fc.assert(
    fc.property(fc.oneof(spoiled, fc.string()), fc.constantFrom(API, ETCD), (text, path) => {
      const now = after(world, write(path, text), wait(30));
      expect(JSON.parse(JSON.stringify(now.nodes.controlplane?.runtime))).toEqual(now.nodes.controlplane?.runtime);
    }),
    { numRuns: 40 },
  );
});
