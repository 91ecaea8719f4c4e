import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import { type Files, readText, writeText } from '../../host/files.ts';
import type { Host } from '../../host/host.ts';
import type { Json } from '../../json.ts';
import { readCertificates } from '../../pki/certificate.ts';
import { poolKey } from '../../pki/keyPool.ts';
import { parseTime } from '../../time.ts';
import { releaseOf } from '../../versions/release.ts';
import type { KubeletProcess } from '../process.ts';
import { reloadCertificates, watchedFiles } from '../reloadCertificates.ts';
import { checkServingPair, checkTlsOptions, loadServing, servingFailure, tlsOptionLines } from './certificates.ts';
import { checkClientCA, loadClientCA } from './clientCA.ts';
import type { StartContext } from './context.ts';

const NOW = parseTime('2026-11-24T09:00:00Z');
const recorded = (name: string) =>
  readFileSync(new URL(`../../../../conformance/recordings/1.36/pki/${name}`, import.meta.url), 'utf8');

const CA_PATH = '/etc/kubernetes/pki/ca.crt';
const CRT = '/etc/kubernetes/pki/serving.crt';
const KEY = '/etc/kubernetes/pki/serving.key';

function contextOf(values: Readonly<Record<string, Json>>, texts: Readonly<Record<string, string>> = {}): StartContext {
  const at = { file: '/var/lib/kubelet/config.yaml', line: 7 };
  const settings = Object.entries(values).map(([path, value]) => {
    return [path, { path, value, source: { from: 'file' as const, at }, beaten: [] }] as const;
  });
  const config: EffectiveConfiguration = {
    fromFile: true,
    settings: Object.fromEntries(settings),
    flags: {},
    gates: {},
    configz: {},
  };
  const files = Object.entries(texts).reduce<Files>((all, [path, text]) => writeText(all, path, text, NOW), {});
  return {
    host: { files } as Host,
    cluster: {} as StartContext['cluster'],
    config,
    release: releaseOf('1.36.3'),
    now: NOW,
  };
}

test.each<[Readonly<Record<string, Json>>, string | null]>([
  [{}, null],
  [{ tlsMinVersion: 'VersionTLS10' }, null],
  [{ tlsMinVersion: '1.2' }, 'unknown tls version "1.2"'],
  [{ tlsMinVersion: 'toString' }, 'unknown tls version "toString"'],
  [{ tlsCipherSuites: ['TLS_RSA_WITH_RC4_128_SHA', 'TLS_AES_128_GCM_SHA256'] }, null],
  [{ tlsCipherSuites: ['TLS_NOPE'], tlsMinVersion: 'x' }, "Cipher suite TLS_NOPE not supported or doesn't exist"],
  [{ tlsCurvePreferences: [29, 29] }, 'duplicate curve preference 29'],
  [{ tlsCurvePreferences: [1] }, 'curve preference 1 is not supported by the current Go version'],
])('TLS options %o', (values, expected) => {
  expect(checkTlsOptions(contextOf(values).config)).toBe(expected);
});

test('remarks on suites that are insecure or in vain', () => {
  const { config } = contextOf({ tlsCipherSuites: ['TLS_RSA_WITH_RC4_128_SHA'], tlsMinVersion: 'VersionTLS13' });
  expect(tlsOptionLines(config).map(({ text }) => text)).toEqual([
    '"Use of insecure cipher detected." cipher="TLS_RSA_WITH_RC4_128_SHA"',
    '"Warning: TLS 1.3 cipher suites are not configurable, ignoring --tls-cipher-suites"',
  ]);
});

const withCA = { 'authentication.x509.clientCAFile': CA_PATH };

