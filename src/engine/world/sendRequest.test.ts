import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import {
  after,
  asking,
  configured,
  credentials,
  FLAGS,
  NODE,
  nodeOf,
  type Offered,
  type Settings,
  started,
  write,
} from './playground.fixture.ts';
import { step } from './step.ts';
import type { World } from './world.ts';

const settings: fc.Arbitrary<Settings> = fc.record({
  anonymous: fc.boolean(),
  webhook: fc.boolean(),
  clientCA: fc.boolean(),
  mode: fc.constantFrom('Webhook', 'Webhook', 'Webhook', 'AlwaysAllow'),
  rest: fc.constant([]),
  flags: fc.array(fc.constantFrom(...FLAGS), { maxLength: 2 }),
});

const PATHS: Readonly<Record<string, readonly string[]>> = {
  '/pods': ['pods', 'proxy'],
  '/pods/': ['pods', 'proxy'],
  '/runningpods/': ['pods', 'proxy'],
  '/healthz': ['healthz', 'proxy'],
  '/healthz/ping': ['healthz', 'proxy'],
  '/configz': ['configz', 'proxy'],
  '/metrics': ['metrics'],
  '/metrics/cadvisor': ['metrics'],
  '/stats/summary': ['stats'],
  '/statusz': ['statusz'],
  '/flagz': ['configz'],
  '/logs/': ['log'],
  '/containerLogs/default/web-node01/nginx': ['proxy'],
  '/run/default/web-node01/nginx?cmd=id': ['proxy'],
};
const VERBS: Readonly<Record<string, string>> = { GET: 'get', POST: 'create', PUT: 'update', HEAD: '', BREW: '' };

interface Grant {
  readonly verb: string;
  readonly resource: string;
  readonly names: readonly string[];
  readonly to: { readonly kind: string; readonly name: string; readonly namespace?: string };
}

const grant: fc.Arbitrary<Grant> = fc.record({
  verb: fc.constantFrom('get', 'get', 'create', '*', 'list'),
  resource: fc.constantFrom(
    ...['nodes/pods', 'nodes/proxy', 'nodes/metrics', 'nodes/stats', 'nodes/log', 'nodes/healthz', 'nodes/configz'],
    ...['nodes/statusz', 'nodes/*', '*/proxy', '*', 'nodes', 'pods'],
  ),
  names: fc.constantFrom([], [], [NODE], ['node02']),
  to: fc.constantFrom(
    { kind: 'User', name: 'bob' },
    { kind: 'Group', name: 'dev' },
    { kind: 'Group', name: 'system:unauthenticated' },
    { kind: 'Group', name: 'system:authenticated' },
    { kind: 'User', name: 'system:anonymous' },
    { kind: 'ServiceAccount', name: 'prometheus', namespace: 'monitoring' },
  ),
});

const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      path: fc.constantFrom(...Object.keys(PATHS)),
      method: fc.constantFrom('GET', 'GET', 'GET', ...Object.keys(VERBS)),
      who: fc.record<Offered>({
        certificate: fc.constantFrom('none', 'none', 'admin', 'bob', 'intruder'),
        token: fc.constantFrom('none', 'none', 'prometheus', 'rubbish'),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('grant' as const), number: fc.nat(2), grant }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revoke' as const), number: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 29, 31, 119, 121, 299, 301),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reachable' as const), reachable: fc.boolean() }) },
);

/** Who asks, told from the choices alone; null = 401. */
function whoIs({ certificate, token }: Offered, known: Known, tokensKnown: boolean): Who | null {
  if (known.clientCA && certificate === 'admin') return { user: 'kubernetes-super-admin', groups: ['system:masters'] };
  if (known.clientCA && certificate === 'bob') return { user: 'bob', groups: ['dev', 'system:authenticated'] };
  if (known.webhook && token === 'prometheus' && tokensKnown) {
    return { user: 'system:serviceaccount:monitoring:prometheus', groups: ['system:authenticated'] };
  }
  if (known.clientCA && certificate === 'intruder') return null;
  if (known.webhook && token !== 'none') return null;
  return known.anonymous ? { user: 'system:anonymous', groups: ['system:unauthenticated'] } : null;
}

