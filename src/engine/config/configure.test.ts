import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Argument } from '../host/argument.ts';
import type { Files } from '../host/files.ts';
import { configure } from './configure.ts';
import { type EffectiveConfiguration, settingAt } from './effective.ts';
import { withGenerated } from './generated.ts';
import type { Setting, Source } from './provenance.ts';

const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
const CONFIG = '/var/lib/kubelet/config.yaml';

function filesOf(texts: Readonly<Record<string, string>>): Files {
  const meta = { kind: 'file' as const, mode: 0o644, owner: 'root', group: 'root', modifiedAt: 0 };
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, { ...meta, text }]));
}

function run(args: readonly (string | Argument)[], texts: Readonly<Record<string, string>> = {}, cgroup: 1 | 2 = 2) {
  const argv = args.map((word) => (typeof word === 'string' ? { text: word, at: null } : word));
  return configure({ argv, files: filesOf(texts), version: '1.36.3', cgroup, workingDirectory: '/work' });
}

/** A start with a file, and drop-ins by name. */
function started(
  body: string,
  args: readonly (string | Argument)[] = [],
  dropIns: Readonly<Record<string, string>> = {},
): EffectiveConfiguration {
  const texts: Record<string, string> = { [CONFIG]: HEAD + body };
  for (const [name, text] of Object.entries(dropIns)) texts[`/etc/kubelet.d/${name}`] = HEAD + text;
  const folder = Object.keys(dropIns).length > 0 ? ['--config-dir=/etc/kubelet.d'] : [];
  const outcome = run([`--config=${CONFIG}`, ...folder, ...args], texts);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.config;
}

function errorOf(args: readonly string[], texts: Readonly<Record<string, string>> = {}): string {
  const outcome = run(args, texts);
  return outcome.ok ? 'fine' : outcome.error;
}

const inFile = (line: number, column = 1): Source => ({ from: 'file', at: { file: CONFIG, line, column } });

test('a flag beats drop-ins and file, and every loser stays on record with its place', () => {
  const at = { file: '/etc/default/kubelet', line: 1 };
  const flag = { text: '--anonymous-auth=true', at, variable: 'KUBELET_EXTRA_ARGS' };
  const config = started('authentication:\n  anonymous:\n    enabled: false\n', ['--anonymous-auth=false', flag], {
    '10-a.conf': 'authentication: {anonymous: {enabled: false}}\n',
  });
  expect(settingAt(config, 'authentication.anonymous.enabled')).toEqual({
    path: 'authentication.anonymous.enabled',
    value: true,
    source: { from: 'flag', flag: 'anonymous-auth', text: 'true', at, variable: 'KUBELET_EXTRA_ARGS' },
    beaten: [
      { value: false, source: { from: 'flag', flag: 'anonymous-auth', text: 'false', at: null } },
      { value: false, source: { from: 'drop-in', at: { file: '/etc/kubelet.d/10-a.conf', line: 3, column: 30 } } },
      { value: false, source: inFile(5, 5) },
    ],
  } satisfies Setting);
});

test('a zero that means the default is beaten by it', () => {
  const config = started('authentication:\n  webhook:\n    cacheTTL: 0s\nreadOnlyPort: 0\nport: 0\n');
  expect(settingAt(config, 'authentication.webhook.cacheTTL')).toMatchObject({
    value: '2m0s',
    source: { from: 'default' },
    beaten: [{ value: '0s', source: inFile(5, 5) }],
  });
  expect(settingAt(config, 'port')).toMatchObject({ value: 10250, beaten: [{ value: 0 }] });
  expect(settingAt(config, 'readOnlyPort')).toMatchObject({ value: 0, source: inFile(6), beaten: [] });
});

test('without a file the legacy defaults hold, with drop-ins too', () => {
  const bare = run([]);
  expect(bare.ok && settingAt(bare.config, 'authorization.mode')).toMatchObject({
    value: 'AlwaysAllow',
    source: { from: 'legacy-default' },
  });
  const dropped = run(['--config-dir=/d'], { '/d/a.conf': `${HEAD}syncFrequency: 30s` });
  expect(dropped.ok && settingAt(dropped.config, 'readOnlyPort')).toMatchObject({
    value: 10255,
    source: { from: 'legacy-default' },
  });
  expect(dropped.ok && dropped.config.fromFile).toBe(false);
});

