import { booleanAt, type EffectiveConfiguration, listAt, settingAt, textAt } from '../../config/effective.ts';
import { goQuote } from '../../config/go/quote.ts';
import { type Files, readText } from '../../host/files.ts';
import type { LogLine } from '../../host/journal.ts';
import type { Place } from '../../host/place.ts';
import { readCertificates } from '../../pki/certificate.ts';
import { keyPairError } from '../../pki/keyPair.ts';
import type { ServingCertificate } from '../process.ts';
import { CIPHER_SUITES } from '../tls/cipherSuites.table.ts';
import { MINIMUM_VERSIONS } from '../tls/negotiate.ts';
import { curveError, isCipherSuite } from '../tls/options.ts';
import { loadingPair } from './client.ts';
import type { StartContext } from './context.ts';
import {
  certificateDirectory,
  makesItsOwn,
  ownPair,
  type Pair,
  pairError,
  readError,
  withOwnPair,
} from './servingPair.ts';

/**
 * The error of TLS options that the kubelet does not know; null when it may go on. The caller adds
 * `failed to construct kubelet dependencies: `.
 * Models InitializeTLS in cmd/kubelet/app/server.go and component-base/cli/flag, v1.36.
 */
export function checkTlsOptions(config: EffectiveConfiguration): string | null {
  const unknown = listAt(config, 'tlsCipherSuites').find((name) => !isCipherSuite(name));
  if (unknown !== undefined) return `Cipher suite ${unknown} not supported or doesn't exist`;
  const minimum = textAt(config, 'tlsMinVersion');
  if (!Object.hasOwn(MINIMUM_VERSIONS, minimum)) return `unknown tls version ${goQuote(minimum)}`;
  return curveError(config);
}

/** What the kubelet remarks about TLS options that it takes. Models InitializeTLS in cmd/kubelet/app/server.go, v1.36. */
export function tlsOptionLines(config: EffectiveConfiguration): readonly LogLine[] {
  const configured = listAt(config, 'tlsCipherSuites');
  const insecure = configured.filter((name) => CIPHER_SUITES.some((suite) => suite.name === name && suite.insecure));
  const lines = insecure.map((name): LogLine => {
    return { level: 'I', source: 'server.go:1178', text: `"Use of insecure cipher detected." cipher="${name}"` };
  });
  if (configured.length === 0 || textAt(config, 'tlsMinVersion') !== 'VersionTLS13') return lines;
  const text = '"Warning: TLS 1.3 cipher suites are not configurable, ignoring --tls-cipher-suites"';
  return [...lines, { level: 'I', source: 'server.go:1191', text }];
}

/** The serving certificate a start ends up with, the files after it, and the fields that it filled in itself. */
export type LoadedServing =
  | {
      readonly ok: true;
      readonly serving: ServingCertificate;
      readonly files: Files;
      readonly generated: readonly (readonly [path: string, value: string])[];
      readonly log: readonly LogLine[];
    }
  | { readonly ok: false; readonly error: string; readonly at?: Place };

/**
 * The error of a kubelet that is given no serving certificate and finds one half of its own pair in `--cert-dir`;
 * null when it finds both or none. The caller adds `failed to construct kubelet dependencies: `.
 * Models CanReadCertAndKey in client-go/util/cert/io.go as cmd/kubelet/app/server.go calls it, v1.36.
 */
export function checkServingPair({ config, host }: StartContext): string | null {
  if (!makesItsOwn(config)) return null;
  const { certificate, key } = ownPair(config);
  const missing = [certificate, key].filter((path) => readText(host.files, path) === null);
  if (missing.length !== 1) return null;
  return `error reading ${missing[0]}, certificate and key must be supplied as a pair`;
}

/**
 * The certificate to serve with: the configured pair; without one the kubelet's own, made when it is not there yet;
 * or none. `hostname` is the node's name. Errors are those of building the kubelet, without
 * `failed to run Kubelet: failed to create kubelet: `.
 * Models InitializeTLS in cmd/kubelet/app/server.go and NewMainKubelet in pkg/kubelet/kubelet.go, v1.36.
 */
