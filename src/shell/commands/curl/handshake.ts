import type { Connection } from '#engine/kubelet/stage.ts';
import { readChain } from '#engine/pki/certificate.ts';
import { verifyHost, verifyServer } from '#engine/pki/verifyServer.ts';
import { ALERTS, CLOSE_NOTIFY } from './alerts.table.ts';
import type { Exchanged } from './exchanged.ts';
import { isAddress } from './hosts.ts';
import { opensslDate } from './httpText.ts';
import type { CurlOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Transfer } from './plan.ts';
import type { Told } from './verbose.ts';
import { alpnOffer, offered, received, sent } from './verbose.ts';

/** What both sides settled on, as far as words and sizes depend on it. */
export interface HandshakeFacts {
  /** The protocol that ALPN agreed on; null when the server agreed on none. */
  readonly protocol: 'h2' | 'http/1.1' | null;
  /** Subjects (DER) of the authorities that the server names when it asks for a certificate. */
  readonly authorityNames: readonly string[];
}

/**
 * The lines of `-v` about a handshake, up to "using HTTP/…" or to where it broke off. Sizes are those of an RSA-2048
 * certificate and Go's server. Models lib/vtls/openssl.c, 7.88.1.
 */
export function handshakeLines(
  options: CurlOptions,
  transfer: Transfer,
  trace: Exchanged,
  outcome: Outcome,
  facts: HandshakeFacts,
): readonly Told[] {
  const { answer, connection } = trace;
  const version = connection?.version ?? options.tlsMax ?? '1.3';
  const hello = `TLSv${version}`;
  const name = isAddress(transfer.url.host) ? 0 : transfer.url.host.length + 9;
  const told: Told[] = [
    ...alpnOffer(options),
    sent(5),
    `* ${hello} (OUT), TLS handshake, Client hello (1):`,
    sent(version === '1.3' ? 512 : 197 + name),
    ...authorityLines(options),
  ];
  if (answer.kind === 'alert') {
    const words = Object.hasOwn(ALERTS, answer.alert) ? ALERTS[answer.alert] : undefined;
    told.push(
      received(5),
      `* ${hello} (IN), TLS alert, ${words?.trace ?? answer.alert} (${words?.number ?? 552}):`,
      received(2),
    );
  }
  if (connection === null) return told;
  const messages = version === '1.3' ? messages13 : messages12;
  const all = messages(connection, transfer, facts, hello);
  if (outcome.sentAlert !== '') {
    // The client looks at the server's certificate as soon as it has it.
    const end = all.findIndex(
      (item) => typeof item === 'string' && item.includes('(IN), TLS handshake, Certificate (11)'),
    );
    const words = Object.hasOwn(ALERTS, outcome.sentAlert) ? ALERTS[outcome.sentAlert] : undefined;
    told.push(
      ...all.slice(0, end + 2),
      `* ${hello} (OUT), TLS alert, ${words?.trace ?? outcome.sentAlert} (${words?.number ?? 560}):`,
      sent(2),
    );
    return told;
  }
  told.push(...all, `* SSL connection using ${hello} / ${cipherName(connection)}`);
  if (offered(options).length > 0) {
    const agreed = facts.protocol;
    told.push(
      agreed === null
        ? '* ALPN: server did not agree on a protocol. Uses default.'
        : `* ALPN: server accepted ${agreed}`,
    );
  }
  told.push(...certificateLines(options, transfer, trace));
  if (outcome.reached === 'name') return told;
  if (facts.protocol === 'h2') told.push(sent(5), '* using HTTP/2');
  else if (offered(options).length > 0) told.push(`* using HTTP/1.${facts.protocol === null ? 'x' : '1'}`);
  return told;
}

/** The line after a closed connection whose certificate bore another name. */
export function closeNotify(trace: Exchanged): readonly Told[] {
  return [`* TLSv${trace.connection?.version ?? '1.3'} (OUT), TLS alert, ${CLOSE_NOTIFY}:`, sent(2)];
}

function authorityLines(options: CurlOptions): readonly string[] {
  if (options.insecure) return [];
  return [`*  CAfile: ${options.cacert ?? '/etc/ssl/certs/ca-certificates.crt'}`, '*  CApath: /etc/ssl/certs'];
}

type Messages = (connection: Connection, transfer: Transfer, facts: HandshakeFacts, version: string) => readonly Told[];

/** Bytes of a chain's certificates. */
function chainBytes(pem: string | null, overhead: number): number {
  return readChain(pem ?? '').reduce((sum, { parts }) => sum + parts.raw.length + overhead, 0);
}

