import type { Answer, TlsVersion } from '#engine/kubelet/exchange.ts';
import type { Connection } from '#engine/kubelet/stage.ts';
import type { ReadCertificate } from '#engine/pki/certificate.ts';
import { encodePem } from '#engine/pki/pem.ts';
import { bitLength } from '#engine/pki/rsa.ts';
import { textOf } from '../answer.ts';
import { ALERTS } from '../curl/alerts.table.ts';
import { TLS12_CIPHERS } from '../curl/ciphers.table.ts';
import { dateText, signatureName } from './certificateText.ts';
import { type ChainStep, codeWords } from './chain.ts';
import { nameText } from './distinguishedName.ts';
import { errorLine } from './errors.ts';

/** A handshake that came to its end. */
export interface Handshake {
  readonly connection: Connection;
  readonly chain: readonly ReadCertificate[];
  /** The verdict on the chain: 0, or the last X509_V_ERR. */
  readonly code: number;
  /** The name that the client said it wanted; '' for none. */
  readonly named: string;
  /** The authorities that the server named when it asked for a certificate. */
  readonly authorities: readonly ReadCertificate[];
  /** The chain that the client showed. */
  readonly client: readonly ReadCertificate[];
  readonly now: number;
  /** The name that was to be verified, when it was; '' else. */
  readonly peername: string;
  /** The client offered TLS 1.3 and nothing older. */
  readonly only13: boolean;
}

/** Signature algorithms that Go's server asks for, by version of TLS. */
const SIGNATURES_13 = 'RSA-PSS+SHA256:ECDSA+SHA256:ed25519:RSA-PSS+SHA384:RSA-PSS+SHA512:ECDSA+SHA384:ECDSA+SHA512';
const SIGNATURES_12 =
  'RSA-PSS+SHA256:ECDSA+SHA256:ed25519:RSA-PSS+SHA384:RSA-PSS+SHA512:RSA+SHA256:RSA+SHA384:RSA+SHA512:ECDSA+SHA384:ECDSA+SHA512';

/** What the client tells while it looks at the chain: goes to standard error. Models verify_callback of apps/lib/s_cb.c, 3.0. */
export function verificationText(steps: readonly ChainStep[], quiet: boolean): string {
  let last = 0;
  const lines: string[] = [];
  for (const { depth, certificate, code } of steps) {
    if (code !== 0) last = code;
    else if (quiet) continue;
    lines.push(`depth=${depth} ${nameText(certificate.parts.rawSubject, 'default')}`);
    if (code !== 0) lines.push(`verify error:num=${code}:${codeWords(code)}`);
    // The context remembers its last error, also where a certificate is fine.
    if (last === 2) lines.push(`issuer= ${nameText(certificate.parts.rawIssuer, 'default')}`);
    if (last === 9) lines.push(`notBefore=${dateText(certificate.parts.notBefore)}`);
    if (last === 10) lines.push(`notAfter=${dateText(certificate.parts.notAfter)}`);
    if (!quiet) lines.push('verify return:1');
  }
  return textOf(lines);
}

