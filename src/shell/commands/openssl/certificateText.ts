import { hex } from '#engine/pki/bytes.ts';
import type { ReadCertificate } from '#engine/pki/certificate.ts';
import { bitsOf, childrenOf, contentOf, type Element, oidOf, readDer, TAG, tagged } from '#engine/pki/der.ts';
import { bitLength } from '#engine/pki/rsa.ts';
import { monthName, utcParts } from '#engine/time.ts';
import { type NameStyle, nameText } from './distinguishedName.ts';
import { type Extension, extensionLines, extensionsIn } from './extensionText.ts';

/** Names of algorithms by OID. Models crypto/objects, 3.0. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'rsaEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.10045.2.1': 'id-ecPublicKey',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'ED25519',
};

const CURVES: Readonly<Record<string, readonly [name: string, nist: string, bits: number]>> = {
  '1.2.840.10045.3.1.7': ['prime256v1', 'P-256', 256],
  '1.3.132.0.34': ['secp384r1', 'P-384', 384],
  '1.3.132.0.35': ['secp521r1', 'P-521', 521],
};

/** `Nov 24 09:00:00 2026 GMT`, or `2026-11-24 09:00:00Z` for `-dateopt iso_8601`. */
export function dateText(at: number, iso = false): string {
  const { year, month, day, hour, minute, second } = utcParts(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  return iso
    ? `${year}-${two(month)}-${two(day)} ${clock}Z`
    : `${monthName(at)} ${String(day).padStart(2)} ${clock} ${year} GMT`;
}

/** The serial number's bytes, without a sign. */
export function serialBytes(serial: bigint): string {
  const digits = serial.toString(16).toUpperCase();
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}

/** The extensions of a certificate. */
export function extensionsOf({ parts }: ReadCertificate): readonly Extension[] {
  const [signed] = childrenOf(readDer(parts.raw) ?? undefined, TAG.sequence) ?? [];
  const list = tagged(childrenOf(signed, TAG.sequence) ?? [], 3)?.value;
  return extensionsIn(typeof list === 'string' ? undefined : list?.[0]);
}

/** The OID of the algorithm that an AlgorithmIdentifier names. */
function algorithmOf(element: Element | undefined): string {
  const oid = oidOf(childrenOf(element, TAG.sequence)?.[0]) ?? '';
  return ALGORITHMS[oid] ?? oid;
}

/** The name of the algorithm by which a certificate is signed. */
export function signatureName({ parts }: ReadCertificate): string {
  return algorithmOf(childrenOf(readDer(parts.raw) ?? undefined, TAG.sequence)?.[1]);
}

/** A certificate as `openssl x509 -text` prints it, line by line. Models X509_print_ex of crypto/x509/t_x509.c, 3.0. */
export function certificateLines(
  read: ReadCertificate,
  style: NameStyle = 'default',
  isoDates = false,
): readonly string[] {
  const { parts } = read;
  const extensions = extensionsOf(read);
  const name = signatureName(read);
  return [
    'Certificate:',
    '    Data:',
    `        Version: ${parts.version} (0x${parts.version - 1})`,
    ...serialLines(parts.serial),
    `        Signature Algorithm: ${name}`,
    `        Issuer: ${nameText(parts.rawIssuer, style)}`,
    '        Validity',
    `            Not Before: ${dateText(parts.notBefore, isoDates)}`,
    `            Not After : ${dateText(parts.notAfter, isoDates)}`,
    `        Subject: ${nameText(parts.rawSubject, style)}`,
    ...publicKeyLines(parts.rawKey),
    ...(extensions.length === 0 ? [] : ['        X509v3 extensions:']),
    ...extensions.flatMap((extension) => extensionLines(extension, '            ')),
    ...signatureLines(name, parts.signature),
  ];
}

function serialLines(serial: bigint): readonly string[] {
  // What fits into a C long is written as a number.
  if (serial < 2n ** 63n) return [`        Serial Number: ${serial} (0x${serial.toString(16)})`];
  const bytes = serialBytes(serial).toLowerCase().match(/../g) ?? [];
  return ['        Serial Number:', `            ${bytes.join(':')}`];
}

/** The lines about a public key, from its SubjectPublicKeyInfo. */
export function publicKeyLines(rawKey: string): readonly string[] {
  const parts = childrenOf(readDer(rawKey) ?? undefined, TAG.sequence) ?? [];
  const algorithm = algorithmOf(parts[0]);
  return [
    '        Subject Public Key Info:',
    `            Public Key Algorithm: ${algorithm}`,
    ...keyLines(algorithm, parts).map((line) => `                ${line}`),
  ];
}

function keyLines(algorithm: string, parts: readonly Element[]): readonly string[] {
  const bits = bitsOf(parts[1]) ?? '';
  if (algorithm === 'rsaEncryption') return rsaLines(bits);
  const curve = CURVES[oidOf(childrenOf(parts[0], TAG.sequence)?.[1]) ?? ''];
  if (algorithm === 'id-ecPublicKey' && curve !== undefined) {
    const [name, nist, size] = curve;
    return [`Public-Key: (${size} bit)`, 'pub:', ...hexBlock(bits), `ASN1 OID: ${name}`, `NIST CURVE: ${nist}`];
  }
  if (algorithm === 'ED25519') return ['ED25519 Public-Key:', 'pub:', ...hexBlock(bits)];
  return ['Unable to load Public Key'];
}

function rsaLines(bits: string): readonly string[] {
  const [modulus = '', exponent = ''] = (childrenOf(readDer(bits) ?? undefined, TAG.sequence) ?? []).map(
    (part) => contentOf(part, TAG.integer) ?? '',
  );
  const power = BigInt(`0x${hex(exponent) || '0'}`);
  return [
    `Public-Key: (${bitLength(BigInt(`0x${hex(modulus) || '0'}`))} bit)`,
    'Modulus:',
    ...hexBlock(modulus),
    `Exponent: ${power} (0x${power.toString(16)})`,
  ];
}

/** Bytes by fifteen on a line, four blanks in, a colon behind each but the last. */
function hexBlock(bytes: string): readonly string[] {
  return wrapped(bytes, 15).map((line) => `    ${line}`);
}

function wrapped(bytes: string, size: number): readonly string[] {
  const pairs = hex(bytes).match(/../g) ?? [];
  const rows = Array.from({ length: Math.ceil(pairs.length / size) }, (_, index) =>
    pairs.slice(index * size, (index + 1) * size),
  );
  return rows.map((row, index) => row.join(':') + (index < rows.length - 1 ? ':' : ''));
}

/** The lines about a signature. */
export function signatureLines(name: string, signature: string): readonly string[] {
  return [
    `    Signature Algorithm: ${name}`,
    '    Signature Value:',
    ...wrapped(signature, 18).map((line) => `        ${line}`),
  ];
}

/** DER of a SubjectPublicKeyInfo's RSA modulus in upper-case digits; null for another key. */
export function modulusText(read: ReadCertificate): string | null {
  const key = read.parts.publicKey;
  return 'modulus' in key ? key.modulus.toString(16).toUpperCase() : null;
}
