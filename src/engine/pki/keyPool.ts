import { keyPairError } from './keyPair.ts';
import { KEY_POOL } from './keys.data.ts';
import { remembering } from './memo.ts';

/** A private key of the pool (PEM) by any whole number: neighbours are different keys, and who holds which is fixed. */
export function poolKey(index: number): string {
  return KEY_POOL[Math.abs(index) % KEY_POOL.length] ?? '';
}

/** The pool's private key (PEM) to a certificate, PEM; null when its key is not one of the pool's. */
export const poolKeyTo: (certificate: string) => string | null = remembering(
  16,
  (certificate) => KEY_POOL.find((key) => keyPairError(certificate, key) === null) ?? null,
);
