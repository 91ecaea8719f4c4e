import { hex } from './bytes.ts';
import { digest } from './digest.ts';
import { remembering } from './memo.ts';
import type { DistinguishedName } from './name.ts';
import { type ParsedCertificate, parseCertificate } from './parse.ts';
import { pemBlocks } from './pem.ts';

/** What a certificate says, as plain data. */
export interface Certificate {
  readonly commonName: string;
  readonly organizations: readonly string[];
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** Decimal digits: a serial may have 160 bits. */
  readonly serial: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Extended key usages by name (`clientAuth`), unknown ones by OID; null when the extension is absent: any use. */
  readonly extKeyUsages: readonly string[] | null;
  readonly isCA: boolean;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  /** Subject and authority key identifiers as Kubernetes logs them (`34:1D:A2`); empty when absent. */
  readonly skid: string;
  readonly akid: string;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly sha256: string;
  /** Kubernetes UIDs in the subject. */
  readonly uids: readonly string[];
}

/** A certificate with the parts that a verification needs. */
export interface ReadCertificate {
  readonly certificate: Certificate;
  readonly parts: ParsedCertificate;
}

/** The certificates of a PEM text, in order; anything else in it is passed over. Takes any text. */
export function readCertificates(pem: string): readonly Certificate[] {
  return readChain(pem).map(({ certificate }) => certificate);
}

/** As {@link readCertificates}, with the parts that a verification needs. */
export const readChain: (pem: string) => readonly ReadCertificate[] = remembering(256, (pem) =>
  pemBlocks(pem)
    .filter(({ type }) => type === 'CERTIFICATE')
    .map(({ bytes }) => readDerCertificate(bytes))
    .filter((read): read is ReadCertificate => 'parts' in read),
);

/**
 * A CA bundle as client-go reads one: every CERTIFICATE block without headers must parse, and there must be one.
 * Models ParseCertsPEM in client-go/util/cert/pem.go, v0.36.
 */
export const readBundle: (
  pem: string,
) =>
  | { readonly ok: true; readonly certificates: readonly ReadCertificate[] }
  | { readonly ok: false; readonly error: string } = remembering(64, (pem) => {
  const certificates: ReadCertificate[] = [];
  for (const { type, headers, bytes } of pemBlocks(pem)) {
    if (type !== 'CERTIFICATE' || headers) continue;
    const read = readDerCertificate(bytes);
    if ('error' in read) return { ok: false, error: read.error };
    certificates.push(read);
  }
  if (certificates.length > 0) return { ok: true, certificates };
  return { ok: false, error: 'data does not contain any valid RSA or ECDSA certificates' };
});

/** One certificate from its DER, or the error of Go's parser. */
export function readDerCertificate(der: string): ReadCertificate | { readonly error: string } {
  const parts = parseCertificate(der);
  if ('error' in parts) return parts;
  const { subject, issuer } = parts;
  return {
    parts,
    certificate: {
      commonName: subject.commonName,
      organizations: subject.organizations,
      subject: { openssl: subject.openssl, curl: subject.curl, go: subject.go },
      issuer: { openssl: issuer.openssl, curl: issuer.curl, go: issuer.go },
      serial: parts.serial.toString(),
      notBefore: parts.notBefore,
      notAfter: parts.notAfter,
      extKeyUsages: parts.extKeyUsages,
      isCA: parts.basicConstraints?.isCA ?? false,
      dnsNames: parts.dnsNames,
      ipAddresses: parts.ipAddresses,
      skid: colonHex(parts.skid),
      akid: colonHex(parts.akid),
      sha256: hex(digest('SHA256', der)),
      uids: subject.uids,
    },
  };
}

function colonHex(bytes: string): string {
  return (hex(bytes).toUpperCase().match(/../g) ?? []).join(':');
}
