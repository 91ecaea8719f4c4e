import { expect, test } from 'vitest';
import { request, travel, worldWith } from '../endpoints/node.fixture.ts';
import type { StageRecord } from '../stage.ts';

function knock(config: string, port: number, address = '127.0.0.1'): StageRecord & { kind: string } {
  const world = worldWith({ config });
  if (world === null) throw new Error('did not start');
  const { records, answer } = travel(world, { ...request('GET', '/healthz', port), address });
  const [record] = records;
  if (record === undefined) throw new Error('no record');
  return { ...record, kind: answer.kind };
}

const paths = (record: StageRecord): readonly string[] =>
  record.causes.map((cause) => (cause.kind === 'setting' ? cause.setting.path : cause.kind));

test('an open port passes and names its settings', () => {
  expect(knock('', 10250)).toMatchObject({ reason: 'connected', kind: 'http' });
  expect(paths(knock('', 10255, '10.0.0.11'))).toEqual(['readOnlyPort', 'address']);
});

test.each([
  ['enableServer: false\n', 10250, 'enableServer'],
  ['port: 10260\n', 10250, 'port'],
  ['healthzPort: 0\n', 10248, 'healthzPort'],
])('%j shuts %d because of %s', (config, port, path) => {
  const record = knock(config, port);
  expect(record).toMatchObject({ verdict: 'answered', reason: 'port-closed', kind: 'refused' });
  expect(paths(record)).toEqual([path]);
});

test('a port on another address is refused because of that address', () => {
  const record = knock('', 10248, '10.0.0.11');
  expect(record).toMatchObject({ reason: 'address-closed', kind: 'refused', facts: { bound: '127.0.0.1' } });
  expect(paths(record)).toEqual(['healthzBindAddress']);
});

test('a port that is nobody’s is refused', () => {
  expect(knock('', 80)).toMatchObject({ reason: 'port-unknown', kind: 'refused' });
});

test('without a kubelet nothing answers', () => {
  const world = worldWith({});
  const node = world?.nodes.node01;
  if (world === null || node === undefined) throw new Error('did not start');
  const dead = { ...world, nodes: { node01: { ...node, kubelet: { ...node.kubelet, process: null } } } };
  expect(travel(dead, request('GET', '/pods')).records[0]).toMatchObject({ reason: 'no-process' });
});
