import { decodeBase64, fromHex, hex } from './bytes.ts';
import { digest, type Hash } from './digest.ts';
import { SIGNATURES } from './signatures.data.ts';

/** An RSA public key. */
export interface RsaPublicKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/** An RSA private key with its primes. */
export interface RsaPrivateKey extends RsaPublicKey {
  readonly secret: bigint;
  readonly primes: readonly [bigint, bigint];
}

/** DigestInfo of RFC 8017 up to the digest itself. */
const DIGEST_INFO: Readonly<Record<Hash, string>> = {
  SHA1: '3021300906052b0e03021a05000414',
  SHA256: '3031300d060960864801650304020105000420',
  SHA384: '3041300d060960864801650304020205000430',
  SHA512: '3051300d060960864801650304020305000440',
};

/**
 * Signs bytes with RSASSA-PKCS1-v1_5: the same key and bytes always give the same signature. One that is kept in the book of
 * signatures is taken from there once it has proved right; that costs a hundredth.
 */
export function rsaSign(key: RsaPrivateKey, hash: Hash, bytes: string): string {
  const known = SIGNATURES[hex(digest(hash, bytes)).slice(0, 32)];
  const kept = known === undefined ? null : decodeBase64(known);
  return kept !== null && rsaVerify(key, hash, bytes, kept) ? kept : signed(key, hash, bytes);
}

function signed(key: RsaPrivateKey, hash: Hash, bytes: string): string {
  const size = byteLength(key.modulus);
  const message = BigInt(`0x${encodedMessage(hash, bytes, size)}`);
  const [p, q] = key.primes;
  // Chinese remainder: two exponentiations of half the size cost a quarter of one.
  const atP = power(message % p, key.secret % (p - 1n), p);
  const atQ = power(message % q, key.secret % (q - 1n), q);
  const difference = ((((atP - atQ) * inverse(q % p, p)) % p) + p) % p;
  return fromHex((atQ + difference * q).toString(16).padStart(size * 2, '0'));
}

/** Whether `signature` is that key's RSASSA-PKCS1-v1_5 signature of bytes. */
export function rsaVerify(key: RsaPublicKey, hash: Hash, bytes: string, signature: string): boolean {
  const size = byteLength(key.modulus);
  if (signature.length !== size) return false;
  const value = BigInt(`0x${hex(signature)}`);
  if (value >= key.modulus) return false;
  const message = power(value, key.exponent, key.modulus)
    .toString(16)
    .padStart(size * 2, '0');
  return message === encodedMessage(hash, bytes, size);
}

/** Bits of a key's modulus. */
export function bitLength(modulus: bigint): number {
  return modulus.toString(2).length;
}

function byteLength(modulus: bigint): number {
  return Math.ceil(modulus.toString(16).length / 2);
}

/** EMSA-PKCS1-v1_5 as hexadecimal digits; a key too small for the digest gives a message that nothing matches. */
function encodedMessage(hash: Hash, bytes: string, size: number): string {
  const tail = `00${DIGEST_INFO[hash]}${hex(digest(hash, bytes))}`;
  return `0001${'ff'.repeat(Math.max(size - 2 - tail.length / 2, 0))}${tail}`;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let factor = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [previous, current] = [value, modulus];
  let [x, next] = [1n, 0n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [x, next] = [next, x - quotient * next];
  }
  return ((x % modulus) + modulus) % modulus;
}