interface Who {
  readonly user: string;
  readonly groups: readonly string[];
}

interface Known {
  readonly anonymous: boolean;
  readonly webhook: boolean;
  readonly clientCA: boolean;
  readonly alwaysAllow: boolean;
}

/** What is in force: the file, then the flags from left to right. */
function inForce({ anonymous, webhook, clientCA, mode, flags }: Settings): Known {
  const last = (name: string) => flags.findLast((flag) => flag.startsWith(`--${name}=`))?.split('=')[1];
  const ca = last('client-ca-file');
  return {
    anonymous: (last('anonymous-auth') ?? String(anonymous)) === 'true',
    webhook: (last('authentication-token-webhook') ?? String(webhook)) === 'true',
    clientCA: ca === undefined ? clientCA : ca !== '',
    alwaysAllow: (last('authorization-mode') ?? mode) === 'AlwaysAllow',
  };
}

/** Whether the cluster's own objects grant it now: every binding, every rule, by the letters. */
function granted(world: World, who: Who, verb: string, subresource: string): boolean {
  if (who.groups.includes('system:masters')) return true;
  const objects = Object.values(world.cluster.objects);
  return objects
    .filter((object) => object.kind === 'ClusterRoleBinding')
    .some((binding) => {
      const subjects = list(binding.subjects);
      const roleName = part(binding.roleRef).name;
      const bound = subjects.some(
        ({ kind, name, namespace }) =>
          (kind === 'User' && name === who.user) ||
          (kind === 'Group' && who.groups.includes(String(name))) ||
          (kind === 'ServiceAccount' && who.user === `system:serviceaccount:${namespace}:${name}`),
      );
      const role = objects.find((object) => object.kind === 'ClusterRole' && part(object.metadata).name === roleName);
      return (
        bound &&
        list(role?.rules).some(
          ({ verbs, apiGroups, resources, resourceNames }) =>
            [verb, '*'].some((each) => texts(verbs).includes(each)) &&
            ['', '*'].some((each) => texts(apiGroups).includes(each)) &&
            [`nodes/${subresource}`, `*/${subresource}`, '*'].some((each) => texts(resources).includes(each)) &&
            (texts(resourceNames).length === 0 || texts(resourceNames).includes(NODE)),
        )
      );
    });
}

const part = (json: unknown): JsonObject => (typeof json === 'object' && json !== null ? (json as JsonObject) : {});
const list = (json: unknown): readonly JsonObject[] => (Array.isArray(json) ? json.map(part) : []);
const texts = (json: unknown): readonly string[] => (Array.isArray(json) ? json.map(String) : []);

const RBAC = 'rbac.authorization.k8s.io';
const role = (number: number, { verb, resource, names }: Grant): JsonObject => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'ClusterRole',
  metadata: { name: `given-${number}` },
  rules: [{ apiGroups: [''], resources: [resource], verbs: [verb], resourceNames: names }],
});
const binding = (number: number, { to }: Grant): JsonObject => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'ClusterRoleBinding',
  metadata: { name: `given-${number}` },
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: `given-${number}` },
  subjects: [to.kind === 'ServiceAccount' ? to : { apiGroup: RBAC, ...to }],
});