test('a client CA bundle is read, or the start fails in the kubelet’s words', () => {
  expect(loadClientCA(contextOf({}))).toEqual({ ok: true, clientCA: null, log: [] });
  const ca = recorded('ca.crt');
  expect(loadClientCA(contextOf(withCA, { [CA_PATH]: ca }))).toMatchObject({
    ok: true,
    clientCA: { path: CA_PATH, pem: ca },
    log: [{ text: `"Starting controller" name="client-ca-bundle::${CA_PATH}"` }],
  });
  expect(loadClientCA(contextOf(withCA))).toEqual({
    ok: false,
    error: `open ${CA_PATH}: no such file or directory`,
    at: { file: '/var/lib/kubelet/config.yaml', line: 7 },
  });
  expect(loadClientCA(contextOf(withCA, { [`${CA_PATH}/x`]: '' }))).toMatchObject({
    error: `read ${CA_PATH}: is a directory`,
  });
  expect(loadClientCA(contextOf(withCA, { [CA_PATH]: '' }))).toMatchObject({
    error: `missing content for CA bundle "client-ca-bundle::${CA_PATH}"`,
  });
  expect(loadClientCA(contextOf(withCA, { [CA_PATH]: 'garbage' }))).toEqual({
    ok: false,
    error: `error loading CA bundle for "client-ca-bundle::${CA_PATH}": data does not contain any valid RSA or ECDSA certificates`,
    at: { file: CA_PATH, line: 1 },
  });
});

test('without a pair the kubelet makes one, and takes it again at the next start', () => {
  const first = loadServing(contextOf({}), 'node01');
  if (!first.ok) throw new Error(first.error);
  const [crt, key] = ['/var/lib/kubelet/pki/kubelet.crt', '/var/lib/kubelet/pki/kubelet.key'];
  expect(first.generated).toEqual([
    ['tlsCertFile', crt],
    ['tlsPrivateKeyFile', key],
  ]);
  expect(first.files[crt]).toMatchObject({ mode: 0o644, owner: 'root' });
  expect(first.files[key]).toMatchObject({ mode: 0o600, owner: 'root' });
  expect(first.serving).toMatchObject({ kind: 'self-signed', path: crt });
  const context = contextOf({});
  const again = loadServing({ ...context, host: { ...context.host, files: first.files }, now: NOW + 9e9 }, 'other');
  expect(again).toMatchObject({ ok: true, serving: first.serving });
  expect(again.ok && again.files).toBe(first.files);
});

test('half of its own pair stops a kubelet', () => {
  const path = '/var/lib/kubelet/pki/kubelet.crt';
  expect(checkServingPair(contextOf({}, { [path]: 'x' }))).toBe(
    'error reading /var/lib/kubelet/pki/kubelet.key, certificate and key must be supplied as a pair',
  );
  expect(checkServingPair(contextOf({}))).toBeNull();
});

const pair = { tlsCertFile: CRT, tlsPrivateKeyFile: KEY };
const good = { [CRT]: recorded('apiserver.crt'), [KEY]: recorded('apiserver.key') };
const PREFIX =
  'failed to initialize file based certificate manager: ' +
  'unable to set up dynamic certificate manager for kubelet server cert files: ';

test.each<[string, Readonly<Record<string, Json>>, Readonly<Record<string, string>>, object]>([
  ['a pair', pair, good, { ok: true, serving: { kind: 'files', path: CRT }, generated: [] }],
  ['no file', pair, {}, { ok: false, error: `${PREFIX}open ${CRT}: no such file or directory` }],
  [
    'an empty key',
    pair,
    { ...good, [KEY]: '' },
    { error: `${PREFIX}missing content for serving cert "kubelet-server-cert-files::${CRT}::${KEY}"` },
  ],
  [
    'another key',
    pair,
    { ...good, [KEY]: poolKey(0) },
    { error: `${PREFIX}tls: private key does not match public key` },
  ],
  ['half a pair', { tlsCertFile: CRT }, good, { ok: true, serving: { kind: 'none', reason: 'half-configured' } }],
  [
    'bootstrap, not approved',
    { serverTLSBootstrap: true },
    {},
    { ok: true, serving: { kind: 'none', reason: 'pending-csr' }, generated: [] },
  ],
  [
    'bootstrap, approved',
    { serverTLSBootstrap: true },
    { '/var/lib/kubelet/pki/kubelet-server-current.pem': good[CRT] + good[KEY] },
    { ok: true, serving: { kind: 'approved' } },
  ],
])('serving with %s', (_name, values, texts, expected) => {
  expect(loadServing(contextOf(values, texts), 'node01')).toMatchObject(expected);
});

