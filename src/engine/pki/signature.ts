import type { ReadCertificate } from './certificate.ts';
import { remembering } from './memo.ts';
import { bitLength, rsaVerify } from './rsa.ts';

/**
 * Why `parent` cannot have signed `child`, in Go's words; null when it has. The arithmetic is done once for each pair.
 * Models Certificate.CheckSignatureFrom in crypto/x509/x509.go, Go 1.26.
 */
export function signatureError(child: ReadCertificate, parent: ReadCertificate): string | null {
  const { basicConstraints, version, mayCertify, publicKey } = parent.parts;
  if ((version === 3 && basicConstraints === null) || basicConstraints?.isCA === false || mayCertify === false) {
    return 'x509: invalid signature: parent certificate cannot sign this kind of certificate';
  }
  if (publicKey.algorithm === 'unknown') return 'x509: cannot verify signature: algorithm unimplemented';
  return checked(child)(parent);
}

const checked: (child: ReadCertificate) => (parent: ReadCertificate) => string | null = remembering(256, (child) =>
  remembering(16, (parent: ReadCertificate) => arithmeticError(child, parent)),
);

function arithmeticError({ parts: child }: ReadCertificate, { parts: parent }: ReadCertificate): string | null {
  const { hash } = child.signatureAlgorithm;
  const key = parent.publicKey;
  if (hash === null || key.algorithm !== 'RSA') return 'x509: cannot verify signature: algorithm unimplemented';
  if (hash === 'SHA1') return 'x509: cannot verify signature: insecure algorithm SHA1-RSA';
  const bits = bitLength(key.modulus);
  if (bits < 1024) {
    return `crypto/rsa: ${bits}-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)`;
  }
  return rsaVerify(key, hash, child.rawSigned, child.signature) ? null : 'crypto/rsa: verification error';
}
