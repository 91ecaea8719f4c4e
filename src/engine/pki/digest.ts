import type { Digest } from 'node-forge/lib/md.js';
import sha1 from 'node-forge/lib/sha1.js';
import sha256 from 'node-forge/lib/sha256.js';
import sha512 from 'node-forge/lib/sha512.js';

/** Names of the hash functions that certificates are signed with. */
export type Hash = 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';

const MAKERS: Readonly<Record<Hash, () => Digest>> = {
  SHA1: () => sha1.create(),
  SHA256: () => sha256.create(),
  SHA384: () => sha512.sha384.create(),
  SHA512: () => sha512.create(),
};

/** The digest of bytes, as bytes. */
export function digest(hash: Hash, bytes: string): string {
  return MAKERS[hash]().update(bytes, 'raw').digest().getBytes();
}
