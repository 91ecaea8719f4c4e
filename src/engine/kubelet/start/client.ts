import { type ClientCredentials, clientSubject } from '../../apiserver/clientSubject.ts';
import { booleanAt, type EffectiveConfiguration, textAt } from '../../config/effective.ts';
import { goQuote } from '../../config/go/quote.ts';
import { klogLine } from '../../config/klog.ts';
import { type Files, readText, writeText } from '../../host/files.ts';
import type { LogLine } from '../../host/journal.ts';
import type { Place } from '../../host/place.ts';
import { kubeletKubeconfig } from '../../kubeadm/kubeconfig.ts';
import { readCertificates } from '../../pki/certificate.ts';
import { rfc3339 } from '../../time.ts';
import type { ApiClient } from '../process.ts';
import type { StartContext } from './context.ts';
import { type Kubeconfig, readKubeconfig } from './kubeconfig.ts';

/** The kubelet's way to the API server, null in standalone mode; or why the start ends here. */
export type LoadedClient =
  | {
      readonly ok: true;
      readonly client: ApiClient | null;
      readonly log: readonly LogLine[];
      /** The node's files when it wrote its kubeconfig; absent when it wrote none. */
      readonly files?: Files;
    }
  | { readonly ok: false; readonly error: string; readonly at?: Place; readonly log: readonly LogLine[] };

/**
 * Reads `--kubeconfig`, or `--bootstrap-kubeconfig` where the first is missing or no longer good, and finds out whom
 * the API server takes this kubelet for. The error is what stands behind `failed to run Kubelet: `.
 * Models buildKubeletClientConfig of cmd/kubelet/app/server.go and pkg/kubelet/certificate/bootstrap/bootstrap.go, v1.36.
 */
export function loadClient(context: StartContext): LoadedClient {
  const { config, host } = context;
  const path = flagText(config, 'kubeconfig');
  const bootstrap = flagText(config, 'bootstrap-kubeconfig');
  if (path === '') {
    return { ok: true, client: null, log: [klogLine('I', 'server.go:709', 'Standalone mode, no API client')] };
  }
  const rotate = booleanAt(config, 'rotateCertificates');
  const log: LogLine[] = [];
  if (rotate) log.push(klogLine('I', 'server.go:985', 'Client rotation is on, will bootstrap in background'));
  const read = (file: string, flag: string, prefix: string) => {
    const result = readKubeconfig(host.files, file);
    if (result.ok) return result;
    const at = result.at ?? flagPlace(config, flag);
    return { ...result, error: `${prefix}: ${result.error}`, ...(at === null ? {} : { at }), log };
  };

  if (bootstrap !== '') {
    const stale = staleReason(context, path);
    if (stale !== null) {
      if (stale.line !== null) log.push(stale.line);
      const result = read(bootstrap, 'bootstrap-kubeconfig', 'unable to load bootstrap kubeconfig');
      return result.ok ? bootstrapped(context, result.kubeconfig, path, log) : result;
    }
  }
  const result = read(path, 'kubeconfig', rotate ? 'unable to load kubeconfig' : 'invalid kubeconfig');
  if (!result.ok) return result;
  if (rotate) return withStoredCertificate(context, result.kubeconfig, true, log);
  const { certificate, token } = result.kubeconfig;
  if (certificate !== null && readCertificates(certificate.text).length === 0) {
    const error = 'failed to initialize kubelet client: tls: failed to find any PEM data in certificate input';
    return { ok: false, error, ...blamed(certificate.path), log };
  }
  return connected(context, result.kubeconfig.server, { certificate: certificate?.text ?? null, token }, log);
}

/** The first start after `kubeadm join`: a kubeconfig that points to the certificate to come, and a token to ask for it. */
function bootstrapped(
  context: StartContext,
  kubeconfig: Kubeconfig,
  path: string,
  log: readonly LogLine[],
): LoadedClient {
  const loaded = withStoredCertificate(context, kubeconfig, false, log);
  if (!loaded.ok || loaded.client === null) return loaded;
  const text = kubeletKubeconfig(loaded.client.server, kubeconfig.authority?.text ?? '', currentPem(context));
  const files = writeText(context.host.files, path, text, context.now, 0o600);
  const { token } = kubeconfig;
  return { ...loaded, files, client: token === null ? loaded.client : { ...loaded.client, bootstrapToken: token } };
}

function currentPem({ config }: StartContext): string {
  return `${flagText(config, 'cert-dir') || '/var/lib/kubelet/pki'}/kubelet-client-current.pem`;
}

/**
 * With rotation on, the certificate that counts is the one in `--cert-dir`; the kubeconfig's own is only where it
 * began. Without either the kubelet has none yet, and asks for one in the background.
 */
