import { childrenOf, contentOf, integer, oid, primitive, readDer, sequence, TAG, writeDer } from '#engine/pki/der.ts';
import { encodePem, pemBlocks } from '#engine/pki/pem.ts';

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/** An RSA key, PEM, as OpenSSL 3 writes it: PKCS #8. What is no PKCS #1 key stays as it is. */
export function pkcs8(pem: string): string {
  const block = pemBlocks(pem).find(({ type }) => type === 'RSA PRIVATE KEY');
  if (block === undefined) return pem;
  const algorithm = sequence(oid(RSA_ENCRYPTION), primitive(TAG.null, ''));
  return encodePem('PRIVATE KEY', writeDer(sequence(integer(0n), algorithm, primitive(TAG.octetString, block.bytes))));
}

/** The same key as `-traditional` has it: PKCS #1. What is no PKCS #8 key stays as it is. */
export function pkcs1(pem: string): string {
  const block = pemBlocks(pem).find(({ type }) => type === 'PRIVATE KEY');
  const parts = childrenOf(block === undefined ? undefined : (readDer(block.bytes) ?? undefined), TAG.sequence);
  const key = contentOf(parts?.[2], TAG.octetString);
  return key === null ? pem : encodePem('RSA PRIVATE KEY', key);
}