function running(files: Files): KubeletProcess {
  const context = contextOf({ ...withCA, ...pair });
  const clientCA = { path: CA_PATH, pem: readText(files, CA_PATH) ?? '' };
  const serving = { kind: 'files' as const, certificate: readText(files, CRT) ?? '', path: CRT };
  return { config: context.config, clientCA, serving, verbosity: 0 } as KubeletProcess;
}

test('a running kubelet follows its certificate files, and keeps the last good ones', () => {
  const { files } = contextOf({}, { ...good, [CA_PATH]: recorded('ca.crt') }).host;
  const process = running(files);
  expect(watchedFiles(process)).toEqual([CA_PATH, CRT, KEY]);
  expect(reloadCertificates(process, files)).toEqual({ process, log: [] });

  const swapped = reloadCertificates(process, writeText(files, CA_PATH, recorded('other-ca.crt'), NOW));
  expect(readCertificates(swapped.process.clientCA?.pem ?? '')[0]?.commonName).toBe('intruder-ca');
  expect(swapped.log).toEqual([]);

  const { [CA_PATH]: _, ...rest } = files;
  const deleted = reloadCertificates(process, rest);
  expect(deleted.process.clientCA).toEqual(process.clientCA);
  expect(deleted.log.map(({ text }) => text)).toContain(
    `"Unhandled Error" err="key failed with : open ${CA_PATH}: no such file or directory" logger="UnhandledError"`,
  );

  const garbage = reloadCertificates(process, writeText(files, CA_PATH, 'garbage', NOW));
  expect(garbage.process.clientCA).toEqual(process.clientCA);
  expect(garbage.log).toHaveLength(1);

  const half = reloadCertificates(process, writeText(files, CRT, recorded('bob.crt'), NOW));
  expect(half.process.serving).toEqual(process.serving);
  expect(half.log[0]?.text).toContain('key failed with : tls: private key does not match public key');
  const whole = writeText(writeText(files, CRT, recorded('bob.crt'), NOW), KEY, recorded('bob.key'), NOW);
  expect(reloadCertificates(process, whole).process.serving).toMatchObject({ certificate: recorded('bob.crt') });
});

test('older releases read the client CA for the handshake first, and say so', () => {
  const release = releaseOf('1.34.9');
  const prefix = `unable to load client CA file ${CA_PATH}: `;
  const error = (texts: Readonly<Record<string, string>>) => checkClientCA({ ...contextOf(withCA, texts), release });
  expect(error({})).toBe(`${prefix}open ${CA_PATH}: no such file or directory`);
  expect(error({ [CA_PATH]: 'garbage' })).toBe(
    `${prefix}error creating pool from ${CA_PATH}: data does not contain any valid RSA or ECDSA certificates`,
  );
  expect(error({ [CA_PATH]: recorded('ca.crt') })).toBeNull();
  expect(checkClientCA(contextOf(withCA))).toBeNull();
});

test('half a serving pair keeps an older release from listening', () => {
  const context = { ...contextOf({ tlsCertFile: '/a.crt' }, { '/a.crt': '' }), release: releaseOf('1.34.9') };
  const half = { kind: 'none', reason: 'half-configured' } as const;
  expect(servingFailure(context, half)).toBe('open : no such file or directory');
  expect(servingFailure({ ...context, host: { ...context.host, files: {} } }, half)).toBe(
    'open /a.crt: no such file or directory',
  );
  expect(servingFailure({ ...context, release: releaseOf('1.36.3') }, half)).toBeNull();
  expect(servingFailure(context, { kind: 'none', reason: 'pending-csr' })).toBeNull();
});
