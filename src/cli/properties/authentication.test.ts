import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCluster } from '#engine/apiserver/newCluster.ts';
import type { Json } from '#engine/json.ts';
import { authenticateRequest } from '#engine/kubelet/authn/chain.ts';
import type { KubeletProcess } from '#engine/kubelet/process.ts';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import { publicKeyOf } from '#engine/pki/keys.ts';
import { parseTime } from '#engine/time.ts';
import { pem } from '../conformance/recordedHost.ts';
import { ACCOUNT_OBJECTS, type Credential, credentials, factsOf, NOW, recordings } from './credentials.ts';
import { type Doorkeeper, whoIsNaively } from './naiveAuthentication.ts';

const [privateKey = ''] = KEY_POOL;
const cluster = newCluster({
  clientCA: pem(recordings, 'ca.crt'),
  serviceAccountKey: { privateKey, publicKey: publicKeyOf(privateKey) ?? '' },
  endpoint: '10.0.0.10:6443',
  objects: Object.values(ACCOUNT_OBJECTS),
});

/** What clientCAFile may hold: pairs of `pki/`. */
const BUNDLES = [['ca'], ['other-ca'], ['front-proxy-ca'], ['ca', 'other-ca'], ['other-ca', 'ca']].map((names) => ({
  authorities: names.map(factsOf),
  text: names.map((name) => pem(recordings, `${name}.crt`)).join(''),
}));

/** In the middle of all dates, about the ends of a token, and in years of other certificates. */
const MOMENTS = [
  ...[
    NOW,
    NOW,
    NOW,
    NOW - 30_000,
    NOW - 90_000,
    NOW - 3 * 3_600_000,
    NOW + 3_600_000,
    NOW + 3_630_000,
    NOW + 3_690_000,
  ],
  ...['2024-06-01T00:00:00Z', '2027-11-24T08:18:13Z', '2027-11-24T08:18:14Z', '2040-06-01T00:00:00Z'].map(parseTime),
];

function processOf({ anonymous, webhook }: Doorkeeper, bundle: string | null): KubeletProcess {
  const setting = (path: string, value: Json) =>
    [path, { path, value, source: { from: 'default' as const }, beaten: [] }] as const;
  const settings = Object.fromEntries([
    setting('authentication.anonymous.enabled', anonymous),
    setting('authentication.webhook.enabled', webhook),
    setting('authentication.webhook.cacheTTL', '2m0s'),
  ]);
  return {
    pid: 1,
    version: '1.36.3',
    startedAt: NOW,
    argv: [],
    environment: {},
    nodeName: 'node01',
    config: { fromFile: true, settings, flags: {}, gates: {}, configz: {} },
    listeners: [],
    client: {
      server: 'https://10.0.0.10:6443',
      subject: { user: 'system:node:node01', groups: ['system:nodes', 'system:authenticated'], extra: {} },
    },
    clientCA: bundle === null ? null : { path: '/etc/kubernetes/pki/ca.crt', pem: bundle },
    serving: { kind: 'none', reason: 'half-configured' },
    caches: { tokens: {}, decisions: {} },
    manifests: {},
    verbosity: 0,
    served: {},
  };
}

function whoIs(credential: Credential, door: Doorkeeper, bundle: string | null): string {
  const { outcome } = authenticateRequest({
    process: processOf(door, bundle),
    tokens: {},
    request: {
      address: '127.0.0.1',
      port: 10250,
      scheme: 'https',
      method: 'GET',
      path: '/pods',
      headers: credential.headers,
    },
    // A kubelet without client CA does not ask for a certificate.
    peer: bundle === null ? null : credential.certificate,
    cluster: { ...cluster, reachable: door.apiServerUp },
    now: door.now,
  });
  return 'subject' in outcome ? `${outcome.subject.user} [${outcome.subject.groups.join(' ')}]` : '401';
}

/** A machine may be busy. */
const PATIENCE = 60_000;

const RUNS = 30_000;

test(
  `the chain of authenticators takes ${RUNS} requests for whom its naive twin takes them`,
  () => {
    const seen = new Map<string, number>();
    const doors = fc.record({
      anonymous: fc.boolean(),
      webhook: fc.boolean(),
      bundle: fc.constantFrom(null, ...BUNDLES),
      apiServerUp: fc.constantFrom(true, true, true, false),
      now: fc.constantFrom(...MOMENTS),
    });
    fc.assert(
      fc.property(credentials(cluster), doors, (credential, { bundle, ...rest }) => {
        const door = { ...rest, authorities: bundle?.authorities ?? null };
        const who = whoIs(credential, door, bundle?.text ?? null);
        seen.set(who, (seen.get(who) ?? 0) + 1);
        expect([credential.shown, door, who]).toEqual([credential.shown, door, whoIsNaively(credential.shown, door)]);
      }),
      { numRuns: RUNS },
    );
    expect(seen.size).toBeGreaterThan(10);
  },
  PATIENCE,
);
