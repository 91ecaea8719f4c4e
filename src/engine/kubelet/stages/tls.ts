import { listAt, textAt } from '../../config/effective.ts';
import type { LogLine } from '../../host/journal.ts';
import { readCertificates, readChain } from '../../pki/certificate.ts';
import type { Answer, HttpRequest } from '../exchange.ts';
import type { KubeletProcess, ServingCertificate } from '../process.ts';
import type { ReasonCode } from '../reason.ts';
import { settingCauses } from '../settingCauses.ts';
import type { Cause, Connection, Facts, Journey, StageResult } from '../stage.ts';
import { ALERT_TEXTS } from '../tls/alertTexts.table.ts';
import { LEGACY_CIPHER_NAMES } from '../tls/cipherSuites.table.ts';
import { MINIMUM_VERSIONS, negotiateCipher, negotiateVersion } from '../tls/negotiate.ts';

const CLIENT_CA = 'authentication.x509.clientCAFile';
const CERT_FILE = 'tlsCertFile';

/**
 * The second gate: the TLS handshake of the main port, or its absence on the other two. A client certificate is asked
 * for only when there is a client CA, and never judged here.
 * Models crypto/tls's server of Go 1.26 as pkg/kubelet/kubelet.go sets it up, v1.36.
 */
export function tls(journey: Journey): StageResult {
  const { process, listener, request } = journey;
  if (process === null || listener === null) throw new Error('tls needs a process and a listener: connect first');
  const secure = request.scheme === 'https';
  if (listener.role !== 'main') {
    return secure
      ? end('tls-to-http', {}, [], { kind: 'not-tls' })
      : { record: { stage: 'tls', verdict: 'skipped', reason: 'plain-http', facts: {}, causes: [] } };
  }
  return secure ? handshake(journey, process) : plainHttp(journey);
}

function handshake(journey: Journey, process: KubeletProcess): StageResult {
  const { request, world } = journey;
  const offer = request.tls ?? {};
  const refuse = (reason: ReasonCode, facts: Facts, paths: readonly string[], alert: string, error: string) =>
    end(reason, facts, settingCauses(process.config, paths), { kind: 'alert', alert }, handshakeError(journey, error));

  const minimum = MINIMUM_VERSIONS[textAt(process.config, 'tlsMinVersion')] ?? '1.2';
  const agreed = negotiateVersion(offer, minimum);
  if (agreed.version === null) {
    const error = `tls: client offered only unsupported versions: ${agreed.offered}`;
    return refuse(
      'tls-version',
      { offered: offer.max ?? '1.3', minimum },
      ['tlsMinVersion'],
      'protocol_version',
      error,
    );
  }
  const serving = usableCertificate(process.serving, world.now);
  if ('why' in serving) {
    const error = 'no serving certificate available for the kubelet';
    return refuse('no-serving-certificate', { why: serving.why }, serving.paths, 'internal_error', error);
  }
  const key = readChain(serving.certificate)[0]?.parts.publicKey.algorithm === 'RSA' ? 'RSA' : 'ECDSA';
  const configured = listAt(process.config, 'tlsCipherSuites').map((name) => LEGACY_CIPHER_NAMES[name] ?? name);
  const cipher = negotiateCipher(offer, agreed.version, configured, key);
  if (cipher === null) {
    const error = 'tls: no cipher suite supported by both client and server';
    return refuse('tls-cipher', {}, ['tlsCipherSuites'], 'handshake_failure', error);
  }
  const asked = process.clientCA !== null;
  const client = clientName(request);
  const peer = asked && client !== '' ? (request.certificate?.certificate ?? null) : null;
  const connection: Connection = { version: agreed.version, cipher, asked, peer, server: serving.certificate };
  if (offer.leaves !== undefined) return clientLeaves(journey, process, connection, offer.leaves);
  const facts = { version: agreed.version, cipher, asked, client };
  const reason = client !== '' && !asked ? 'tls-unasked' : 'tls-agreed';
  return {
    record: { stage: 'tls', verdict: 'passed', reason, facts, causes: settingCauses(process.config, [CLIENT_CA]) },
    carry: { connection },
  };
}

/**
 * The client looked at the kubelet's certificate and went. OpenSSL sends its alert unencrypted in TLS 1.3, where Go
 * expects a sealed record; a close after the handshake says nothing. Observed: curl 7.88.1 with OpenSSL 3.0, Go 1.26.
 */