function withStoredCertificate(
  context: StartContext,
  kubeconfig: Kubeconfig,
  ownCertificate: boolean,
  log: readonly LogLine[],
): LoadedClient {
  const current = currentPem(context);
  const stored = readText(context.host.files, current);
  if (stored !== null && readCertificates(stored).length === 0) {
    const error =
      `failed to initialize client certificate manager: could not convert data from ${goQuote(current)} ` +
      'into cert/key pair: tls: failed to find any PEM data in certificate input';
    return { ok: false, error, ...blamed(current), log };
  }
  const found = stored === null ? [] : [loadingPair(current)];
  const certificate = stored ?? (ownCertificate ? (kubeconfig.certificate?.text ?? null) : null);
  // A certificate manager shows nothing rather than what has run out.
  const alive = context.now <= (readCertificates(certificate ?? '')[0]?.notAfter ?? 0);
  return connected(context, kubeconfig.server, { certificate: alive ? certificate : null, token: null }, [
    ...log,
    ...found,
  ]);
}

/** What a certificate store says of the pair that it holds. Models client-go/util/certificate/certificate_store.go, v0.36. */
export function loadingPair(path: string): LogLine {
  return klogLine('I', 'certificate_store.go:147', 'Loading cert/key pair from a file', [['filePath', path]]);
}

function connected(
  { cluster, now }: StartContext,
  server: string,
  credentials: ClientCredentials,
  log: readonly LogLine[],
): LoadedClient {
  const url = /^https?:\/\//.test(server) ? server : `https://${server}`;
  const leaf = readCertificates(credentials.certificate ?? '')[0];
  const subject = clientSubject(cluster, credentials, now);
  if (leaf === undefined || credentials.certificate === null)
    return { ok: true, client: { server: url, subject }, log };
  const certificate = { pem: credentials.certificate, until: leaf.notAfter };
  return { ok: true, client: { server: url, subject, certificate }, log };
}

/** Why the kubeconfig is not good enough to skip bootstrapping: missing without a word, or with a line in the log. */
function staleReason(context: StartContext, path: string): { readonly line: LogLine | null } | null {
  const files: Files = context.host.files;
  const result = readKubeconfig(files, path);
  if (!result.ok) {
    if (result.error === `stat ${path}: no such file or directory`) return { line: null };
    return unhandled(
      'bootstrap.go:242',
      `unable to read existing bootstrap client config from ${path}: ${result.error}`,
      result.at,
    );
  }
  const certificates = readCertificates(result.kubeconfig.certificate?.text ?? '');
  if (certificates.length === 0) {
    return unhandled(
      'bootstrap.go:257',
      `unable to load TLS certificates from existing bootstrap client config read from ${path}: data does not contain any valid RSA or ECDSA certificates`,
    );
  }
  const expired = certificates.find((certificate) => context.now > certificate.notAfter);
  if (expired === undefined) return null;
  const moment = rfc3339(expired.notAfter).replace('T', ' ').replace('Z', ' +0000 UTC');
  return unhandled(
    'bootstrap.go:267',
    `part of the existing bootstrap client certificate in ${path} is expired: ${moment}`,
  );
}

/** An error that client-go's error handler logs and nobody acts on. */
function unhandled(source: string, error: string, about?: Place): { readonly line: LogLine } {
  const line = klogLine('E', source, 'Unhandled Error', [['err', error]], about);
  return { line: { ...line, text: `${line.text} logger="UnhandledError"` } };
}

/** What keeps the authenticators from being built, as an error's text, or null. Models BuildAuthn of cmd/kubelet/app/auth.go, v1.36. */
export function checkAuthentication(config: EffectiveConfiguration, client: ApiClient | null): string | null {
  if (!booleanAt(config, 'authentication.webhook.enabled') || client !== null) return null;
  return 'no client provided, cannot use webhook authentication';
}

/** What keeps the authorizer from being built, as an error's text, or null. Models BuildAuthz of cmd/kubelet/app/auth.go, v1.36. */
export function checkAuthorization(config: EffectiveConfiguration, client: ApiClient | null): string | null {
  const mode = textAt(config, 'authorization.mode');
  switch (mode) {
    case 'AlwaysAllow':
      return null;
    case 'Webhook':
      return client === null ? 'no client provided, cannot use webhook authorization' : null;
    case '':
      return 'no authorization mode specified';
    default:
      return `unknown authorization mode ${mode}`;
  }
}

function flagText(config: EffectiveConfiguration, flag: string): string {
  return (Object.hasOwn(config.flags, flag) ? config.flags[flag]?.text : undefined) ?? '';
}

function flagPlace(config: EffectiveConfiguration, flag: string): Place | null {
  const source = Object.hasOwn(config.flags, flag) ? config.flags[flag]?.source : undefined;
  return source?.from === 'flag' ? source.at : null;
}

function blamed(path: string | null): { readonly at?: Place } {
  return path === null ? {} : { at: { file: path, line: 1 } };
}
