import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  after,
  asking,
  base,
  CA,
  configured,
  credentials,
  FLAGS,
  FURTHER_LINES,
  NODE,
  type Offered,
  type Settings,
  started,
  textOf,
  wait,
  write,
} from '../world/playground.fixture.ts';
import type { World } from '../world/world.ts';
import { type Ask, type Door, gridAnswers, gridRequest, type Offer } from './requestGrid.ts';
import { departure, walk } from './walk.ts';

const UPGRADE = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
] as const;

const settings: fc.Arbitrary<Settings> = fc.record({
  anonymous: fc.boolean(),
  webhook: fc.boolean(),
  clientCA: fc.boolean(),
  mode: fc.constantFrom('Webhook', 'AlwaysAllow'),
  rest: fc.array(fc.constantFrom(...FURTHER_LINES), { maxLength: 2 }),
  flags: fc.array(fc.constantFrom(...FLAGS), { maxLength: 3 }),
});

const door: fc.Arbitrary<Door> = fc.record({
  address: fc.constantFrom('127.0.0.1', '10.0.0.11'),
  port: fc.constantFrom(10250, 10250, 10255, 10248, 10260, 22),
  scheme: fc.constantFrom('https' as const, 'https' as const, 'http' as const),
  headers: fc.constant([['Host', 'localhost'] as const]),
});

const ask: fc.Arbitrary<Ask> = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'BREW'),
  path: fc.oneof(
    fc.constantFrom('/pods', '/healthz', '/configz', '/metrics', '/stats/summary', '/logs/', '//pods'),
    fc.constantFrom(
      '/containerLogs/default/web-node01/nginx',
      '/exec/default/web-node01/nginx?command=id&output=1',
      '/run/default/web-node01/nginx?cmd=id',
    ),
    fc.string().map((text) => `/${text}`),
  ),
  headers: fc.constantFrom(
    [],
    UPGRADE,
    [...UPGRADE, ['Sec-WebSocket-Protocol', 'base64url.bearer.authorization.k8s.io.YWJj, v4']],
    [['Authorization', 'Bearer x']],
    [['Accept', 'text/html']],
  ) as fc.Arbitrary<Ask['headers']>,
});

const offered: fc.Arbitrary<Offered> = fc.record({
  certificate: fc.constantFrom('none', 'admin', 'bob', 'intruder', 'rubbish'),
  token: fc.constantFrom('none', 'prometheus', 'rubbish', 'malformed'),
});

function offerOf(world: World, who: Offered): Offer {
  const { headers = [], certificate } = credentials(world, who);
  return { headers, ...(certificate === undefined ? {} : { certificate }) };
}

test('a grid holds the answers that its requests get one by one, whatever the kubelet is told', () => {
  fc.assert(
    fc.property(
      settings,
      fc.array(door, { minLength: 1, maxLength: 3 }),
      fc.array(ask, { minLength: 1, maxLength: 5 }),
      fc.array(offered, { minLength: 1, maxLength: 5 }),
      (configuration, doors, asks, who) => {
        const world = configured(configuration);
        const offers = who.map((one) => offerOf(world, one));
        const grid = gridAnswers(world, NODE, { doors, asks, offers });
        for (const [i, at] of doors.entries()) {
          for (const [j, what] of asks.entries()) {
            for (const [k, offer] of offers.entries()) {
              const request = gridRequest(at, what, offer);
              expect(grid[i]?.[j]?.[k]).toEqual(walk(departure(world, NODE, request)).answer);
            }
          }
        }
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

/** The world with a static pod that sees `/srv` of the node. */
function mounting(world: World): World {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'looker' },
    spec: {
      containers: [
        {
          name: 'looker',
          image: 'busybox',
          command: ['sleep', '9999'],
          volumeMounts: [{ name: 'srv', mountPath: '/seen' }],
        },
      ],
      volumes: [{ name: 'srv', hostPath: { path: '/srv' } }],
    },
  };
  return after(world, write('/etc/kubernetes/manifests/looker.yaml', JSON.stringify(pod)));
}

test('a container sees what was just written on its node', () => {
  const world = after(mounting(started()), write('/srv/seen', 'first'));
  const cat = asking({
    ...credentials(world, { certificate: 'admin', token: 'none' }),
    method: 'POST',
    path: '/run/default/looker-node01/looker?cmd=cat%20/seen/seen',
  });
  const seen = (one: World) => walk(departure(one, NODE, cat)).answer;
  expect(seen(world)).toMatchObject({ status: 200, body: 'first' });
  expect(seen(after(world, write('/srv/seen', 'second')))).toMatchObject({ status: 200, body: 'second' });
});

test('what is remembered of a grid is forgotten when its world has become another one', () => {
  const world = started();
  const offers = [
    offerOf(world, { certificate: 'admin', token: 'none' }),
    offerOf(world, { certificate: 'bob', token: 'none' }),
  ];
  const asks = [
    ...['/logs/', '/pods', '/healthz', '/metrics'].map((path) => ({ method: 'GET', path, headers: [] })),
    { method: 'POST', path: '/run/default/looker-node01/looker?cmd=cat%20/seen/seen', headers: [] },
  ];
  const doors = [{ address: '127.0.0.1', port: 10250, scheme: 'https' as const, headers: [] }];
  const rights = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'dev' } };
  const worlds = [
    world,
    after(world, write('/var/log/new.log', 'x')),
    after(world, write(CA, '')),
    after(world, write('/etc/kubernetes/manifests/more.yaml', textOf(world, '/etc/kubernetes/manifests/web.yaml'))),
    after(world, wait(1)),
    after(world, wait(86_400 * 400)),
    after(world, {
      type: 'apply',
      object: {
        ...rights,
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:kubelet-api-admin' },
        subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'dev' }],
      },
    }),
    after(world, { type: 'reachable', reachable: false }),
    after(world, write('/srv/seen', 'first')),
    after(mounting(world)),
    after(mounting(world), write('/srv/seen', 'first')),
    after(mounting(world), write('/srv/seen', 'second')),
    after(world, {
      type: 'request',
      node: NODE,
      request: asking(credentials(world, { certificate: 'bob', token: 'none' })),
    }),
    world,
  ];
  for (const one of worlds) {
    for (const [i, ask] of asks.entries()) {
      for (const [j, offer] of offers.entries()) {
        const answer = gridAnswers(one, NODE, { doors, asks, offers })[0]?.[i]?.[j];
        const request = gridRequest(doors[0] as Door, ask, offer);
        expect(answer).toEqual(walk(departure(one, NODE, request)).answer);
      }
    }
  }
});

test('where no kubelet runs, or no such node is, every cell is refused', () => {
  const one = { doors: [{ address: '10.0.0.11', port: 10250, scheme: 'https' as const, headers: [] }] };
  const grid = { ...one, asks: [{ method: 'GET', path: '/pods', headers: [] }], offers: [{ headers: [] }] };
  for (const [world, node] of [[base().world, NODE] as const, [started(), 'elsewhere'] as const]) {
    expect(gridAnswers(world, node, grid)).toEqual([[[{ kind: 'refused' }]]]);
  }
});
