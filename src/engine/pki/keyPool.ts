import { KEY_POOL } from './keys.data.ts';

/** A private key of the pool (PEM) by any whole number: neighbours are different keys, and who holds which is fixed. */
export function poolKey(index: number): string {
  return KEY_POOL[Math.abs(index) % KEY_POOL.length] ?? '';
}