/** What is printed of a handshake that succeeded: on standard output, with `brief` on standard error. */
export function handshakeText(
  handshake: Handshake,
  style: { readonly brief: boolean; readonly showcerts: boolean },
): string {
  const { connection, chain, code } = handshake;
  const [leaf] = chain;
  if (leaf === undefined) return '';
  const verdict = code === 0 ? 'Verification: OK' : `Verification error: ${codeWords(code)}`;
  const verdicts = [
    verdict,
    ...(code === 0 && handshake.peername !== '' ? [`Verified peername: ${handshake.peername}`] : []),
  ];
  const cipher = cipherName(connection);
  if (style.brief) {
    return textOf([
      'CONNECTION ESTABLISHED',
      `Protocol version: TLSv${connection.version}`,
      `Ciphersuite: ${cipher}`,
      ...(connection.asked && handshake.authorities.length > 0
        ? [`Requested Signature Algorithms: ${requested(connection.version)}`]
        : []),
      `Peer certificate: ${nameText(leaf.parts.rawSubject, 'default')}`,
      'Hash used: SHA256',
      'Signature type: RSA-PSS',
      ...verdicts,
      'Server Temp Key: X25519, 253 bits',
    ]);
  }
  const pem = (one: ReadCertificate): string => encodePem('CERTIFICATE', one.parts.raw).trimEnd();
  const { read, written } = bytesOf(handshake);
  return textOf([
    'CONNECTED(00000003)',
    '---',
    'Certificate chain',
    ...chain.flatMap((one, depth) => [...chainLines(one, depth), ...(style.showcerts ? [pem(one)] : [])]),
    '---',
    'Server certificate',
    ...(style.showcerts ? [] : [pem(leaf)]),
    `subject=${nameText(leaf.parts.rawSubject, 'default')}`,
    `issuer=${nameText(leaf.parts.rawIssuer, 'default')}`,
    '---',
    ...authorityLines(handshake),
    'Peer signing digest: SHA256',
    'Peer signature type: RSA-PSS',
    'Server Temp Key: X25519, 253 bits',
    '---',
    `SSL handshake has read ${read} bytes and written ${written} bytes`,
    ...verdicts,
    '---',
    `New, TLSv${connection.version}, Cipher is ${cipher}`,
    `Server public key is ${keyBits(leaf)} bit`,
    `Secure Renegotiation IS ${connection.version === '1.3' ? 'NOT ' : ''}supported`,
    'Compression: NONE',
    'Expansion: NONE',
    'No ALPN negotiated',
    ...(connection.version === '1.3'
      ? ['Early data was not sent', `Verify return code: ${code} (${codeWords(code)})`]
      : sessionLines(connection.version, cipher, handshake)),
    '---',
  ]);
}

/** A session without what is secret and random in it: identifiers, master key, ticket. */
function sessionLines(
  version: TlsVersion,
  cipher: string,
  { now, code }: Pick<Handshake, 'now' | 'code'>,
): readonly string[] {
  return [
    'SSL-Session:',
    `    Protocol  : TLSv${version}`,
    `    Cipher    : ${cipher}`,
    '    PSK identity: None',
    '    PSK identity hint: None',
    '    SRP username: None',
    `    Start Time: ${Math.floor(now / 1000)}`,
    '    Timeout   : 7200 (sec)',
    `    Verify return code: ${code} (${codeWords(code)})`,
    `    Extended master secret: ${cipher === '0000' ? 'no' : 'yes'}`,
  ];
}

function chainLines(one: ReadCertificate, depth: number): readonly string[] {
  const { parts } = one;
  const key = 'modulus' in parts.publicKey ? 'rsaEncryption' : 'id-ecPublicKey';
  return [
    ` ${depth} s:${nameText(parts.rawSubject, 'default')}`,
    `   i:${nameText(parts.rawIssuer, 'default')}`,
    `   a:PKEY: ${key}, ${keyBits(one)} (bit); sigalg: ${signatureAlgorithm(one)}`,
    `   v:NotBefore: ${dateText(parts.notBefore)}; NotAfter: ${dateText(parts.notAfter)}`,
  ];
}

/** `RSA-SHA256` for `sha256WithRSAEncryption`: the object's short name. */
function signatureAlgorithm(one: ReadCertificate): string {
  const name = signatureName(one);
  const rsa = /^(sha\d+)WithRSAEncryption$/.exec(name)?.[1];
  return rsa === undefined ? name : `RSA-${rsa.toUpperCase()}`;
}

function keyBits({ parts }: ReadCertificate): number {
  return 'modulus' in parts.publicKey ? bitLength(parts.publicKey.modulus) : 256;
}

function authorityLines({ connection, authorities }: Handshake): readonly string[] {
  if (!connection.asked || authorities.length === 0) return ['No client certificate CA names sent'];
  const old = connection.version !== '1.3';
  return [
    'Acceptable client certificate CA names',
    ...authorities.map(({ parts }) => nameText(parts.rawSubject, 'default')),
    ...(old ? ['Client Certificate Types: RSA sign, ECDSA sign'] : []),
    `Requested Signature Algorithms: ${requested(connection.version)}`,
    `Shared Requested Signature Algorithms: ${old ? SIGNATURES_12 : SIGNATURES_13}`,
  ];
}