export function loadServing(context: StartContext, hostname: string): LoadedServing {
  const { config, host, now } = context;
  const { files } = host;
  if (booleanAt(config, 'serverTLSBootstrap')) return bootstrapped(context);
  if (makesItsOwn(config)) {
    const pair = ownPair(config);
    const generated = [
      ['tlsCertFile', pair.certificate],
      ['tlsPrivateKeyFile', pair.key],
    ] as const;
    const there = readText(files, pair.certificate) !== null && readText(files, pair.key) !== null;
    const after = there ? files : withOwnPair(files, pair, hostname, now);
    return loadPair(after, pair, 'self-signed', generated, config);
  }
  const pair = { certificate: textAt(config, 'tlsCertFile'), key: textAt(config, 'tlsPrivateKeyFile') };
  if (pair.certificate !== '' && pair.key !== '') return loadPair(files, pair, 'files', [], config);
  return { ok: true, serving: { kind: 'none', reason: 'half-configured' }, files, generated: [], log: [] };
}

/**
 * Why the main port cannot serve with what it has; null when it can at least shake hands. Half a pair ends a release
 * whose server reads the files itself: Go opens both, the one without a name included.
 * Models ListenAndServeKubeletServer in pkg/kubelet/server/server.go, v1.34.
 */
export function servingFailure({ config, host, release }: StartContext, serving: ServingCertificate): string | null {
  const half = serving.kind === 'none' && serving.reason === 'half-configured';
  if (!half || release.traits.halfServingPair !== 'cannot listen') return null;
  const paths = [textAt(config, 'tlsCertFile'), textAt(config, 'tlsPrivateKeyFile')];
  return (
    paths
      .map((path) => (path === '' ? `open : no such file or directory` : readError(host.files, path)))
      .find((error) => error !== null) ?? null
  );
}

function loadPair(
  files: Files,
  pair: Pair,
  kind: 'self-signed' | 'files',
  generated: readonly (readonly [path: string, value: string])[],
  config: EffectiveConfiguration,
): LoadedServing {
  const wrong = pairError(files, pair);
  if (wrong !== null) {
    const reloads = config.gates.ReloadKubeletServerCertificateFile !== false;
    const error = reloads
      ? 'failed to initialize file based certificate manager: ' +
        `unable to set up dynamic certificate manager for kubelet server cert files: ${wrong}`
      : `failed to load certificate: ${wrong}`;
    return { ok: false, error, ...placeOf(config, 'tlsCertFile') };
  }
  const serving = { kind, certificate: readText(files, pair.certificate) ?? '', path: pair.certificate };
  return { ok: true, serving, files, generated, log: [] };
}

/**
 * With `serverTLSBootstrap` the certificate is the one approved last, else a pair that lies ready; one that has run
 * out is as good as none.
 * Models fileStore.Current and getCurrentCertificateOrBootstrap in client-go/util/certificate, v0.36.
 */
function bootstrapped({ config, host: { files }, now }: StartContext): LoadedServing {
  const directory = certificateDirectory(config);
  const current = `${directory}/kubelet-server-current.pem`;
  const candidates: readonly Pair[] = [
    { certificate: current, key: current },
    { certificate: textAt(config, 'tlsCertFile'), key: textAt(config, 'tlsPrivateKeyFile') },
    { certificate: `${directory}/kubelet-server.crt`, key: `${directory}/kubelet-server.key` },
  ];
  const loaded = (serving: ServingCertificate): LoadedServing => ({ ok: true, serving, files, generated: [], log: [] });
  for (const pair of candidates) {
    const [certificate, key] = [readText(files, pair.certificate), readText(files, pair.key)];
    if (certificate === null || key === null) continue;
    const wrong = keyPairError(certificate, key);
    if (wrong !== null) {
      const detail =
        pair.key === current ? `could not convert data from "${current}" into cert/key pair: ${wrong}` : wrong;
      const error = `failed to initialize certificate manager: failed to initialize server certificate manager: ${detail}`;
      return { ok: false, error, at: { file: pair.certificate, line: 1 } };
    }
    const log = pair.key === current ? [loadingPair(current)] : [];
    const alive = now < (readCertificates(certificate)[0]?.notAfter ?? 0);
    const serving: ServingCertificate = alive
      ? { kind: 'approved', certificate, path: pair.certificate }
      : { kind: 'none', reason: 'pending-csr' };
    return { ok: true, serving, files, generated: [], log };
  }
  return loaded({ kind: 'none', reason: 'pending-csr' });
}

/** The line of the configuration that a setting came from, if one can be named. */
export function placeOf(config: EffectiveConfiguration, path: string): { readonly at?: Place } {
  const source = settingAt(config, path)?.source;
  return source !== undefined && 'at' in source && source.at !== null ? { at: source.at } : {};
}
