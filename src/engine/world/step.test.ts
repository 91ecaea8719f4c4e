import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../host/files.ts';
import type { JsonObject } from '../json.ts';
import type { WorldEvent } from './event.ts';
import {
  after,
  asking,
  base,
  CA,
  CONFIG,
  credentials,
  DROP_IN,
  FLAGS,
  FURTHER_LINES,
  NODE,
  started,
  textOf,
  UNIT,
} from './playground.fixture.ts';
import { step } from './step.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const worlds = { kubeadm: started(), lecture: started('lecture-node'), stopped: base().world } as const;

const path = fc.constantFrom(
  ...[CONFIG, DROP_IN, UNIT, CA, '/var/lib/kubelet/kubeadm-flags.env', '/etc/default/kubelet'],
  ...['/etc/systemd/system/kubelet.service', '/etc/kubernetes/kubelet.conf', '/usr/bin/kubelet', '/etc/hosts'],
  ...['/var/lib/kubelet/pki/kubelet.crt', '/var/lib/kubelet/pki/kubelet.key', '/etc/kubernetes/manifests/web.yaml'],
  ...['/etc/kubernetes/manifests/more.yaml', '/etc/passwd', '/etc/hostname', '/__proto__', '/etc/kubernetes/pki'],
  ...[
    '/etc/kubernetes/manifests/kube-apiserver.yaml',
    '/etc/kubernetes/manifests/etcd.yaml',
    '/etc/kubernetes/pki/ca.key',
  ],
  ...['/etc/systemd/system/kubelet.service.d/20-more.conf', '/var/lib/kubelet/pki/kubelet-client-current.pem'],
);

/** Text as a hand makes it: a real file with a piece cut out, doubled or replaced. */
const mutated = fc
  .record({
    of: path,
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.string({ maxLength: 20 }),
  })
  .map(({ of, from, cut, put }) => {
    const own = worlds.kubeadm.nodes.controlplane?.host.files ?? {};
    const text = readText(own, of) ?? textOf(worlds.kubeadm, of);
    const at = Math.floor(from * text.length);
    return text.slice(0, at) + put + text.slice(at + cut);
  });

const text = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  mutated,
  fc.constantFrom(
    '',
    '[Service]\nExecStart=/usr/bin/kubelet\nRestart=always\nRestartSec=0\n',
    'a: &a [*a]',
    '&a [*a,*a]',
  ),
  fc
    .array(fc.constantFrom(...FURTHER_LINES, 'kind: KubeletConfiguration', '- x', '  y: {'), { maxLength: 6 })
    .map((lines) => lines.join('\n')),
  fc.array(fc.constantFrom(...FLAGS), { maxLength: 3 }).map((flags) => `KUBELET_EXTRA_ARGS=${flags.join(' ')}\n`),
);

const unit = fc.constantFrom('kubelet', 'kubelet.service', 'ssh', 'kubelet.service', '');

const request = fc
  .record({
    who: fc.record({
      certificate: fc.constantFrom('none' as const, 'admin' as const, 'bob' as const, 'rubbish' as const),
      token: fc.constantFrom('none' as const, 'prometheus' as const, 'malformed' as const),
    }),
    method: fc.oneof(fc.constantFrom('GET', 'PUT', 'POST', 'HEAD'), fc.string({ maxLength: 6 })),
    path: fc.oneof(fc.constantFrom('/pods', '/metrics', '/debug/flags/v', '/logs/', '/configz'), fc.string()),
    port: fc.constantFrom(10250, 10255, 10248, 1),
    scheme: fc.constantFrom('http' as const, 'https' as const),
    body: fc.string({ maxLength: 8 }),
  })
  .map(({ who, ...rest }) => asking({ ...rest, ...credentials(worlds.kubeadm, who) }));

const object = fc.oneof(
  fc.dictionary(fc.string(), fc.jsonValue()).map((value) => value as JsonObject),
  fc.record({ kind: fc.constantFrom('ClusterRole', 'ClusterRoleBinding', 'Secret'), name: fc.string() }).map(
    ({ kind, name }): JsonObject => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind,
      metadata: { name },
      rules: [{ apiGroups: [''], resources: ['nodes/proxy'], verbs: ['*'] }],
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    }),
  ),
);

