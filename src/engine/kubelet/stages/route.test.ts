import { expect, test } from 'vitest';
import { get, request, travel, worldWith } from '../endpoints/node.fixture.ts';

const world = (config = '', version = '1.36.3') => {
  const made = worldWith({ config, version });
  if (made === null) throw new Error('did not start');
  return made;
};

test('a path leads to an endpoint with its parameters', () => {
  const { route, records } = travel(world(), request('GET', '/containerLogs/a/b/c?follow=1'));
  expect(route).toEqual({
    endpoint: 'containerLogs',
    path: '/containerLogs/a/b/c',
    query: 'follow=1',
    parameters: { podNamespace: 'a', podID: 'b', containerName: 'c' },
  });
  expect(records[1]).toMatchObject({ stage: 'route', verdict: 'passed', reason: 'routed' });
});

test('what is missing because debugging is off says so', () => {
  const { records, answer } = travel(world('enableDebuggingHandlers: false\n'), request('GET', '/configz'));
  expect(answer).toMatchObject({ status: 404 });
  expect(records[1]?.causes).toMatchObject([{ kind: 'setting', setting: { path: 'enableDebuggingHandlers' } }]);
});

test('a target that is no URL is a bad request', () => {
  expect(get(world(), '/%zz')).toMatchObject({ status: 400, body: '400 Bad Request' });
});

test('a gate that is off takes its path away', () => {
  expect(get(world('featureGates: {ComponentStatusz: false}\n'), '/statusz').status).toBe(404);
  expect(get(world('featureGates: {ContainerCheckpoint: false}\n'), '/checkpoint/a/b/c', 'POST').status).toBe(404);
});

test('older minors redirect for good and know fewer checks', () => {
  expect(get(world('', '1.34.9'), '/logs')).toMatchObject({
    status: 301,
    body: '<a href="/logs/">Moved Permanently</a>.\n\n',
  });
  expect(get(world('', '1.31.14'), '/healthz/device-plugin').status).toBe(404);
});
