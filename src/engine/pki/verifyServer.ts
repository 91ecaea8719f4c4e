import { type ReadCertificate, readChain } from './certificate.ts';
import { signatureError } from './signature.ts';

/** What a client that runs on OpenSSL thinks of a server's chain. `code` is X509_V_ERR's number; 0 = it holds. */
export interface ServerVerdict {
  readonly code: number;
  /** OpenSSL's words for the code: `self-signed certificate in certificate chain`. */
  readonly words: string;
  /** The alert that the client sends on its way out (`unknown_ca`, as RFC 8446 names them); empty when the chain holds. */
  readonly alert: string;
}

const OK: ServerVerdict = { code: 0, words: 'ok', alert: '' };
const EXPIRED: ServerVerdict = { code: 10, words: 'certificate has expired', alert: 'certificate_expired' };
const NOT_YET: ServerVerdict = { code: 9, words: 'certificate is not yet valid', alert: 'bad_certificate' };
const PURPOSE: ServerVerdict = {
  code: 26,
  words: 'unsuitable certificate purpose',
  alert: 'unsupported_certificate',
};

function unknownAuthority(code: number, words: string): ServerVerdict {
  return { code, words, alert: 'unknown_ca' };
}

/**
 * Judges a server's chain (PEM, leaf first) against the certificates of a CA file (PEM; '' = none) at a moment in
 * milliseconds since the epoch. A certificate of the CA file is trusted itself, be it a leaf: curl asks for partial
 * chains. Host names are not judged here; see {@link verifyHost}.
 * Models X509_verify_cert in crypto/x509/x509_vfy.c, OpenSSL 3.0, with X509_V_FLAG_PARTIAL_CHAIN.
 */
export function verifyServer(chainPem: string, caPem: string, now: number): ServerVerdict {
  const [leaf, ...sent] = readChain(chainPem);
  if (leaf === undefined) return unknownAuthority(20, 'unable to get local issuer certificate');
  const trusted = readChain(caPem);
  const path: ReadCertificate[] = [leaf];
  for (let current = leaf; !isAmong(current, trusted); ) {
    if (isSelfSigned(current)) {
      return path.length === 1
        ? unknownAuthority(18, 'self-signed certificate')
        : unknownAuthority(19, 'self-signed certificate in certificate chain');
    }
    const child = current;
    const issuer =
      trusted.find((candidate) => hasIssued(candidate, child)) ??
      sent.find((candidate) => !isAmong(candidate, path) && hasIssued(candidate, child));
    if (issuer === undefined) return unknownAuthority(20, 'unable to get local issuer certificate');
    path.push(issuer);
    current = issuer;
  }
  return judge(path, now);
}

/** Purpose first, then signatures and dates from the trusted end down to the leaf. */
function judge(path: readonly ReadCertificate[], now: number): ServerVerdict {
  if (!path.every(mayServe)) return PURPOSE;
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const certificate = path[index];
    const issuer = path[index + 1];
    if (certificate === undefined) continue;
    if (issuer !== undefined && signatureError(certificate, issuer) !== null) {
      return { code: 7, words: 'certificate signature failure', alert: 'decrypt_error' };
    }
    if (now < certificate.certificate.notBefore) return NOT_YET;
    if (now > certificate.certificate.notAfter) return EXPIRED;
  }
  return OK;
}

function mayServe({ certificate: { extKeyUsages: usages } }: ReadCertificate): boolean {
  return usages === null || usages.includes('serverAuth') || usages.includes('any');
}

function isAmong(certificate: ReadCertificate, pool: readonly ReadCertificate[]): boolean {
  return pool.some((member) => member.certificate.sha256 === certificate.certificate.sha256);
}

function isSelfSigned({ parts }: ReadCertificate): boolean {
  return parts.rawSubject === parts.rawIssuer && (parts.akid === '' || parts.skid === '' || parts.akid === parts.skid);
}

/** Whether names and key identifiers fit; the signature is checked later, as OpenSSL does. */
function hasIssued({ parts: issuer }: ReadCertificate, { parts: child }: ReadCertificate): boolean {
  if (issuer.rawSubject !== child.rawIssuer) return false;
  return child.akid === '' || issuer.skid === '' || child.akid === issuer.skid;
}

/** How a certificate fits the name it was asked under: `matched` quotes what a log shows, or the error says why not. */
export type HostVerdict =
  | { readonly ok: true; readonly by: 'name' | 'address' | 'common-name'; readonly pattern: string }
  | { readonly ok: false; readonly alternatives: boolean; readonly error: string };

/**
 * Whether the leaf of a chain (PEM) may answer for `host`, a name or an address without brackets.
 * Models Curl_ossl_verifyhost in lib/vtls/openssl.c, curl 7.88.
 */
export function verifyHost(chainPem: string, host: string): HostVerdict {
  const leaf = readChain(chainPem)[0]?.certificate;
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  const names = leaf?.dnsNames ?? [];
  const addresses = leaf?.ipAddresses ?? [];
  if (isAddress && addresses.includes(host)) return { ok: true, by: 'address', pattern: host };
  const pattern = isAddress ? undefined : names.find((name) => matchesName(name, host));
  if (pattern !== undefined) return { ok: true, by: 'name', pattern };
  if (names.length > 0 || addresses.length > 0) {
    const error = `SSL: no alternative certificate subject name matches target host name '${host}'`;
    return { ok: false, alternatives: true, error };
  }
  const commonName = leaf?.commonName ?? '';
  if (commonName === '') {
    return { ok: false, alternatives: false, error: 'SSL: unable to obtain common name from peer certificate' };
  }
  if (matchesName(commonName, host)) return { ok: true, by: 'common-name', pattern: commonName };
  const error = `SSL: certificate subject name '${commonName}' does not match target host name '${host}'`;
  return { ok: false, alternatives: false, error };
}

/** A name or a pattern whose first label is `*`, letters in either case. */
function matchesName(pattern: string, host: string): boolean {
  const [wanted, given] = [pattern.toLowerCase().replace(/\.$/, ''), host.toLowerCase().replace(/\.$/, '')];
  if (!wanted.startsWith('*.')) return wanted === given;
  const dot = given.indexOf('.');
  return dot > 0 && wanted.slice(1).split('.').length > 2 && given.slice(dot) === wanted.slice(1);
}
