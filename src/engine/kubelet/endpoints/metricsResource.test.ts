import { expect, test } from 'vitest';
import { get, START, worldWith } from './node.fixture.ts';

const world = worldWith({});

test.each(['/metrics', '/metrics/cadvisor', '/metrics/resource', '/metrics/probes', '/metrics/slis'])(
  '%s tells when the process began',
  (path) => {
    const began = world?.nodes.node01?.kubelet.process?.startedAt ?? START;
    expect(get(world, path).headers).toContainEqual(['Process-Start-Time-Unix', String(Math.floor(began / 1000))]);
  },
);

test('DELETE of the health metrics answers as if it emptied them', () => {
  const { status, headers, body } = get(world, '/metrics/slis', 'DELETE');
  expect([status, body]).toEqual([200, 'metrics reset\n']);
  expect(headers).toEqual([['Content-Type', 'text/plain; charset=utf-8']]);
});
