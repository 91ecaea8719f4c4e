import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpRequest } from '#engine/kubelet/exchange.ts';
import { departure, walk } from '#engine/kubelet/walk.ts';
import type { World } from '#engine/world/world.ts';
import { lineWorld } from '../conformance/curlLines.ts';
import { ACCOUNT_OBJECTS, type Credential, credentials, factsOf, NOW, recordings } from './credentials.ts';
import type { Doorkeeper } from './naiveAuthentication.ts';
import { knockNaively } from './naiveDoor.ts';
import { objectsOf, policies } from './policies.ts';

type Door = Doorkeeper & { readonly mode: 'AlwaysAllow' | 'Webhook'; readonly node: string };

const MODES = ['AlwaysAllow', 'Webhook'] as const;
const PATHS = [
  ...['/healthz', '/healthz/ping', '/pods', '/pods/', '/metrics', '/metrics/cadvisor', '/stats/summary', '/stats/x'],
  ...[
    '/logs/',
    '/logs/syslog',
    '/runningpods/',
    '/configz',
    '/statusz',
    '/flagz',
    '/debug/pprof/heap',
    '/debug/flags/v',
  ],
  ...['/containerLogs/default/web-node01/nginx', '/exec/default/web-node01/nginx', '/run/default/web-node01/nginx'],
  ...['/attach/default/web-node01/nginx', '/portForward/default/web-node01', '/checkpoint/default/web-node01/nginx'],
];
const METHODS = ['GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'BREW'];

/** A kubelet started with every mixture of the settings that matter here, as a learner would set them. */
const DOORS: readonly { readonly door: Door; readonly world: World }[] = [true, false].flatMap((anonymous) =>
  [true, false].flatMap((webhook) =>
    ['ca', 'other-ca', null].flatMap((authority) =>
      MODES.map((mode) => {
        const x509 = authority === null ? '' : `  x509:\n    clientCAFile: /etc/kubernetes/pki/${authority}.crt\n`;
        const authentication = `authentication:\n  anonymous:\n    enabled: ${anonymous}\n  webhook:\n    enabled: ${webhook}\n`;
        const config = `${authentication}${x509}authorization:\n  mode: ${mode}\n`;
        const line = {
          program: 'curl',
          case: config,
          config,
          command: '',
          stdout: '',
          stderr: '',
          exitCode: 0,
        } as const;
        const authorities = authority === null ? null : [factsOf(authority)];
        const door = { anonymous, webhook, authorities, apiServerUp: true, now: NOW, mode, node: 'node01' };
        return { door, world: { ...lineWorld(line, recordings), now: NOW } };
      }),
    ),
  ),
);

/** The cluster that judges: its own keys, and no other roles than those of the policy. */
function clusterOf(world: World, policy: Parameters<typeof objectsOf>[0]): World['cluster'] {
  return { ...world.cluster, objects: { ...ACCOUNT_OBJECTS, ...objectsOf(policy) } };
}

function knock(world: World, credential: Credential, method: string, path: string): string {
  const request: HttpRequest = {
    address: '127.0.0.1',
    port: 10250,
    scheme: 'https',
    method,
    path,
    headers: credential.headers,
    ...(credential.certificate !== null && {
      certificate: { certificate: credential.certificate, name: '/root/client.crt' },
    }),
  };
  const { answer } = walk(departure(world, 'node01', request));
  if (answer?.kind !== 'http') return answer?.kind ?? 'nothing';
  if (answer.status === 401) return '401';
  return answer.status === 403 ? `403 ${answer.body}` : 'passed';
}

/** A machine may be busy. */
const PATIENCE = 60_000;

const RUNS = 500;
const KNOCKS = 24;

test(
  `the doors open for ${RUNS * KNOCKS} requests as the naive twins open them`,
  () => {
    const [any] = DOORS;
    if (any === undefined) throw new Error('there must be a door');
    const requests = fc.record({
      credential: credentials(any.world.cluster),
      method: fc.constantFrom(...METHODS),
      path: fc.constantFrom(...PATHS),
      door: fc.constantFrom(...DOORS),
    });
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(policies, fc.array(requests, { minLength: KNOCKS, maxLength: KNOCKS }), (policy, list) => {
        for (const { credential, method, path, door } of list) {
          const world = { ...door.world, cluster: clusterOf(door.world, policy) };
          const got = knock(world, credential, method, path);
          const told = { method, path, shown: credential.shown };
          expect([told, door.door, got]).toEqual([told, door.door, knockNaively(told, door.door, policy)]);
          seen.set(got.slice(0, 3), (seen.get(got.slice(0, 3)) ?? 0) + 1);
        }
      }),
      { numRuns: RUNS },
    );
    for (const kind of ['401', '403', 'pas']) expect([kind, (seen.get(kind) ?? 0) > 1000]).toEqual([kind, true]);
  },
  PATIENCE,
);
