import { keyPairError } from './keyPair.ts';
import { CONTROL_PLANE_KEYS, KEY_POOL } from './keys.data.ts';
import { remembering } from './memo.ts';

/** A private key of the pool (PEM) by any whole number: neighbours are different keys, and who holds which is fixed. */
export function poolKey(index: number): string {
  return KEY_POOL[Math.abs(index) % KEY_POOL.length] ?? '';
}

/** A private key (PEM) for one of a control plane's own files, by any whole number; none of them is in the pool. */
export function controlPlaneKey(index: number): string {
  return CONTROL_PLANE_KEYS[Math.abs(index) % CONTROL_PLANE_KEYS.length] ?? '';
}

/** The private key (PEM) of either store to a certificate, PEM; null when its key is in none. */
export const poolKeyTo: (certificate: string) => string | null = remembering(
  16,
  (certificate) => [...KEY_POOL, ...CONTROL_PLANE_KEYS].find((key) => keyPairError(certificate, key) === null) ?? null,
);
