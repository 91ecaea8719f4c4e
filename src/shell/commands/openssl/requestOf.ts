import { utf8Bytes } from '#engine/pki/bytes.ts';
import {
  bitString,
  type Element,
  explicit,
  integer,
  oid,
  primitive,
  sequence,
  set,
  TAG,
  writeDer,
} from '#engine/pki/der.ts';
import { publicKeyInfo, readPrivateKey } from '#engine/pki/keys.ts';
import { encodePem } from '#engine/pki/pem.ts';
import { rsaSign } from '#engine/pki/rsa.ts';

const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), primitive(TAG.null, ''));

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/** Kinds of string that an attribute's value must have; the others are UTF-8. */
const KINDS: Readonly<Record<string, number>> = {
  '2.5.4.5': TAG.printable,
  '2.5.4.6': TAG.printable,
  '0.9.2342.19200300.100.1.25': TAG.ia5,
  '1.2.840.113549.1.9.1': TAG.ia5,
};

/**
 * A signing request, PEM, as OpenSSL writes it, for a subject (attributes by OID, in order), an RSA key and the extensions that are
 * asked for; null when the text holds no key. A subject on the command line is taken for Latin-1, byte by byte. Models apps/req.c, 3.0.
 */
export function requestOf(
  subject: readonly (readonly [type: string, value: string])[],
  privateKey: string,
  extensions: readonly Element[],
): string | null {
  const key = readPrivateKey(privateKey);
  if (key === null) return null;
  const attributes = subject.map(([type, value]) => {
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    const bytes = utf8Bytes(value);
    return set(sequence(oid(type), primitive(kind ?? TAG.utf8, kind === undefined ? utf8Bytes(bytes) : bytes)));
  });
  const asked = extensions.length === 0 ? [] : [sequence(oid(EXTENSION_REQUEST), set(sequence(...extensions)))];
  const info = sequence(integer(0n), sequence(...attributes), publicKeyInfo(key), explicit(0, ...asked));
  const signature = rsaSign(key, 'SHA256', writeDer(info));
  return encodePem('CERTIFICATE REQUEST', writeDer(sequence(info, SHA256_WITH_RSA, bitString(signature))));
}
