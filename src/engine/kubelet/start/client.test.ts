import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCluster } from '../../apiserver/newCluster.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import type { Host } from '../../host/host.ts';
import type { Json } from '../../json.ts';
import { encodeBase64, utf8Bytes } from '../../pki/bytes.ts';
import { parseTime } from '../../time.ts';
import { releaseOf } from '../../versions/release.ts';
import { checkAuthentication, checkAuthorization, loadClient } from './client.ts';

const pki = (name: string) =>
  readFileSync(new URL(`../../../../conformance/recordings/1.36/pki/${name}`, import.meta.url), 'utf8');

const AUTHORITY = pki('ca.crt');

const CLUSTER = newCluster({
  clientCA: AUTHORITY,
  serviceAccountKey: { privateKey: '', publicKey: '' },
  endpoint: '10.0.0.10:6443',
  objects: [],
});

const NOW = parseTime('2026-12-01T00:00:00Z');
const CURRENT = '/var/lib/kubelet/pki/kubelet-client-current.pem';
const NODE01 = `${pki('node01.crt')}${pki('node01.key')}`;
const UNIT = { file: '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf', line: 3 };

const kubeconfig = (user: string, more = '') => `apiVersion: v1
kind: Config
clusters:
- name: k
  cluster: {server: "https://10.0.0.10:6443", certificate-authority: /ca.crt}
users:
- name: me
  user: ${user}
contexts:
- name: c
  context: {cluster: k, user: me}
current-context: c
${more}`;

const STANDARD = kubeconfig(`{client-certificate: ${CURRENT}, client-key: ${CURRENT}}`);

function config(
  flags: Readonly<Record<string, string>>,
  values: Readonly<Record<string, Json>> = {},
): EffectiveConfiguration {
  return {
    fromFile: true,
    settings: Object.fromEntries(
      Object.entries(values).map(([path, value]) => [path, { path, value, source: { from: 'default' }, beaten: [] }]),
    ),
    flags: Object.fromEntries(
      Object.entries(flags).map(([flag, text]) => [
        flag,
        { flag, text, given: true, source: { from: 'flag', flag, text: `--${flag}=${text}`, at: UNIT } },
      ]),
    ),
    gates: {},
    configz: {},
  };
}

function load(
  texts: Readonly<Record<string, string>>,
  flags: Readonly<Record<string, string>> = { kubeconfig: '/k.conf' },
  values: Readonly<Record<string, Json>> = {},
  now = NOW,
) {
  const files = Object.fromEntries(
    Object.entries({ '/ca.crt': AUTHORITY, ...texts }).map(([path, text]) => [
      path,
      { kind: 'file' as const, text, mode: 0o600, owner: 'root', group: 'root', modifiedAt: 0 },
    ]),
  );
  const host: Host = {
    hostname: 'node01',
    address: '10.0.0.11',
    files,
    units: {},
    journal: [],
    cgroup: 2,
    sysctls: {},
    runtimeSockets: [],
    bootedAt: 0,
    nextPid: 1,
    takenPorts: [],
  };
  return loadClient({ host, cluster: CLUSTER, config: config(flags, values), release: releaseOf('1.36.3'), now });
}

const errorOf = (loaded: ReturnType<typeof load>) => (loaded.ok ? null : loaded.error);
const userOf = (loaded: ReturnType<typeof load>) =>
  loaded.ok ? (loaded.client?.subject === null ? 'rejected' : loaded.client?.subject.user) : loaded.error;

test('without --kubeconfig the kubelet stands alone', () => {
  const alone = load({}, {});
  expect(alone).toEqual({
    ok: true,
    client: null,
    log: [{ level: 'I', source: 'server.go:709', text: '"Standalone mode, no API client"' }],
  });
  expect(checkAuthentication(config({}, { 'authentication.webhook.enabled': true }), null)).toBe(
    'no client provided, cannot use webhook authentication',
  );
  expect(checkAuthorization(config({}, { 'authorization.mode': 'Webhook' }), null)).toBe(
    'no client provided, cannot use webhook authorization',
  );
  expect(checkAuthorization(config({}, { 'authorization.mode': 'webhook' }), null)).toBe(
    'unknown authorization mode webhook',
  );
  expect(checkAuthorization(config({}, { 'authorization.mode': 'AlwaysAllow' }), null)).toBeNull();
});

test('the certificate makes the kubelet a node, from a path, inline or relative to the kubeconfig', () => {
  expect(load({ '/k.conf': STANDARD, [CURRENT]: NODE01 })).toEqual({
    ok: true,
    client: {
      server: 'https://10.0.0.10:6443',
      subject: {
        user: 'system:node:node01',
        groups: ['system:nodes', 'system:authenticated'],
        extra: { 'authentication.kubernetes.io/credential-id': [expect.stringMatching(/^X509SHA256=[0-9a-f]{64}$/)] },
      },
      certificate: { pem: NODE01, until: expect.any(Number) },
    },
    log: [],
  });
  const [cert, key] = [pki('node01.crt'), pki('node01.key')].map((text) => encodeBase64(utf8Bytes(text)));
  const inline = kubeconfig(`{client-certificate-data: ${cert}, client-key-data: ${key}}`);
  expect(userOf(load({ '/k.conf': inline }))).toBe('system:node:node01');
  const relative = kubeconfig('{client-certificate: ../p/n.pem, client-key: ../p/n.pem}');
  expect(userOf(load({ '/etc/k.conf': relative, '/p/n.pem': NODE01 }, { kubeconfig: '/etc/k.conf' }))).toBe(
    'system:node:node01',
  );
});

