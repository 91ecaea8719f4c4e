import { expect, test } from 'vitest';
import type { Cluster } from '../../apiserver/cluster.ts';
import { newCluster } from '../../apiserver/newCluster.ts';
import { applyObject, deleteObject } from '../../apiserver/objects.ts';
import { ANONYMOUS, type Subject } from '../../apiserver/subject.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import type { Host } from '../../host/host.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { KubeletProcess, Listener } from '../process.ts';
import type { Journey, StageResult } from '../stage.ts';
import { authorize } from './authorize.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';
const ROLE: JsonObject = {
  apiVersion: RBAC,
  kind: 'ClusterRole',
  metadata: { name: 'proxy' },
  rules: [{ apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }],
};
const BINDING: JsonObject = {
  apiVersion: RBAC,
  kind: 'ClusterRoleBinding',
  metadata: { name: 'eve-proxy' },
  roleRef: { kind: 'ClusterRole', name: 'proxy' },
  subjects: [{ kind: 'User', name: 'eve' }],
};
const CLUSTER = newCluster({
  clientCA: '',
  serviceAccountKey: { privateKey: '', publicKey: '' },
  endpoint: '10.0.0.10:6443',
  objects: [ROLE, BINDING],
});
const EVE: Subject = { user: 'eve', groups: ['system:authenticated'], extra: {} };
const NODE: Subject = { user: 'system:node:n1', groups: ['system:nodes', 'system:authenticated'], extra: {} };
const HOST: Host = {
  hostname: 'n1',
  address: '10.0.0.11',
  files: {},
  units: {},
  journal: [],
  cgroup: 2,
  sysctls: {},
  runtimeSockets: [],
  bootedAt: 0,
  nextPid: 1,
  takenPorts: [],
};

function config(values: Readonly<Record<string, Json>>): EffectiveConfiguration {
  const all = {
    'authorization.mode': 'Webhook',
    'authorization.webhook.cacheAuthorizedTTL': '5m0s',
    'authorization.webhook.cacheUnauthorizedTTL': '30s',
    ...values,
  };
  const settings = Object.fromEntries(
    Object.entries(all).map(([path, value]) => [
      path,
      { path, value, source: { from: 'default' as const }, beaten: [] },
    ]),
  );
  return { fromFile: true, settings, flags: {}, gates: {}, configz: {} };
}

interface Setup {
  readonly cluster?: Cluster;
  readonly subject?: Subject;
  readonly method?: string;
  readonly path?: string;
  readonly now?: number;
  readonly values?: Readonly<Record<string, Json>>;
  readonly role?: Listener['role'];
  readonly client?: KubeletProcess['client'];
  readonly verbosity?: number;
  readonly caches?: KubeletProcess['caches'];
}

function ask(setup: Setup): StageResult {
  const process: KubeletProcess = {
    pid: 1,
    version: '1.36.3',
    startedAt: 0,
    argv: [],
    environment: {},
    nodeName: 'n1',
    config: config(setup.values ?? {}),
    listeners: [],
    client: setup.client === undefined ? { server: 'https://10.0.0.10:6443', subject: NODE } : setup.client,
    clientCA: null,
    serving: { kind: 'none', reason: 'pending-csr' },
    caches: setup.caches ?? { tokens: {}, decisions: {} },
    manifests: {},
    verbosity: setup.verbosity ?? 0,
    served: {},
  };
  const path = setup.path ?? '/pods';
  const journey: Journey = {
    world: {
      format: 1,
      now: setup.now ?? 0,
      nodes: {
        n1: {
          name: 'n1',
          host: HOST,
          kubelet: {
            version: '1.36.3',
            state: 'running',
            process,
            restarts: 0,
            restartAt: null,
            starts: [],
            lastExit: null,
          },
        },
      },
      cluster: setup.cluster ?? CLUSTER,
    },
    node: 'n1',
    request: { address: '10.0.0.11', port: 10250, scheme: 'https', method: setup.method ?? 'GET', path, headers: [] },
    process,
    listener: { role: setup.role ?? 'main', address: '0.0.0.0', port: 10250 },
    connection: null,
    route: { endpoint: 'pods', path, query: '', parameters: {} },
    subject: setup.subject ?? EVE,
    caches: null,
    records: [],
    answer: null,
    log: [],
  };
  return authorize(journey);
}

const cachesOf = (result: StageResult) => result.carry?.caches ?? { tokens: {}, decisions: {} };

test('the second question lets through what the first did not, and the trace names the rule', () => {
  const { record, answer, log } = ask({});
  expect(answer).toBeUndefined();
  expect(log ?? []).toEqual([]);
  expect(record).toMatchObject({
    stage: 'authorize',
    verdict: 'passed',
    reason: 'access-allowed',
    facts: {
      user: 'eve',
      verb: 'get',
      subresource: 'proxy',
      tried: 2,
      cached: false,
      by: 'ClusterRoleBinding eve-proxy',
    },
    causes: [
      {
        kind: 'rule',
        rule: {
          binding: { kind: 'ClusterRoleBinding', namespace: '', name: 'eve-proxy' },
          role: { kind: 'ClusterRole', namespace: '', name: 'proxy' },
          rule: 0,
          through: 'User eve',
        },
      },
    ],
    reviews: [
      { question: { subresource: 'pods' }, outcome: { allowed: false }, cached: false },
      { question: { subresource: 'proxy' }, outcome: { allowed: true }, cached: false },
    ],
  });
});

