import { expect, test } from 'vitest';
import { asking, configured, credentials, NODE, started } from '#engine/world/playground.fixture.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { accessView } from './access.ts';

function asked(world: World, change: Parameters<typeof asking>[0]) {
  const { trace, world: after } = step(world, { type: 'request', node: NODE, request: asking(change) });
  if (trace.kind !== 'request') throw new Error('a request leaves the trace of a request');
  return { access: accessView(trace, after), after };
}

test('a 403 shows both questions in order, as they were put, and the finest grant', () => {
  const world = started();
  const bob = credentials(world, { certificate: 'bob', token: 'none' });
  const { access, after } = asked(world, bob);
  expect(access?.reviews.map(({ title, outcome, cached }) => [title, outcome, cached])).toEqual([
    ['get nodes/pods', 'refused', false],
    ['get nodes/proxy', 'refused', false],
  ]);
  expect(JSON.parse(access?.reviews[0]?.json ?? '')).toMatchObject({
    spec: { user: 'bob', resourceAttributes: { verb: 'get', subresource: 'pods', name: NODE } },
  });
  expect(access?.grant.sentence).toBe(`Allows bob exactly this: get nodes/pods on node ${NODE}.`);
  expect(access?.grant.dangers).toEqual([]);
  const again = asked(after, bob).access;
  expect(again?.reviews.map(({ cached }) => cached)).toEqual([true, true]);
});

test('an allowed request shows the questions up to the one that was allowed', () => {
  const world = started();
  const { access } = asked(world, {
    path: '/metrics',
    ...credentials(world, { certificate: 'none', token: 'prometheus' }),
  });
  expect(access?.reviews).toMatchObject([{ title: 'get nodes/metrics', outcome: 'allowed' }]);
});

test('a stranger’s grant on nodes/proxy is dangerous twice', () => {
  const world = configured({ anonymous: true, webhook: true, clientCA: true, mode: 'Webhook', rest: [], flags: [] });
  const { access } = asked(world, { path: '/run/default/web/nginx', method: 'POST' });
  expect(access?.grant.dangers).toHaveLength(2);
});

test('where nobody asked there is nothing to show', () => {
  expect(asked(started(), {}).access).toBeNull();
  expect(asked(started(), { port: 10248, scheme: 'http', path: '/healthz' }).access).toBeNull();
});