const messages13: Messages = (connection, transfer, facts, version) => {
  const step = (way: string, name: string, bytes: number): Told[] => [
    `* ${version} (${way}), TLS ${name}:`,
    way === 'IN' ? received(bytes) : sent(bytes),
  ];
  const finished = connection.cipher.endsWith('SHA384') ? 52 : 36;
  const named = isAddress(transfer.url.host) ? 0 : 4;
  const extensions = 6 + named + (facts.protocol === null ? 0 : 7 + facts.protocol.length);
  const names = facts.authorityNames.reduce((sum, name) => sum + 2 + name.length, 71);
  const client = transfer.sendsCertificate;
  return [
    ...step('IN', 'handshake, Server hello (2)', 122),
    ...step('IN', 'handshake, Encrypted Extensions (8)', extensions),
    ...(connection.asked ? step('IN', 'handshake, Request CERT (13)', names) : []),
    ...step('IN', 'handshake, Certificate (11)', 8 + chainBytes(connection.server, 5)),
    ...step('IN', 'handshake, CERT verify (15)', 264),
    ...step('IN', 'handshake, Finished (20)', finished),
    ...step('OUT', 'change cipher, Change cipher spec (1)', 1),
    ...(connection.asked ? step('OUT', 'handshake, Certificate (11)', 8 + chainBytes(client, 5)) : []),
    ...(connection.asked && client !== null ? step('OUT', 'handshake, CERT verify (15)', 264) : []),
    ...step('OUT', 'handshake, Finished (20)', finished),
  ];
};

const messages12: Messages = (connection, transfer, facts, version) => {
  const step = (way: string, name: string, bytes: number): Told[] => [
    `* ${version} (${way}), TLS ${name}:`,
    way === 'IN' ? received(bytes) : sent(bytes),
  ];
  const names = facts.authorityNames.reduce((sum, name) => sum + 2 + name.length, 31);
  const client = transfer.sendsCertificate;
  return [
    ...step('IN', 'handshake, Server hello (2)', facts.protocol === null ? 65 : 70 + facts.protocol.length),
    ...step('IN', 'handshake, Certificate (11)', 7 + chainBytes(connection.server, 3)),
    ...step('IN', 'handshake, Server key exchange (12)', 300),
    ...(connection.asked ? step('IN', 'handshake, Request CERT (13)', names) : []),
    ...step('IN', 'handshake, Server finished (14)', 4),
    ...(connection.asked ? step('OUT', 'handshake, Certificate (11)', 7 + chainBytes(client, 3)) : []),
    ...step('OUT', 'handshake, Client key exchange (16)', 37),
    ...(connection.asked && client !== null ? step('OUT', 'handshake, CERT verify (15)', 264) : []),
    ...step('OUT', 'change cipher, Change cipher spec (1)', 1),
    ...step('OUT', 'handshake, Finished (20)', 16),
    ...step('IN', 'handshake, Finished (20)', 16),
  ];
};

/** OpenSSL's own name of a TLS 1.2 suite: `ECDHE-RSA-AES128-GCM-SHA256`. */
function cipherName(connection: Connection): string {
  if (connection.version === '1.3') return connection.cipher;
  const [exchange = '', rest = ''] = connection.cipher.replace(/^TLS_/, '').split('_WITH_');
  const method = exchange === 'RSA' ? '' : `${exchange.replaceAll('_', '-')}-`;
  const suite = rest
    .replace(/_CBC/, '')
    .replace(/AES_(\d+)/, 'AES$1')
    .replace(/CHACHA20_POLY1305_SHA256/, 'CHACHA20-POLY1305')
    .replaceAll('_', '-');
  return method + suite;
}

function certificateLines(options: CurlOptions, transfer: Transfer, trace: Exchanged): readonly string[] {
  const chain = trace.connection?.server ?? '';
  const leaf = readChain(chain)[0]?.certificate;
  if (leaf === undefined) return [];
  const lines = [
    '* Server certificate:',
    `*  subject: ${leaf.subject.curl}`,
    `*  start date: ${opensslDate(leaf.notBefore)}`,
    `*  expire date: ${opensslDate(leaf.notAfter)}`,
  ];
  if (!options.insecure) {
    const host = verifyHost(chain, transfer.url.host);
    if (!host.ok) {
      if (host.alternatives) lines.push(`*  subjectAltName does not match ${transfer.url.host}`);
      return [...lines, `* ${host.error}`];
    }
    const { by, pattern } = host;
    if (by === 'common-name') lines.push(`*  common name: ${pattern} (matched)`);
    else {
      const what = by === 'address' ? 'IP address!' : `"${pattern}"`;
      lines.push(`*  subjectAltName: host "${transfer.url.host}" matched cert's ${what}`);
    }
  }
  lines.push(`*  issuer: ${leaf.issuer.curl}`);
  const verdict = verifyServer(chain, options.insecure ? '' : transfer.authorities, trace.at);
  const result =
    verdict.code === 0 ? 'verify ok.' : `verify result: ${verdict.words} (${verdict.code}), continuing anyway.`;
  return [...lines, `*  SSL certificate ${result}`];
}