test('drop-ins: null removes, maps merge, lists replace, empty lists of the base are lost, any case will do', () => {
  const body = 'authorization: {mode: AlwaysAllow}\nclusterDNS: [a]\nenforceNodeAllocatable: []\n';
  const config = started(body, [], {
    '1.conf':
      'authorization: null\nclusterDNS: [b, c]\nevictionHard: {nodefs.available: 1%}\nEventBurst: 7\nREGISTERNODE: false\n',
    'ignored.yaml': 'port: 1\n',
  });
  expect(settingAt(config, 'authorization.mode')).toMatchObject({
    value: 'Webhook',
    source: { from: 'default' },
    beaten: [{ value: 'AlwaysAllow' }],
  });
  expect(settingAt(config, 'clusterDNS')?.value).toEqual(['b', 'c']);
  expect(settingAt(config, 'evictionHard')?.value).toMatchObject({
    'nodefs.available': '1%',
    'memory.available': '100Mi',
  });
  expect(settingAt(config, 'enforceNodeAllocatable')).toMatchObject({
    value: ['pods'],
    source: { from: 'default' },
    beaten: [{ value: [] }],
  });
  // The base has eventBurst and registerNode already, under their own names, which sort last.
  expect(settingAt(config, 'eventBurst')?.value).toBe(100);
  expect(settingAt(config, 'registerNode')?.value).toBe(true);
  expect(settingAt(config, 'port')?.value).toBe(10250);
});

test('gates of file and flags merge gate by gate', () => {
  const config = started('featureGates: {NodeSwap: true, MemoryQoS: false}\n', [
    '--feature-gates=MemoryQoS=true',
    '--feature-gates=AllAlpha=false',
  ]);
  expect(settingAt(config, 'featureGates')?.value).toEqual({ AllAlpha: false, MemoryQoS: true, NodeSwap: true });
  expect(config.gates).toMatchObject({ MemoryQoS: true, KubeletFineGrainedAuthz: true, KubeletInUserNamespace: false });
});

test('one gate is a setting of its own, with the source that named it last', () => {
  const config = started('featureGates: {NodeSwap: true, MemoryQoS: false, KubeletInUserNamespace: false}\n', [
    '--feature-gates=MemoryQoS=true,KubeletInUserNamespace=false',
  ]);
  const flag = { from: 'flag', flag: 'feature-gates' };
  const file = { from: 'file' };
  const of = (name: string) => settingAt(config, `featureGates.${name}`);
  expect(of('MemoryQoS')).toMatchObject({ value: true, source: flag, beaten: [{ value: false, source: file }] });
  expect(of('KubeletInUserNamespace')).toMatchObject({ value: false, source: flag });
  expect(of('NodeSwap')).toMatchObject({ value: true, source: file, beaten: [] });
  expect(of('KubeletFineGrainedAuthz')).toMatchObject({ value: true, source: { from: 'default' } });
  expect([of('Nope'), of('constructor')]).toEqual([null, null]);
});

test('paths of a file are seen from its folder, those of flags stay', () => {
  const config = started('authentication: {x509: {clientCAFile: ../ca.crt}}\n', ['--tls-cert-file=tls.crt']);
  expect(settingAt(config, 'authentication.x509.clientCAFile')?.value).toBe('/var/lib/ca.crt');
  expect(settingAt(config, 'tlsCertFile')?.value).toBe('tls.crt');
});

