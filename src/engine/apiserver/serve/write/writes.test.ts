import { expect, test } from 'vitest';
import type { JsonObject } from '../../../json.ts';
import { step } from '../../../world/step.ts';
import type { World } from '../../../world/world.ts';
import { ask, gates, WORLD } from '../serve.fixture.ts';

const PODS = '/api/v1/namespaces/default/pods';
const pod = (name: string, spec: JsonObject = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'c', image: 'nginx:1.29' }], ...spec },
});
const made = (object: JsonObject, world: World = WORLD) => ask('POST', PODS, { body: object }, world);
const specOf = (object: JsonObject) => object.spec as JsonObject;

test('a pod gets a node, runs there at once, and may be asked for its logs', () => {
  const { status, object, world } = made(pod('hello'));
  expect([status, specOf(object).nodeName]).toEqual([201, undefined]);
  const read = ask('GET', `${PODS}/hello`, {}, world);
  expect(read.object).toMatchObject({ spec: { nodeName: 'node01' }, status: { phase: 'Running' } });
  expect(ask('GET', `${PODS}/hello/log`, {}, world).text).toContain('ready for start up');
});

test('a pod that fits no node waits and says why', () => {
  const { world } = made(pod('odd', { nodeSelector: { disk: 'ssd' } }));
  const { object } = ask('GET', `${PODS}/odd`, {}, world);
  expect(object.status).toMatchObject({ phase: 'Pending', conditions: [{ reason: 'Unschedulable' }] });
  expect(JSON.stringify(object.status)).toContain(
    "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint(s).",
  );
});

test('a new namespace has an account and the authority, and takes what lives in it along', () => {
  const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team' } };
  const { world } = ask('POST', '/api/v1/namespaces', { body });
  expect(ask('GET', '/api/v1/namespaces/team/serviceaccounts/default', {}, world).status).toBe(200);
  expect(ask('GET', '/api/v1/namespaces/team/configmaps/kube-root-ca.crt', {}, world).status).toBe(200);
  const gone = ask('DELETE', '/api/v1/namespaces/team', {}, world);
  expect(gone.object).toMatchObject({ status: { phase: 'Terminating' } });
  expect(ask('GET', '/api/v1/namespaces/team/serviceaccounts', {}, gone.world).object.items).toEqual([]);
});

test('a static pod deleted by the API comes back as another object', () => {
  const uid = (world: World) => (ask('GET', `${PODS}/web-node01`, {}, world).object.metadata as JsonObject).uid;
  const { world, status } = ask('DELETE', `${PODS}/web-node01`);
  expect(status).toBe(200);
  expect(uid(world)).not.toBe(uid(WORLD));
});

test('trying only answers as if, and changes nothing', () => {
  const tried = ask('POST', `${PODS}?dryRun=All`, { body: pod('try') });
  expect([tried.status, tried.world]).toEqual([201, WORLD]);
});

test('who wrote first wins', () => {
  const path = '/api/v1/namespaces/default/configmaps';
  const map = (metadata: JsonObject) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm', ...metadata } });
  const { world, object } = ask('POST', path, { body: map({}) });
  const resourceVersion = (object.metadata as JsonObject).resourceVersion ?? '';
  const first = ask('PUT', `${path}/m`, { body: { ...map({ resourceVersion }), data: { a: '1' } } }, world);
  expect(first.status).toBe(200);
  const second = ask('PUT', `${path}/m`, { body: { ...map({ resourceVersion }), data: { a: '2' } } }, first.world);
  expect(second.object.reason).toBe('Conflict');
});

test('a node reads what its pods need, and nothing else', () => {
  const secret = (name: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: { k: 'v' } });
  let world = ask('POST', '/api/v1/namespaces/default/secrets', { body: secret('used') }).world;
  world = ask('POST', '/api/v1/namespaces/default/secrets', { body: secret('other') }, world).world;
  world = made(pod('user', { volumes: [{ name: 'v', secret: { secretName: 'used' } }] }), world).world;
  const read = (name: string) => ask('GET', `/api/v1/namespaces/default/secrets/${name}`, { who: 'node' }, world);
  expect(read('used').status).toBe(200);
  expect(read('other').object.message).toMatch(/: no relationship found between node 'node01' and this object$/);
});

