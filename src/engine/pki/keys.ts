import {
  bitString,
  bitsOf,
  childrenOf,
  contentOf,
  type Element,
  integer,
  integerOf,
  oid,
  oidOf,
  primitive,
  readDer,
  sequence,
  TAG,
  writeDer,
} from './der.ts';
import { remembering } from './memo.ts';
import { encodePem, pemBlocks } from './pem.ts';
import type { RsaPrivateKey, RsaPublicKey } from './rsa.ts';

/** A public key by what is known of it: RSA in full, other algorithms by name. */
export type PublicKey =
  | ({ readonly algorithm: 'RSA' } & RsaPublicKey)
  | { readonly algorithm: 'ECDSA' | 'Ed25519' | 'unknown' };

/** What a private key file holds, as far as a TLS server looks. */
export type PrivateKey =
  | ({ readonly algorithm: 'RSA' } & RsaPrivateKey)
  | { readonly algorithm: 'ECDSA' | 'Ed25519' | 'unknown' };

const OID_RSA = '1.2.840.113549.1.1.1';
const ALGORITHMS: Readonly<Record<string, 'ECDSA' | 'Ed25519'>> = {
  '1.2.840.10045.2.1': 'ECDSA',
  '1.3.101.112': 'Ed25519',
};

/** The first RSA private key in a PEM text (PKCS #1 or #8), or null. */
export const readPrivateKey: (pem: string) => RsaPrivateKey | null = remembering(64, (pem) => {
  for (const block of pemBlocks(pem)) {
    if (!block.type.endsWith('PRIVATE KEY')) continue;
    const key = privateKeyOf(block.bytes);
    if (key?.algorithm === 'RSA') return key;
  }
  return null;
});

/** The first RSA public key in a PEM text (SPKI or PKCS #1), or null. */
export const readPublicKey: (pem: string) => RsaPublicKey | null = remembering(64, (pem) => {
  for (const block of pemBlocks(pem)) {
    const element = readDer(block.bytes);
    if (element === null) continue;
    const key = block.type === 'RSA PUBLIC KEY' ? rsaPublicKey(element) : publicKeyFrom(element);
    if (key !== null && 'modulus' in key) return key;
  }
  return null;
});

/** A private key's DER: PKCS #1, PKCS #8 or SEC 1, tried in that order as crypto/tls does; null when it is none. */
export function privateKeyOf(der: string): PrivateKey | null {
  const parts = childrenOf(readDer(der) ?? undefined, TAG.sequence);
  if (parts === null) return null;
  const rsa = rsaPrivateKey(parts);
  if (rsa !== null) return { algorithm: 'RSA', ...rsa };
  const inner = contentOf(parts[2], TAG.octetString);
  const algorithm = oidOf(childrenOf(parts[1], TAG.sequence)?.[0]);
  if (inner !== null && algorithm === OID_RSA) {
    const wrapped = rsaPrivateKey(childrenOf(readDer(inner) ?? undefined, TAG.sequence) ?? []);
    return wrapped === null ? null : { algorithm: 'RSA', ...wrapped };
  }
  if (inner !== null && algorithm !== null) return { algorithm: ALGORITHMS[algorithm] ?? 'unknown' };
  return integerOf(parts[0]) === 1n && contentOf(parts[1], TAG.octetString) !== null ? { algorithm: 'ECDSA' } : null;
}

/** The key in a SubjectPublicKeyInfo; null when it is malformed. */
export function publicKeyFrom(info: Element): PublicKey | null {
  const parts = childrenOf(info, TAG.sequence);
  const [identifier, parameters] = childrenOf(parts?.[0], TAG.sequence) ?? [];
  const algorithm = oidOf(identifier);
  const bits = bitsOf(parts?.[1]);
  if (algorithm === null || bits === null) return null;
  if (algorithm !== OID_RSA) return { algorithm: ALGORITHMS[algorithm] ?? 'unknown' };
  const key = contentOf(parameters, TAG.null) === '' ? rsaPublicKey(readDer(bits)) : null;
  return key === null ? null : { algorithm: 'RSA', ...key };
}

/** The SubjectPublicKeyInfo of an RSA key. */
export function publicKeyInfo(key: RsaPublicKey): Element {
  return sequence(sequence(oid(OID_RSA), primitive(TAG.null, '')), bitString(rsaPublicKeyDer(key)));
}

/** PKCS #1 DER of a public key: what a subject key identifier is the digest of. */
export function rsaPublicKeyDer(key: RsaPublicKey): string {
  return writeDer(sequence(integer(key.modulus), integer(key.exponent)));
}

/** The public key of a private one, PEM to PEM; null when there is no RSA key in the text. */
export function publicKeyOf(privateKeyPem: string): string | null {
  const key = readPrivateKey(privateKeyPem);
  return key === null ? null : encodePem('PUBLIC KEY', writeDer(publicKeyInfo(key)));
}

function rsaPrivateKey(parts: readonly Element[]): RsaPrivateKey | null {
  const [version, modulus, exponent, secret, p, q] = parts.slice(0, 6).map((part) => integerOf(part));
  if (version !== 0n || !modulus || !exponent || !secret || !p || !q) return null;
  // A key whose parts do not fit together is no key: Go validates it, and signing with it would prove nothing.
  if (p <= 1n || q <= 1n || p * q !== modulus || exponent <= 1n || secret <= 1n) return null;
  return { modulus, exponent, secret, primes: [p, q] };
}

function rsaPublicKey(element: Element | null): RsaPublicKey | null {
  const parts = childrenOf(element ?? undefined, TAG.sequence);
  const modulus = integerOf(parts?.[0]);
  const exponent = integerOf(parts?.[1]);
  return modulus && exponent && modulus > 0n && exponent > 0n ? { modulus, exponent } : null;
}