const node = fc.constantFrom(
  NODE,
  NODE,
  NODE,
  NODE,
  'controlplane',
  'controlplane',
  'mars',
  '__proto__',
  'constructor',
);

const event: fc.Arbitrary<WorldEvent> = fc.oneof(
  fc.record({ type: fc.constant('write' as const), node, path, text }),
  fc.record({ type: fc.constant('remove' as const), node, path }),
  fc.record({ type: fc.constant('chmod' as const), node, path, mode: fc.integer() }),
  fc.record({ type: fc.constant('chown' as const), node, path, owner: fc.string(), group: fc.string() }),
  fc.record({ type: fc.constant('daemon-reload' as const), node }),
  fc.record({
    type: fc.constantFrom('start' as const, 'stop' as const, 'restart' as const, 'restart' as const),
    node,
    unit,
  }),
  fc.record({ type: fc.constant('advance' as const), milliseconds: fc.constantFrom(0, 1, 9999, MINUTE, -5, 1e12) }),
  fc.record({ type: fc.constant('request' as const), node, request }),
  fc.record({ type: fc.constant('apply' as const), object }),
  fc.record({
    type: fc.constant('delete' as const),
    object: fc.record({
      kind: fc.constantFrom('ClusterRole', 'Node', 'toString'),
      namespace: fc.string(),
      name: fc.string(),
    }),
  }),
  fc.record({ type: fc.constant('reachable' as const), reachable: fc.boolean() }),
);

const events = fc.array(event, { minLength: 1, maxLength: 10 });
const world = fc.constantFrom<keyof typeof worlds>('kubeadm', 'lecture', 'stopped');

/** Whether two values are the same, key by key: one that is undefined counts, and a JSON value has none. Quicker than vitest's own. */
function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const [own, other] = [Object.entries(left), right as Record<string, unknown>];
  if (Array.isArray(left) !== Array.isArray(right) || own.length !== Object.keys(other).length) return false;
  return own.every(([key, value]) => Object.hasOwn(other, key) && same(value, other[key]));
}

const copy = (value: World): World => JSON.parse(JSON.stringify(value)) as World;

test('any events on any world: nothing throws, the world stays a JSON value, and a copy of it goes on the same way', () => {
  fc.assert(
    fc.property(world, events, (name, happening) => {
      let now: World = worlds[name];
      let twin: World = copy(now);
      for (const each of happening) {
        const [one, other] = [step(now, each), step(twin, each)];
        expect(one.trace).toEqual(other.trace);
        now = one.world;
        twin = copy(one.world);
        expect([same(now, twin), same(other.world, twin)]).toEqual([true, true]);
        expect(now.now).toBeGreaterThanOrEqual(worlds[name].now);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('the same start and the same events make the same world', () => {
  fc.assert(
    fc.property(world, events, (name, happening) => {
      const [one, other] = [after(worlds[name], ...happening), after(copy(worlds[name]), ...happening)];
      expect(same(one, other)).toBe(true);
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('any text in any file, then a restart: the kubelet runs, waits or failed, and each has its words', () => {
  fc.assert(
    fc.property(fc.constantFrom('kubeadm', 'lecture'), path, text, (name, file, content) => {
      const edited = after(
        worlds[name as 'kubeadm' | 'lecture'],
        { type: 'write', node: NODE, path: file, text: content },
        { type: 'daemon-reload', node: NODE },
      );
      const { world: next, trace } = step(edited, { type: 'restart', node: NODE, unit: 'kubelet' });
      const kubelet = next.nodes[NODE]?.kubelet;
      const said = trace.kind === 'action' ? trace.stderr + trace.journal.map((line) => line.text).join('\n') : '';
      expect(said).not.toBe('');
      if (kubelet?.state !== 'running') return;
      const asked = step(next, { type: 'request', node: NODE, request: asking() }).trace;
      expect(asked).toMatchObject({ kind: 'request', answer: { kind: expect.any(String) } });
    }),
    { numRuns: 150 },
  );
}, 60_000);
