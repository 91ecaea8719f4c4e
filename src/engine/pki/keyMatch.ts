import { readChain } from './certificate.ts';
import { childrenOf, readDer, TAG } from './der.ts';
import { privateKeyOf } from './keys.ts';
import { pemBlocks } from './pem.ts';

/**
 * Whether a PEM text holds a private key that belongs to the first certificate of another. RSA is compared by modulus;
 * of other algorithms only the kind is. Takes any texts.
 */
export function keyBelongs(certificatePem: string, keyPem: string): boolean {
  const publicKey = readChain(certificatePem)[0]?.parts.publicKey;
  const block = pemBlocks(keyPem).find(({ type }) => type.endsWith('PRIVATE KEY'));
  if (
    publicKey === undefined ||
    block === undefined ||
    childrenOf(readDer(block.bytes) ?? undefined, TAG.sequence) === null
  ) {
    return false;
  }
  const key = privateKeyOf(block.bytes);
  if (key === null) return false;
  if (key.algorithm === 'RSA' && publicKey.algorithm === 'RSA') return key.modulus === publicKey.modulus;
  return key.algorithm === publicKey.algorithm;
}