test('NodeRestriction stops what the Node authorizer lets through, unless it is off', () => {
  const type = 'application/merge-patch+json';
  const body = { metadata: { labels: { 'node-restriction.kubernetes.io/x': 'y' } } };
  const held = ask('PATCH', '/api/v1/nodes/node01', { who: 'node', body, type });
  expect(gates(held)).toMatch(/authorize:api-allowed admit:api-not-admitted$/);
  expect(held.trace.stages.at(-1)?.causes).toMatchObject([{ kind: 'file' }]);
  const open = { ...WORLD, cluster: { ...WORLD.cluster, admissionPlugins: [] } };
  expect(ask('PATCH', '/api/v1/nodes/node01', { who: 'node', body, type }, open).status).toBe(200);
});

test('a node that fell silent is told apart from one that never spoke', () => {
  const stopped = step(WORLD, { type: 'stop', node: 'node01', unit: 'kubelet' }).world;
  const ready = (world: World) => {
    const { object } = ask('GET', '/api/v1/nodes/node01', {}, world);
    const conditions = (object.status as JsonObject).conditions as readonly JsonObject[];
    return conditions.find(({ type }) => type === 'Ready');
  };
  const after = (milliseconds: number) => step(stopped, { type: 'advance', milliseconds }).world;
  expect(ready(after(39_000))?.status).toBe('True');
  expect(ready(after(41_000))).toMatchObject({ status: 'Unknown', reason: 'NodeStatusUnknown' });
  const body = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'ghost' } };
  const ghost = step(ask('POST', '/api/v1/nodes', { body }).world, { type: 'advance', milliseconds: 61_000 }).world;
  expect(JSON.stringify(ask('GET', '/api/v1/nodes/ghost', {}, ghost).object)).toContain(
    'Kubelet never posted node status.',
  );
});

test('a token for an account is the account, until the account is gone', () => {
  const account = '/api/v1/namespaces/default/serviceaccounts';
  const created = ask('POST', account, {
    body: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'me' } },
  }).world;
  const { object } = ask('POST', `${account}/me/token`, { body: {} }, created);
  const token = String((object.status as JsonObject).token);
  const whoami = (world: World) =>
    ask(
      'POST',
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      {
        who: 'nobody',
        headers: [['Authorization', `Bearer ${token}`]],
        body: {},
      },
      world,
    );
  expect(whoami(created).object.status).toMatchObject({ userInfo: { username: 'system:serviceaccount:default:me' } });
  expect(whoami(ask('DELETE', `${account}/me`, {}, created).world).status).toBe(401);
});

test('what is not modelled says so', () => {
  const body = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'd' } };
  const { status, object } = ask('POST', '/apis/apps/v1/namespaces/default/deployments', { body });
  expect([status, object.message]).toEqual([501, 'portside: create of deployments.apps is not modelled']);
});

test('a node gets tokens for its pods, bound to them, and for no audience that they do not name', () => {
  const { world } = made(pod('holder'));
  const { object } = ask('GET', `${PODS}/holder`, {}, world);
  const uid = (object.metadata as JsonObject).uid ?? '';
  const boundObjectRef = { apiVersion: 'v1', kind: 'Pod', name: 'holder', uid };
  const path = '/api/v1/namespaces/default/serviceaccounts/default/token';
  const wanted = (spec: JsonObject) => ask('POST', path, { who: 'node', body: { spec } }, world);
  expect(wanted({ boundObjectRef }).status).toBe(201);
  expect(wanted({}).object.message).toMatch(/: node requested token not bound to a pod$/);
  expect(wanted({ boundObjectRef, audiences: ['vault'] }).object.message).toMatch(
    /: audience "vault" not found in pod spec volume, system:node:node01 is not authorized to request tokens for this audience$/,
  );
});

test('a PUT makes a role that is not there, and no ConfigMap', () => {
  const metadata = { name: 'new' };
  const roles = '/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles';
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules: [] };
  expect(ask('PUT', `${roles}/new`, { body: role }).status).toBe(201);
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
  expect(ask('PUT', '/api/v1/namespaces/default/configmaps/new', { body: map }).status).toBe(404);
});