test('a 403 says who, which verb and which subresources, and logs nothing below -v=2', () => {
  const quiet = ask({ method: 'POST' });
  expect(quiet.answer).toEqual({
    kind: 'http',
    http: '1.1',
    status: 403,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: 'Forbidden (user=eve, verb=create, resource=nodes, subresource(s)=[pods proxy])\n',
  });
  expect(quiet.log).toEqual([]);
  expect(quiet.record).toMatchObject({
    reason: 'access-denied',
    facts: { subresources: ['pods', 'proxy'], cached: false, bindings: expect.arrayContaining(['eve-proxy']) },
    causes: [{ kind: 'setting', setting: { path: 'authorization.mode' } }],
  });
  expect(ask({ method: 'POST', verbosity: 2 }).log).toEqual([
    {
      level: 'I',
      source: 'server.go:414',
      text: '"Forbidden" user="eve" verb="create" resource="nodes" subresource(s)=["pods","proxy"]',
    },
  ]);
});

test('HEAD has the empty verb, and anonymous is a user like any other', () => {
  const { answer } = ask({ method: 'HEAD', path: '/metrics', subject: ANONYMOUS });
  expect(answer).toMatchObject({
    body: 'Forbidden (user=system:anonymous, verb=, resource=nodes, subresource(s)=[metrics])\n',
  });
});

test('the first question that cannot be asked ends in 500 with two lines', () => {
  const { answer, record, log } = ask({ cluster: { ...CLUSTER, reachable: false } });
  expect(answer).toMatchObject({
    status: 500,
    body: 'Authorization error (user=eve, verb=get, resource=nodes, subresource=pods)',
  });
  expect(record.reason).toBe('access-unknown');
  const dial = 'dial tcp 10.0.0.10:6443: connect: connection refused';
  const url = 'https://10.0.0.10:6443/apis/authorization.k8s.io/v1/subjectaccessreviews';
  expect(log).toEqual([
    { level: 'E', source: 'webhook.go:266', text: `Failed to make webhook authorizer request: Post "${url}": ${dial}` },
    {
      level: 'E',
      source: 'server.go:394',
      text: `"Authorization error" err="Post \\"${url}\\": ${dial}" user="eve" verb="get" resource="nodes" subresource="pods"`,
    },
  ]);
  const stranger = ask({ client: { server: 'https://10.0.0.10:6443', subject: EVE } });
  expect(stranger.record.facts.error).toContain('subjectaccessreviews.authorization.k8s.io is forbidden: User "eve"');
});

test('an allow is remembered for its time, whatever RBAC and the API server do meanwhile', () => {
  const caches = cachesOf(ask({ path: '/exec/default/web/nginx' }));
  const unbound = deleteObject(CLUSTER, { kind: 'ClusterRoleBinding', namespace: '', name: 'eve-proxy' }).cluster;
  const later = (now: number) =>
    ask({ path: '/exec/default/web/nginx', caches, now, cluster: { ...unbound, reachable: false } });
  expect(later(300_000).record).toMatchObject({ reason: 'access-allowed', facts: { cached: true } });
  expect(later(300_001).record.reason).toBe('access-unknown');
});

test('a denial is remembered for a shorter time, for this verb, path group and user only', () => {
  const closed = deleteObject(CLUSTER, { kind: 'ClusterRoleBinding', namespace: '', name: 'eve-proxy' }).cluster;
  const caches = cachesOf(ask({ cluster: closed }));
  const open = applyObject(closed, BINDING).cluster;
  expect(ask({ cluster: open, caches, now: 30_000 }).record).toMatchObject({
    reason: 'access-denied',
    facts: { cached: true },
  });
  expect(ask({ cluster: open, caches, now: 30_001 }).record.reason).toBe('access-allowed');
  const elsewhere = ask({ cluster: open, caches, subject: { ...EVE, groups: ['crew', 'system:authenticated'] } });
  expect(elsewhere.record.reason).toBe('access-allowed');
});

test('a TTL of 0 remembers nothing', () => {
  const values = {
    'authorization.webhook.cacheAuthorizedTTL': '0s',
    'authorization.webhook.cacheUnauthorizedTTL': '0s',
  };
  expect(cachesOf(ask({ values })).decisions).toEqual({});
});

test('AlwaysAllow asks nobody; the plain ports have no such gate', () => {
  const open = ask({
    values: { 'authorization.mode': 'AlwaysAllow' },
    subject: ANONYMOUS,
    cluster: { ...CLUSTER, reachable: false },
  });
  expect(open.record).toMatchObject({
    verdict: 'passed',
    reason: 'always-allow',
    causes: [{ kind: 'setting', setting: { path: 'authorization.mode', value: 'AlwaysAllow' } }],
  });
  expect(ask({ role: 'read-only' }).record).toMatchObject({ verdict: 'skipped', reason: 'no-authorization' });
});