test('a certificate that the API server does not take, or none at all', () => {
  expect(userOf(load({ '/k.conf': STANDARD, [CURRENT]: `${pki('intruder.crt')}${pki('intruder.key')}` }))).toBe(
    'rejected',
  );
  expect(
    userOf(load({ '/k.conf': STANDARD, [CURRENT]: NODE01 }, undefined, {}, parseTime('2030-01-01T00:00:00Z'))),
  ).toBe('rejected');
  expect(userOf(load({ '/k.conf': kubeconfig('{}') }))).toBe('system:anonymous');
  expect(userOf(load({ '/k.conf': kubeconfig('{token: abc}') }))).toBe('rejected');
});

test('a missing kubeconfig blames the flag, by the path that the start takes', () => {
  expect(load({})).toEqual({
    ok: false,
    error: 'invalid kubeconfig: stat /k.conf: no such file or directory',
    at: UNIT,
    log: [],
  });
  expect(errorOf(load({}, { kubeconfig: '/k.conf' }, { rotateCertificates: true }))).toBe(
    'unable to load kubeconfig: stat /k.conf: no such file or directory',
  );
  const both = { kubeconfig: '/k.conf', 'bootstrap-kubeconfig': '/b.conf' };
  expect(errorOf(load({}, both, { rotateCertificates: true }))).toBe(
    'unable to load bootstrap kubeconfig: stat /b.conf: no such file or directory',
  );
});

test('a kubeconfig that lost its certificate says so in the log and falls back to bootstrapping', () => {
  const both = { kubeconfig: '/k.conf', 'bootstrap-kubeconfig': '/b.conf' };
  const loaded = load({ '/k.conf': STANDARD }, both, { rotateCertificates: true });
  expect(errorOf(loaded)).toBe('unable to load bootstrap kubeconfig: stat /b.conf: no such file or directory');
  const missing = `no such file or directory`;
  expect(loaded.log.map(({ text }) => text)).toEqual([
    '"Client rotation is on, will bootstrap in background"',
    `"Unhandled Error" err="unable to read existing bootstrap client config from /k.conf: invalid configuration: [unable to read client-cert ${CURRENT} for me due to open ${CURRENT}: ${missing}, unable to read client-key ${CURRENT} for me due to open ${CURRENT}: ${missing}]" logger="UnhandledError"`,
  ]);
  const expired = load(
    { '/k.conf': STANDARD, [CURRENT]: NODE01 },
    both,
    { rotateCertificates: true },
    parseTime('2030-01-01T00:00:00Z'),
  );
  expect(expired.log.at(-1)?.text).toContain(
    'part of the existing bootstrap client certificate in /k.conf is expired: 2027-11-24 08:18:11 +0000 UTC',
  );
});

test('with rotation on, the certificate in --cert-dir is the one that counts', () => {
  const inline = kubeconfig('{client-certificate: /old.pem, client-key: /old.pem}');
  const files = { '/k.conf': inline, '/old.pem': `${pki('node02.crt')}${pki('node02.key')}` };
  const rotating = { rotateCertificates: true };
  expect(userOf(load({ ...files, [CURRENT]: NODE01 }, undefined, rotating))).toBe('system:node:node01');
  expect(userOf(load({ ...files, [CURRENT]: NODE01 }))).toBe('system:node:node02');
  expect(userOf(load(files, undefined, rotating))).toBe('system:node:node02');
  expect(errorOf(load({ ...files, [CURRENT]: 'junk' }, undefined, rotating))).toBe(
    `failed to initialize client certificate manager: could not convert data from "${CURRENT}" into cert/key pair: tls: failed to find any PEM data in certificate input`,
  );
});

test.each([
  ['', 'invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable'],
  [
    'a: 1\nb: c: d\n',
    'error loading config file "/k.conf": yaml: line 2: mapping values are not allowed in this context',
  ],
  [
    'just words',
    `error loading config file "/k.conf": couldn't get version/kind; json parse error: json: cannot unmarshal string into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`,
  ],
  [
    'clusters: {}',
    'error loading config file "/k.conf": json: cannot unmarshal object into Go struct field Config.clusters of type []v1.NamedCluster',
  ],
  [STANDARD.replace('current-context: c', 'current-context: d'), 'context was not found for specified context: d'],
  [
    STANDARD.replace('cluster: k', 'cluster: z'),
    'invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable',
  ],
  [
    STANDARD.replace('/ca.crt', '/nope.crt'),
    'invalid configuration: unable to read certificate-authority /nope.crt for k due to open /nope.crt: no such file or directory',
  ],
  [
    STANDARD.replace(/, client-key: [^}]*/, ''),
    'invalid configuration: client-key-data or client-key must be specified for me to use the clientCert authentication method.',
  ],
])('a broken kubeconfig (%#)', (text, error) => {
  expect(errorOf(load({ '/k.conf': text, [CURRENT]: NODE01 }))).toBe(`invalid kubeconfig: ${error}`);
});

test('any text in the kubeconfig or the certificate ends in a client or in words', () => {
  const cuts = fc
    .tuple(fc.nat(STANDARD.length), fc.nat(20), fc.string())
    .map(([at, length, text]) => STANDARD.slice(0, at) + text + STANDARD.slice(at + length));
  const both = { kubeconfig: '/k.conf', 'bootstrap-kubeconfig': '/k.conf' };
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), cuts),
      fc.oneof(fc.string(), fc.constant(NODE01)),
      fc.boolean(),
      (text, pem, rotate) => {
        for (const flags of [{ kubeconfig: '/k.conf' }, both]) {
          const loaded = load({ '/k.conf': text, [CURRENT]: pem }, flags, { rotateCertificates: rotate });
          expect(typeof loaded.ok).toBe('boolean');
        }
      },
    ),
    { numRuns: 200 },
  );
});