test('nothing behind authorization is served unless it is granted, remembered, or nobody is asked', () => {
  const seen = { served: 0, refused: 0, unknown: 0 };
  fc.assert(
    fc.property(settings, fc.array(event, { minLength: 5, maxLength: 30 }), (configuration, events) => {
      let world = configured(configuration);
      const known = inForce(configuration);
      if (nodeOf(world).kubelet.state !== 'running') return;
      const remembered = new Map<string, { readonly allowed: boolean; readonly until: number }>();
      let tokenUntil = 0;
      for (const each of events) {
        switch (each.kind) {
          case 'wait':
            world = after(world, { type: 'advance', milliseconds: each.seconds * 1000 });
            break;
          case 'reachable':
            world = after(world, { type: 'reachable', reachable: each.reachable });
            break;
          case 'grant':
            world = after(world, {
              type: 'delete',
              object: { kind: 'ClusterRoleBinding', namespace: '', name: `given-${each.number}` },
            });
            world = after(world, { type: 'apply', object: role(each.number, each.grant) });
            world = after(world, { type: 'apply', object: binding(each.number, each.grant) });
            break;
          case 'revoke':
            world = after(world, {
              type: 'delete',
              object: { kind: 'ClusterRole', namespace: '', name: `given-${each.number}` },
            });
            break;
          case 'ask': {
            const { path, method } = each;
            const request = asking({ path, method, ...credentials(world, each.who) });
            const { world: next, trace } = step(world, { type: 'request', node: NODE, request });
            const status = trace.kind === 'request' && trace.answer.kind === 'http' ? trace.answer.status : 0;
            const tokensKnown = world.cluster.reachable || world.now < tokenUntil;
            const who = whoIs(each.who, known, tokensKnown);
            const byCertificate =
              known.clientCA && (each.who.certificate === 'admin' || each.who.certificate === 'bob');
            if (!byCertificate && who?.user.includes('prometheus') && world.now >= tokenUntil)
              tokenUntil = world.now + 120_000;
            let verdict: 'yes' | 'no' | 'cannot ask' = known.alwaysAllow ? 'yes' : 'no';
            for (const subresource of who === null || known.alwaysAllow ? [] : (PATHS[path] ?? [])) {
              const key = `${who?.user} ${VERBS[method]} ${subresource}`;
              const memory = remembered.get(key);
              const fresh = memory === undefined || world.now > memory.until;
              if (fresh && !world.cluster.reachable) {
                verdict = 'cannot ask';
                break;
              }
              const allowed = fresh
                ? who !== null && granted(world, who, VERBS[method] ?? '', subresource)
                : memory.allowed;
              if (fresh) remembered.set(key, { allowed, until: world.now + (allowed ? 300_000 : 30_000) });
              if (allowed) {
                verdict = 'yes';
                break;
              }
            }
            const expected = who === null ? 401 : verdict === 'no' ? 403 : verdict === 'cannot ask' ? 500 : null;
            const tell = JSON.stringify({ path, method, who: each.who, status, verdict });
            if (expected !== null) expect(status, tell).toBe(expected);
            else expect([401, 403], tell).not.toContain(status);
            if (status >= 200 && status < 300) seen.served += 1;
            if (status === 403) seen.refused += 1;
            if (status === 500) seen.unknown += 1;
            world = next;
          }
        }
      }
    }),
    { numRuns: 50 },
  );
  // The space must hold all three, or the property says little.
  expect(Math.min(seen.served, seen.refused, seen.unknown)).toBeGreaterThan(5);
}, 30_000);

test('what the kubelet remembers goes with the process, and a request that changes nothing leaves the rest shared', () => {
  const world = started();
  const bob = asking(credentials(world, { certificate: 'bob', token: 'none' }));
  const asked = step(world, { type: 'request', node: NODE, request: bob }).world;
  expect(Object.keys(nodeOf(asked).kubelet.process?.caches.decisions ?? {})).toHaveLength(2);
  expect(nodeOf(asked).host.files).toBe(nodeOf(world).host.files);
  expect(asked.cluster).toBe(world.cluster);
  const again = after(asked, { type: 'restart', node: NODE, unit: 'kubelet.service' });
  expect(nodeOf(again).kubelet.process?.caches).toEqual({ tokens: {}, decisions: {} });
});

test('a request to a node that is not there is an answer in words', () => {
  const { world, trace } = step(started(), { type: 'request', node: 'mars', request: asking() });
  expect(trace).toMatchObject({ kind: 'action', exitCode: 1, stderr: 'no such node: mars' });
  expect(after(world, write('/x', ''))).not.toBe(world);
});
