import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { request, travel, worldWith } from './node.fixture.ts';
import { ROUTES } from './routes.table.ts';

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: c, image: busybox, command: [sleep, "99999999"]}]}';
const WORLD = worldWith({ manifests: { '/m/x.yaml': POD }, config: 'enableSystemLogQuery: true\n' });
if (WORLD === null) throw new Error('did not start');

const part = fc.oneof(
  fc.constantFrom('default', 'web-node01', 'c', '..', '', '%2e', 'summary'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const root = fc.oneof(fc.constantFrom(...ROUTES.map(({ pattern }) => pattern)), fc.constant('/'));
const key = fc.constantFrom(
  'cmd',
  'command',
  'output',
  'tailLines',
  'sinceTime',
  'query',
  'boot',
  'verbose',
  'exclude',
  'timeout',
  'debug',
  '__proto__',
);
const query = fc.array(fc.tuple(key, fc.string({ unit: 'binary', maxLength: 8 })));
const target = fc
  .tuple(root, fc.array(part, { maxLength: 4 }), query)
  .map(
    ([start, parts, pairs]) =>
      `${start}${parts.join('/')}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );
const method = fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'CONNECT', 'BREW', '');
const headers = fc.dictionary(
  fc.constantFrom('Accept', 'Upgrade', 'Connection', 'Range', 'User-Agent'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('any request has an answer with a status', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(
      method,
      target,
      fc.constantFrom(10250, 10255, 10248),
      headers,
      fc.string(),
      (verb, path, port, extra, body) => {
        const { answer, records } = travel(WORLD, request(verb, path, port, extra, body));
        expect(answer.kind).toBe('http');
        if (answer.kind === 'http') expect(answer.status).toBeGreaterThan(100);
        expect(records.at(-1)?.verdict).toBe('answered');
      },
    ),
    { numRuns: 2000 },
  );
});

test('a journey leaves JSON values behind', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(method, target, (verb, path) => {
      const { process, records, route } = travel(WORLD, request(verb, path));
      for (const value of [process, records, route]) expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test('any object of the cluster and any manifest leave every page readable', { timeout: 30_000 }, () => {
  const object = fc
    .json()
    .map((text): Json => JSON.parse(text))
    .filter((value): value is JsonObject => isObject(value));
  const list = fc.json();
  fc.assert(
    fc.property(object, object, list, (metadata, spec, containers) => {
      const pod: JsonObject = { kind: 'Pod', metadata, spec: { ...spec, nodeName: 'node01' } };
      const text = `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"containers":${containers}}}`;
      const world = worldWith({ objects: { 'Pod/default/p': pod, 'Pod//': pod }, manifests: { '/m/x.json': text } });
      if (world === null) throw new Error('did not start');
      for (const path of ['/pods', '/runningpods/', '/metrics/cadvisor', '/stats/summary', '/logs/pods/']) {
        expect(travel(world, request('GET', path)).answer.kind).toBe('http');
      }
    }),
  );
});
