import { expect, test } from 'vitest';
import { readRequest } from './requestInfo.ts';

const CASES: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['GET', '/api/v1/pods', { verb: 'list', resource: 'pods', namespace: '' }],
  ['GET', '/api/v1/pods?watch=true', { verb: 'watch' }],
  ['GET', '/api/v1/pods?watch=0', { verb: 'list' }],
  [
    'GET',
    '/api/v1/namespaces/kube-system/pods/x/log?follow=1',
    { verb: 'get', namespace: 'kube-system', name: 'x', subresource: 'log' },
  ],
  ['GET', '/api/v1/namespaces/x', { verb: 'get', resource: 'namespaces', name: 'x', namespace: 'x' }],
  ['PUT', '/api/v1/namespaces/x/finalize', { verb: 'update', resource: 'namespaces', subresource: 'finalize' }],
  [
    'POST',
    '/apis/rbac.authorization.k8s.io/v1/namespaces/a/roles',
    { verb: 'create', group: 'rbac.authorization.k8s.io', resource: 'roles' },
  ],
  ['DELETE', '/api/v1/nodes', { verb: 'deletecollection' }],
  ['GET', '/api/v1/nodes?fieldSelector=metadata.name%3Dn1', { verb: 'list', name: 'n1' }],
  ['GET', '/api/v1/nodes/n/proxy/logs/x/', { subresource: 'proxy', rest: '/logs/x/' }],
  ['GET', '/api/v1/nodes/n/proxy', { rest: '' }],
  ['BREW', '/api/v1/nodes', { verb: '' }],
  ['GET', '/apis/apps/v1', { isResource: false, verb: 'get' }],
  ['HEAD', '/healthz', { isResource: false, verb: 'head' }],
  ['GET', '/api/v1/watch/pods', { verb: 'watch', resource: 'pods' }],
];

test.each(CASES)('%s %s', (method, path, expected) => {
  expect(readRequest(method, path)).toMatchObject(expected);
});