function clientLeaves(journey: Journey, process: KubeletProcess, shaken: Connection, alert: string): StageResult {
  const causes = settingCauses(process.config, [
    process.serving.kind === 'approved' ? 'serverTLSBootstrap' : CERT_FILE,
  ]);
  const answer: Answer = { kind: 'left', alert };
  if (alert === 'close_notify') {
    const leaf = readCertificates(shaken.server)[0];
    const names = [...(leaf?.dnsNames ?? []), ...(leaf?.ipAddresses ?? [])];
    const named = names.length === 0 && leaf !== undefined && leaf.commonName !== '' ? [leaf.commonName] : names;
    return { ...end('client-closed', { names: named }, causes, answer), carry: { connection: shaken } };
  }
  const heard = shaken.version !== '1.3' || journey.request.tls?.sealed === true;
  const text = Object.hasOwn(ALERT_TEXTS, alert) ? ALERT_TEXTS[alert] : alert;
  const error = heard ? `remote error: tls: ${text}` : 'local error: tls: bad record MAC';
  // What the client thinks of the server's certificate it thinks before it sends its own.
  const connection = { ...shaken, peer: null };
  return {
    ...end('client-left', { alert, heard }, causes, answer, handshakeError(journey, error)),
    carry: { connection },
  };
}

/** Go tells plain HTTP by its first five bytes; to anything else it just closes. Models net/http/server.go, Go 1.26. */
function plainHttp(journey: Journey): StageResult {
  const { method, path } = journey.request;
  const recognised = /^(GET \/|HEAD |POST |PUT \/|OPTIO)/.test(`${method} ${path}`);
  if (!recognised) {
    const error = 'tls: first record does not look like a TLS handshake';
    return end('http-to-tls', {}, [], { kind: 'reset' }, handshakeError(journey, error));
  }
  const body = 'Client sent an HTTP request to an HTTPS server.\n';
  const answer: Answer = { kind: 'http', http: '1.0', status: 400, headers: [], body, bare: true };
  return end('http-to-tls', {}, [], answer, handshakeError(journey, 'client sent an HTTP request to an HTTPS server'));
}

/** The certificate to show, or why there is none and which settings made it so. */
function usableCertificate(
  serving: ServingCertificate,
  now: number,
): { readonly certificate: string } | { readonly why: string; readonly paths: readonly string[] } {
  if (serving.kind === 'none') {
    return serving.reason === 'pending-csr'
      ? { why: 'its signing request has not been approved', paths: ['serverTLSBootstrap'] }
      : {
          why: 'only one of tlsCertFile and tlsPrivateKeyFile is set',
          paths: [CERT_FILE, 'tlsPrivateKeyFile'],
        };
  }
  // Only the certificate manager of serverTLSBootstrap withdraws what has run out.
  const expired = serving.kind === 'approved' && (readCertificates(serving.certificate)[0]?.notAfter ?? 0) < now;
  return expired ? { why: 'the one it got has expired', paths: ['serverTLSBootstrap'] } : serving;
}

/** What the picture calls the client's certificate: its common name, else its subject; '' when none can be sent. */
function clientName({ certificate }: HttpRequest): string {
  const [leaf] = certificate === undefined ? [] : readCertificates(certificate.certificate);
  return leaf === undefined ? '' : leaf.commonName || leaf.subject.openssl || (certificate?.name ?? '');
}

/** net/http's line about a handshake, which the kubelet hands on to klog. */
function handshakeError({ request, world, process }: Journey, error: string): readonly LogLine[] {
  const served = Object.values(process?.served ?? {}).reduce((sum, count) => sum + count, 0);
  // The client's port is the system's choice; ours follows from the moment and the traffic so far.
  const port = 32_768 + ((Math.floor(world.now / 10) + served * 2) % 28_232);
  const text = `http: TLS handshake error from ${request.from ?? request.address}:${port}: ${error}`;
  return [{ level: 'I', source: 'log.go:244', text }];
}

function end(
  reason: ReasonCode,
  facts: Facts,
  causes: readonly Cause[],
  answer: Answer,
  log: readonly LogLine[] = [],
): StageResult {
  return { record: { stage: 'tls', verdict: 'answered', reason, facts, causes }, answer, log };
}
