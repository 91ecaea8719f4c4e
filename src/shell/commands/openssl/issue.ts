import { fromHex, hex } from '#engine/pki/bytes.ts';
import {
  bitString,
  bitsOf,
  childrenOf,
  type Element,
  explicit,
  integer,
  oid,
  primitive,
  readDer,
  sequence,
  TAG,
  writeDer,
} from '#engine/pki/der.ts';
import { digest } from '#engine/pki/digest.ts';
import { encodePem } from '#engine/pki/pem.ts';
import { type RsaPrivateKey, rsaSign } from '#engine/pki/rsa.ts';
import { utcParts } from '#engine/time.ts';

const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), primitive(TAG.null, ''));

/** What a certificate of OpenSSL's own making says; names and key as DER. */
export interface Issued {
  readonly serial: bigint;
  readonly issuer: string;
  readonly subject: string;
  readonly publicKey: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: readonly Element[];
}

/** The certificate, PEM, signed with SHA-256; of version 1 as long as it has no extensions. Null when a part is no DER. */
export function issue(one: Issued, key: RsaPrivateKey): string | null {
  const [issuer, subject, publicKey] = [one.issuer, one.subject, one.publicKey].map(readDer);
  if (!issuer || !subject || !publicKey) return null;
  const extended = one.extensions.length > 0;
  const signed = sequence(
    ...(extended ? [explicit(0, integer(2n))] : []),
    integer(one.serial),
    SHA256_WITH_RSA,
    issuer,
    sequence(timeOf(one.notBefore), timeOf(one.notAfter)),
    subject,
    publicKey,
    ...(extended ? [explicit(3, sequence(...one.extensions))] : []),
  );
  const signature = rsaSign(key, 'SHA256', writeDer(signed));
  return encodePem('CERTIFICATE', writeDer(sequence(signed, SHA256_WITH_RSA, bitString(signature))));
}

/** The identifier that OpenSSL gives a key: the SHA-1 of its bits. */
export function keyIdentifier(publicKey: string): string {
  const parts = childrenOf(readDer(publicKey) ?? undefined, TAG.sequence);
  return digest('SHA1', bitsOf(parts?.[1]) ?? '');
}

/** 159 bits that follow from a text: where a real OpenSSL draws them. */
export function serialFrom(seed: string): bigint {
  const bytes = digest('SHA256', seed.replace(/[^\0-\x7f]/g, '?')).slice(0, 20);
  const first = (bytes.charCodeAt(0) & 0x7f) | 0x01;
  return BigInt(`0x${hex(fromHex(first.toString(16).padStart(2, '0')))}${hex(bytes.slice(1))}`);
}

function timeOf(at: number): Element {
  const { year, month, day, hour, minute, second } = utcParts(at);
  const rest = [month, day, hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
  const short = year < 2050;
  const digits = short ? String(year % 100).padStart(2, '0') : String(year);
  return primitive(short ? TAG.utcTime : TAG.generalizedTime, `${digits}${rest}Z`);
}