function requested(version: TlsVersion): string {
  return version === '1.3' ? SIGNATURES_13 : `${SIGNATURES_12}:RSA+SHA1:ECDSA+SHA1`;
}

/** OpenSSL's own name of a suite. */
function cipherName({ version, cipher }: Connection): string {
  if (version === '1.3') return cipher;
  return TLS12_CIPHERS.find(([, iana]) => iana === cipher)?.[0] ?? cipher;
}

/** Bytes of all records of a handshake with Go's server, each message in a record of its own. */
function bytesOf(handshake: Handshake): { readonly read: number; readonly written: number } {
  const { connection, chain, named, authorities, client } = handshake;
  const name = named === '' ? 0 : named.length + 9;
  const der = (certificates: readonly ReadCertificate[], overhead: number): number =>
    certificates.reduce((sum, { parts }) => sum + parts.raw.length + overhead, 0);
  const names = authorities.reduce((sum, { parts }) => sum + 2 + parts.rawSubject.length, 0);
  const echoed = named === '' ? 0 : 4;
  if (connection.version === '1.3') {
    // A client that offers nothing older has less to say.
    const hello13 = handshake.only13 ? 225 : 297;
    const messages = [6 + echoed, ...(connection.asked ? [71 + names] : []), 8 + der(chain, 5), 264, 36];
    const shown = connection.asked ? [8 + der(client, 5), ...(client.length > 0 ? [264] : [])] : [];
    const sealed = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size + 22, 0);
    return { read: 133 + sealed(messages), written: hello13 + name + 6 + sealed([...shown, 36]) };
  }
  const plain = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size + 5, 0);
  const ticket = 131 + (connection.asked ? 4 : 0) + (client.length > 0 ? 2 + der(client, 3) : 0);
  const read = plain([65, 7 + der(chain, 3), 300, ...(connection.asked ? [31 + names] : []), 4, ticket]);
  const shown = connection.asked ? [7 + der(client, 3), ...(client.length > 0 ? [264] : [])] : [];
  return { read: read + 51, written: 281 + name + plain(shown) };
}

/** What is printed when there was no handshake: an alert, or a server that does not speak TLS. */
export function failedText(
  answer: Answer,
  client: { readonly version: TlsVersion; readonly named: string; readonly brief: boolean; readonly now: number },
): { readonly stdout: string; readonly stderr: string } {
  const alert = answer.kind === 'alert' ? answer.alert : '';
  const words = Object.hasOwn(ALERTS, alert) ? ALERTS[alert] : undefined;
  const code = /error:([0-9A-F]+):SSL routines::(.*)$/.exec(words?.error ?? '');
  const where = 'SSL routines:ssl3_read_bytes';
  const stderr =
    answer.kind === 'alert'
      ? errorLine(
          code?.[1] ?? '0A000410',
          `${where}:${code?.[2] ?? alert}:../ssl/record/rec_layer_s3.c:1601:SSL alert number ${(words?.number ?? 552) - 512}`,
        )
      : answer.kind === 'not-tls'
        ? errorLine('0A00010B', 'SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:350:')
        : 'write:errno=104\n';
  if (client.brief) return { stdout: '', stderr };
  const old = client.version !== '1.3';
  const hello = client.version === '1.3' ? 297 : client.version === '1.2' ? 193 : 104;
  const written = hello + (client.named === '' ? 0 : client.named.length + 9);
  const lines = [
    'CONNECTED(00000003)',
    '---',
    'no peer certificate available',
    '---',
    'No client certificate CA names sent',
    '---',
    `SSL handshake has read ${answer.kind === 'alert' ? 7 : answer.kind === 'not-tls' ? 5 : 0} bytes and written ${written} bytes`,
    'Verification: OK',
    '---',
    'New, (NONE), Cipher is (NONE)',
    'Secure Renegotiation IS NOT supported',
    'Compression: NONE',
    'Expansion: NONE',
    'No ALPN negotiated',
    ...(old
      ? sessionLines(client.version, '0000', { now: client.now, code: 0 })
      : ['Early data was not sent', 'Verify return code: 0 (ok)']),
    '---',
  ];
  return { stdout: textOf(lines), stderr };
}
