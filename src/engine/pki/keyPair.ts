import { readDerCertificate } from './certificate.ts';
import { privateKeyOf } from './keys.ts';
import { remembering } from './memo.ts';
import { pemBlocks } from './pem.ts';

/**
 * Why a certificate and a private key, PEM, cannot serve TLS together, in Go's words; null when they can.
 * Takes any texts. Models X509KeyPair in crypto/tls/tls.go, Go 1.26.
 */
export function keyPairError(certificatePem: string, keyPem: string): string | null {
  return errorWith(certificatePem)(keyPem);
}

/** Every start tries its pair, which is mostly that of the start before. */
const errorWith: (certificatePem: string) => (keyPem: string) => string | null = remembering(64, (certificatePem) =>
  remembering(16, (keyPem: string) => pairError(certificatePem, keyPem)),
);

function pairError(certificatePem: string, keyPem: string): string | null {
  const certificates = pemBlocks(certificatePem);
  const leaf = certificates.find(({ type }) => type === 'CERTIFICATE');
  if (leaf === undefined) return noCertificate(certificates.map(({ type }) => type));
  const keys = pemBlocks(keyPem);
  const block = keys.find(({ type }) => type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY'));
  if (block === undefined) return noKey(keys.map(({ type }) => type));
  const read = readDerCertificate(leaf.bytes);
  if ('error' in read) return read.error;
  const key = privateKeyOf(block.bytes);
  if (key === null) return 'tls: failed to parse private key';
  if (key.algorithm === 'unknown') return 'tls: found unknown private key type in PKCS#8 wrapping';
  const { publicKey } = read.parts;
  if (publicKey.algorithm === 'unknown') return 'tls: unknown public key algorithm';
  if (publicKey.algorithm !== key.algorithm) return 'tls: private key type does not match public key type';
  if (publicKey.algorithm !== 'RSA' || key.algorithm !== 'RSA') return null;
  return publicKey.modulus === key.modulus && publicKey.exponent === key.exponent
    ? null
    : 'tls: private key does not match public key';
}

function noCertificate(skipped: readonly string[]): string {
  if (skipped.length === 0) return 'tls: failed to find any PEM data in certificate input';
  if (skipped.length === 1 && skipped[0]?.endsWith('PRIVATE KEY')) {
    return (
      'tls: failed to find certificate PEM data in certificate input, but did find a private key; ' +
      'PEM inputs may have been switched'
    );
  }
  const types = `[${skipped.join(' ')}]`;
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: ${types}`;
}

function noKey(skipped: readonly string[]): string {
  if (skipped.length === 0) return 'tls: failed to find any PEM data in key input';
  if (skipped.length === 1 && skipped[0] === 'CERTIFICATE') {
    return 'tls: found a certificate rather than a key in the PEM for the private key';
  }
  const types = `[${skipped.join(' ')}]`;
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: ${types}`;
}
