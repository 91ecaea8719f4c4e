import { decodeBase64Url, encodeBase64Url, utf8Bytes } from './bytes.ts';
import { readPrivateKey, readPublicKey } from './keys.ts';
import { remembering } from './memo.ts';
import { rsaSign, rsaVerify } from './rsa.ts';

/**
 * The RS256 signature of a text (RSASSA-PKCS1-v1_5 with SHA-256), base64url without padding; null when the PEM
 * holds no RSA private key. The same key and text always give the same signature.
 */
export function signText(privateKeyPem: string, text: string): string | null {
  return signed(privateKeyPem)(text);
}

/** Signatures by key, then by text: the same token is issued again and again. */
const signed: (privateKeyPem: string) => (text: string) => string | null = remembering(16, (pem) => {
  const key = readPrivateKey(pem);
  return remembering(512, (text: string) =>
    key === null ? null : encodeBase64Url(rsaSign(key, 'SHA256', utf8Bytes(text))),
  );
});

/** Whether `signature` (base64url) is the RS256 signature of `text` by the key pair of that public key, PEM. */
export function verifyText(publicKeyPem: string, text: string, signature: string): boolean {
  return verified(publicKeyPem)(`${signature} ${text}`);
}

/** Answers by key, then by signature and text: base64url has no space. */
const verified: (publicKeyPem: string) => (signed: string) => boolean = remembering(16, (pem) => {
  const key = readPublicKey(pem);
  return remembering(512, (signed: string) => {
    const space = signed.indexOf(' ');
    const signature = decodeBase64Url(signed.slice(0, space));
    return (
      key !== null && signature !== null && rsaVerify(key, 'SHA256', utf8Bytes(signed.slice(space + 1)), signature)
    );
  });
});