test.each([
  [['run'], 'unknown command run'],
  [
    ['--anonymous_auth=maybe'],
    'failed to parse kubelet flag: invalid argument "maybe" for "--anonymous-auth" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
  ],
  [
    ['-v', 'x'],
    'failed to parse kubelet flag: invalid argument "x" for "-v, --v" flag: strconv.ParseUint: parsing "x": invalid syntax',
  ],
  [['-z'], "failed to parse kubelet flag: unknown shorthand flag: 'z' in -z"],
  [['--config'], 'failed to parse kubelet flag: flag needs an argument: --config'],
  [['---x'], 'failed to parse kubelet flag: bad flag syntax: ---x'],
  [
    ['--housekeeping-interval=x'],
    'failed to parse kubelet flag: invalid argument "x" for "--housekeeping-interval" flag: parse error',
  ],
  [
    ['--feature-gates=Nope=true'],
    'failed to set feature gates from initial flags-based config: unrecognized feature gate: Nope',
  ],
  [
    ['--feature-gates=X'],
    'failed to parse kubelet flag: invalid argument "X" for "--feature-gates" flag: malformed pair, expect string=bool',
  ],
  [
    ['--node-labels=kubernetes.io/role=x'],
    expect.stringContaining(
      "unknown 'kubernetes.io' or 'k8s.io' labels specified with --node-labels: [kubernetes.io/role]",
    ),
  ],
  [
    ['--config-dir=none'],
    'failed to merge kubelet configs: failed to walk through kubelet dropin directory "none": lstat none: no such file or directory',
  ],
  [
    ['--port=0', '--healthz-port=70000'],
    'failed to validate kubelet configuration, error: [invalid configuration: healthzPort (--healthz-port) 70000 must be between 1 and 65535, inclusive, invalid configuration: port (--port) 0 must be between 1 and 65535, inclusive], path: &TypeMeta{Kind:,APIVersion:,}',
  ],
  [['--logging-format=xml'], 'initialize logging: logging.format: Invalid value: "xml": Unsupported log format'],
])('%j', (args, error) => {
  expect(errorOf(args)).toEqual(error);
});

test('blames the line that was wrong', () => {
  const outcome = run([`--config=${CONFIG}`], { [CONFIG]: `${HEAD}eventBurst: 1\nreadOnlyPort: -1\n` });
  expect(outcome).toMatchObject({ ok: false, exitCode: 1, at: { file: CONFIG, line: 4, column: 1 } });
  const at = { file: '/etc/default/kubelet', line: 1 };
  expect(run([{ text: '--port=x', at }])).toMatchObject({ ok: false, at });
});

test('cgroup v1 stops a start that does not allow it', () => {
  expect(run([], {}, 1)).toMatchObject({
    ok: false,
    error: expect.stringContaining('cgroup v1 support is unsupported'),
  });
});

test('an unknown gate in a file is a panic', () => {
  const outcome = run([`--config=${CONFIG}`], { [CONFIG]: `${HEAD}featureGates: {Nope: true}\n` });
  expect(outcome).toMatchObject({
    ok: false,
    exitCode: 2,
    error: expect.stringMatching(/^panic: .*unrecognized feature gate: Nope$/),
  });
});

test('the second reading takes the word behind a library’s switch for its value', () => {
  const outcome = run([`--config=${CONFIG}`, '--log-cadvisor-usage', '--anonymous-auth=true'], { [CONFIG]: HEAD });
  expect(outcome.ok && settingAt(outcome.config, 'authentication.anonymous.enabled')?.value).toBe(false);
});

test('a path made at the start shows with its source, in its place in /configz', () => {
  const config = withGenerated(started(''), [['tlsCertFile', '/var/lib/kubelet/pki/kubelet.crt']], 'self-signed');
  expect(settingAt(config, 'tlsCertFile')?.source).toEqual({ from: 'generated', how: 'self-signed' });
  const keys = Object.keys(config.configz);
  expect(keys.indexOf('tlsCertFile')).toBe(keys.indexOf('port') + 1);
});

test('any words and any files give a configuration or a failure, never an exception', () => {
  const names = fc.constantFrom(
    'anonymous-auth',
    'config',
    'config-dir',
    'v',
    'feature-gates',
    'eviction-hard',
    'register-with-taints',
    'reserved-memory',
    'address',
    'cluster-dns',
    'vmodule',
    'node-labels',
    'version',
    'help',
  );
  const word = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.tuple(names, fc.string({ maxLength: 12 })).map(([name, text]) => `--${name}=${text}`),
    names.map((name) => `--${name}`),
  );
  const body = fc.oneof(
    fc.string(),
    fc
      .constantFrom('port', 'evictionHard', 'logging', 'authentication', '__proto__')
      .chain((key) => fc.json().map((json) => `${key}: ${json}\n`)),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), body, body, (words, file, dropIn) => {
      const args = [`--config=${CONFIG}`, '--config-dir=/d', ...words];
      const outcome = run(args, { [CONFIG]: HEAD + file, '/d/1.conf': HEAD + dropIn });
      if (!outcome.ok) expect(outcome.log.length + outcome.error.length).toBeGreaterThanOrEqual(0);
      expect(() => JSON.stringify(outcome)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
