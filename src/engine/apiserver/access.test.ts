import { expect, test } from 'vitest';
import { reviewAccess } from './access.ts';
import { callError } from './call.ts';
import { newCluster } from './newCluster.ts';
import type { AccessQuestion } from './review.ts';
import { ANONYMOUS, type Subject } from './subject.ts';

const CLUSTER = newCluster({
  clientCA: '',
  serviceAccountKey: { privateKey: '', publicKey: '' },
  endpoint: '10.0.0.10:6443',
  objects: [],
});
const NODE: Subject = { user: 'system:node:n1', groups: ['system:nodes', 'system:authenticated'], extra: {} };

const ask = (subject: Subject, verb: string, path: string, name = 'n1', namespace = ''): AccessQuestion => {
  const [full = '', subresource = ''] = path.split('/');
  const dot = full.indexOf('.');
  const [resource, group] = dot === -1 ? [full, ''] : [full.slice(0, dot), full.slice(dot + 1)];
  return { subject, verb, group, version: 'v1', resource, subresource, namespace, name };
};

test('system:masters may do anything, whatever the modes', () => {
  const subject = { user: 'root', groups: ['system:masters'], extra: {} };
  expect(
    reviewAccess({ ...CLUSTER, authorizationModes: ['AlwaysDeny'] }, ask(subject, '', 'nodes/proxy')),
  ).toMatchObject({
    allowed: true,
    by: 'system:masters',
    rule: null,
  });
});

test('modes are asked in order', () => {
  const eve = { user: 'eve', groups: [], extra: {} };
  expect(reviewAccess({ ...CLUSTER, authorizationModes: ['AlwaysAllow'] }, ask(eve, 'get', 'nodes')).by).toBe(
    'AlwaysAllow',
  );
  expect(
    reviewAccess({ ...CLUSTER, authorizationModes: ['AlwaysDeny', 'RBAC'] }, ask(eve, 'get', 'nodes')),
  ).toMatchObject({
    allowed: false,
    reason: 'Everything is forbidden.',
  });
});

test.each([
  ['create', 'tokenreviews.authentication.k8s.io', '', '', true, ''],
  ['create', 'subjectaccessreviews.authorization.k8s.io', '', '', true, ''],
  ['get', 'nodes', 'n1', '', true, ''],
  ['get', 'nodes', 'n2', '', false, "node 'n1' cannot read 'n2', only its own Node object"],
  ['list', 'nodes', '', '', false, "node 'n1' cannot read all nodes, only its own Node object"],
  ['patch', 'nodes/status', 'n1', '', true, ''],
  ['get', 'nodes/proxy', 'n1', '', false, ''],
  ['get', 'nodes/metrics', 'n1', '', false, ''],
  ['create', 'pods/eviction', 'p', 'default', true, ''],
  ['delete', 'pods', 'p', 'default', true, ''],
  ['get', 'secrets', 's', 'default', false, "no relationship found between node 'n1' and this object"],
  ['update', 'leases.coordination.k8s.io', 'n1', 'kube-node-lease', true, ''],
  [
    'update',
    'leases.coordination.k8s.io',
    'n2',
    'kube-node-lease',
    false,
    'can only access node lease with the same name as the requesting node',
  ],
  ['create', 'clusterroles.rbac.authorization.k8s.io', '', '', false, ''],
] as const)('a node may %s %s %s: %s', (verb, path, name, namespace, allowed, reason) => {
  expect(reviewAccess(CLUSTER, ask(NODE, verb, path, name, namespace))).toMatchObject({ allowed, reason });
});

test('a node by name alone, without its group, is nobody', () => {
  const decision = reviewAccess(CLUSTER, ask({ ...NODE, groups: [] }, 'get', 'nodes'));
  expect(decision).toMatchObject({ allowed: false, reason: '' });
});

test('a call fails in the words of client-go', () => {
  const client = { server: 'https://10.0.0.10:6443', subject: NODE };
  expect(callError(CLUSTER, client, 'subjectaccessreviews')).toBeNull();
  expect(callError({ ...CLUSTER, reachable: false }, client, 'subjectaccessreviews')).toBe(
    'Post "https://10.0.0.10:6443/apis/authorization.k8s.io/v1/subjectaccessreviews": dial tcp 10.0.0.10:6443: connect: connection refused',
  );
  expect(callError(CLUSTER, { ...client, server: 'https://nope.example:6443' }, 'tokenreviews')).toBe(
    'Post "https://nope.example:6443/apis/authentication.k8s.io/v1/tokenreviews": dial tcp: lookup nope.example: no such host',
  );
  expect(callError(CLUSTER, { ...client, subject: null }, 'tokenreviews')).toBe('Unauthorized');
  expect(callError(CLUSTER, { ...client, subject: ANONYMOUS }, 'tokenreviews')).toBe(
    'tokenreviews.authentication.k8s.io is forbidden: User "system:anonymous" cannot create resource "tokenreviews" in API group "authentication.k8s.io" at the cluster scope',
  );
});
