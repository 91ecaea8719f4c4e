import { utf8Bytes } from './bytes.ts';
import {
  bitString,
  bitsOf,
  CONTEXT,
  childrenOf,
  type Element,
  explicit,
  integer,
  oid,
  oidOf,
  primitive,
  readDer,
  sequence,
  set,
  TAG,
  writeDer,
} from './der.ts';
import { type PublicKey, publicKeyFrom, publicKeyInfo, readPrivateKey } from './keys.ts';
import { type Name, readName } from './name.ts';
import { encodePem, pemBlocks } from './pem.ts';
import { rsaSign, rsaVerify } from './rsa.ts';

/** A PKCS #10 request taken apart; `raw…` are DER. */
export interface CertificationRequest {
  readonly subject: Name;
  readonly publicKey: PublicKey;
  /** The extensions that are asked for, a SEQUENCE; undefined when none are. */
  readonly extensions: Element | undefined;
  readonly signature: string;
  /** Whether it is signed by its own key. */
  readonly signed: boolean;
  readonly raw: string;
  readonly rawSubject: string;
  readonly rawKey: string;
}

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/**
 * A certificate signing request in PEM: `attributes` are the subject's, as OID and value, in order; `extensions` what is asked for.
 * Null when the PEM holds no RSA private key. Models CreateCertificateRequest in crypto/x509/x509.go, Go 1.26.
 */
export function makeCertificationRequest(
  attributes: readonly (readonly [type: string, value: string])[],
  privateKey: string,
  extensions: readonly Element[] = [],
): string | null {
  const key = readPrivateKey(privateKey);
  if (key === null) return null;
  const subject = sequence(...attributes.map(([type, value]) => set(sequence(oid(type), directoryString(value)))));
  const asked = extensions.length === 0 ? [] : [sequence(oid(EXTENSION_REQUEST), set(sequence(...extensions)))];
  const info = sequence(integer(0n), subject, publicKeyInfo(key), explicit(0, ...asked));
  const signature = rsaSign(key, 'SHA256', writeDer(info));
  const algorithm = sequence(oid(SHA256_WITH_RSA), primitive(TAG.null, ''));
  return encodePem('CERTIFICATE REQUEST', writeDer(sequence(info, algorithm, bitString(signature))));
}

/** The first signing request of a PEM text; null when there is none that can be read. Takes any text. */
export function readCertificationRequest(pem: string): CertificationRequest | null {
  const block = pemBlocks(pem).find(({ type }) => /^(NEW )?CERTIFICATE REQUEST$/.test(type));
  if (block === undefined) return null;
  const [info, algorithm, bits] = childrenOf(readDer(block.bytes) ?? undefined, TAG.sequence) ?? [];
  const [, subjectPart, keyPart, attributes] = childrenOf(info, TAG.sequence) ?? [];
  const subject = subjectPart === undefined ? null : readName(subjectPart);
  const publicKey = keyPart === undefined ? null : publicKeyFrom(keyPart);
  const signature = bitsOf(bits);
  if (info === undefined || subjectPart === undefined || keyPart === undefined) return null;
  if (subject === null || 'error' in subject || publicKey === null || signature === null) return null;
  const known = oidOf(childrenOf(algorithm, TAG.sequence)?.[0]) === SHA256_WITH_RSA;
  return {
    subject,
    publicKey,
    extensions: extensionsOf(attributes),
    signature,
    signed: known && publicKey.algorithm === 'RSA' && rsaVerify(publicKey, 'SHA256', writeDer(info), signature),
    raw: block.bytes,
    rawSubject: writeDer(subjectPart),
    rawKey: writeDer(keyPart),
  };
}

function extensionsOf(attributes: Element | undefined): Element | undefined {
  const list = attributes?.tagClass === CONTEXT && typeof attributes.value !== 'string' ? attributes.value : [];
  for (const attribute of list) {
    const [type, values] = childrenOf(attribute, TAG.sequence) ?? [];
    if (oidOf(type) === EXTENSION_REQUEST) return childrenOf(values, TAG.set)?.[0];
  }
  return undefined;
}

function directoryString(text: string): Element {
  return primitive(/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text) ? TAG.printable : TAG.utf8, utf8Bytes(text));
}
