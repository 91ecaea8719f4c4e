import { parseTime } from '../time.ts';
import {
  bitsOf,
  childrenOf,
  contentOf,
  type Element,
  integerOf,
  oidOf,
  readDer,
  TAG,
  tagged,
  writeDer,
} from './der.ts';
import type { Hash } from './digest.ts';
import { type Extensions, readExtensions } from './extensions.ts';
import { type PublicKey, publicKeyFrom } from './keys.ts';
import { type Name, readName } from './name.ts';

/** A certificate taken apart, with the raw bytes that chain building compares and verifies. */
export interface ParsedCertificate extends Extensions {
  readonly version: number;
  readonly serial: bigint;
  readonly subject: Name;
  readonly issuer: Name;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PublicKey;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: string;
  readonly raw: string;
  readonly rawSigned: string;
  readonly rawSubject: string;
  readonly rawIssuer: string;
  readonly rawKey: string;
}

/** How a certificate is signed. Only RSA with PKCS #1 padding can be checked. */
export type SignatureAlgorithm =
  | { readonly key: 'RSA'; readonly hash: Hash }
  | { readonly key: 'other'; readonly hash: null };

const SIGNATURES: Readonly<Record<string, Hash>> = {
  '1.2.840.113549.1.1.5': 'SHA1',
  '1.2.840.113549.1.1.11': 'SHA256',
  '1.2.840.113549.1.1.12': 'SHA384',
  '1.2.840.113549.1.1.13': 'SHA512',
};

interface Malformed {
  readonly error: string;
}

/** A certificate from its DER, or the error of Go's parser. Takes any bytes. Models crypto/x509/parser.go, Go 1.26. */
export function parseCertificate(der: string): ParsedCertificate | Malformed {
  const root = readDer(der);
  const [signed, outerAlgorithm, signatureBits] = childrenOf(root ?? undefined, TAG.sequence) ?? [];
  if (root === null || signed === undefined) return { error: 'x509: malformed certificate' };
  const all = childrenOf(signed, TAG.sequence);
  if (all === null) return { error: 'x509: malformed tbs certificate' };
  const versionTag = all[0]?.tagClass === 0x80 ? all[0] : undefined;
  const version = versionTag === undefined ? 1 : Number(integerOf(elementsOf(versionTag)[0]) ?? -2n) + 1;
  if (version < 1) return { error: 'x509: malformed version' };
  if (version > 3) return { error: 'x509: invalid version' };
  const [serialPart, innerAlgorithm, issuerPart, validity, subjectPart, keyPart, ...optional] =
    versionTag === undefined ? all : all.slice(1);
  const serial = integerOf(serialPart);
  if (serial === null) return { error: 'x509: malformed serial number' };
  if (serial < 0n) return { error: 'x509: negative serial number' };
  if (innerAlgorithm === undefined) return { error: 'x509: malformed signature algorithm identifier' };
  if (outerAlgorithm === undefined) return { error: 'x509: malformed algorithm identifier' };
  if (writeDer(innerAlgorithm) !== writeDer(outerAlgorithm)) {
    return { error: "x509: inner and outer signature algorithm identifiers don't match" };
  }
  const algorithm = oidOf(childrenOf(innerAlgorithm, TAG.sequence)?.[0]);
  if (algorithm === null) return { error: 'x509: malformed OID' };
  if (issuerPart === undefined || subjectPart === undefined) return { error: 'x509: malformed issuer' };
  const issuer = readName(issuerPart);
  if ('error' in issuer) return issuer;
  const dates = childrenOf(validity, TAG.sequence);
  if (dates === null) return { error: 'x509: malformed validity' };
  const [notBefore, notAfter] = [timeOf(dates[0]), timeOf(dates[1])];
  if (typeof notBefore !== 'number') return notBefore;
  if (typeof notAfter !== 'number') return notAfter;
  const subject = readName(subjectPart);
  if ('error' in subject) return subject;
  const publicKey = keyPart === undefined ? null : publicKeyFrom(keyPart);
  if (keyPart === undefined || publicKey === null) return { error: 'x509: malformed spki' };
  const extensions = readExtensions(version === 3 ? elementsOf(tagged(optional, 3))[0] : undefined);
  if ('error' in extensions) return extensions;
  const signature = bitsOf(signatureBits);
  if (signature === null) return { error: 'x509: malformed signature' };
  const hash = SIGNATURES[algorithm];
  return {
    ...extensions,
    version,
    serial,
    subject,
    issuer,
    notBefore,
    notAfter,
    publicKey,
    signatureAlgorithm: hash === undefined ? { key: 'other', hash: null } : { key: 'RSA', hash },
    signature,
    raw: der,
    rawSigned: writeDer(signed),
    rawSubject: writeDer(subjectPart),
    rawIssuer: writeDer(issuerPart),
    rawKey: writeDer(keyPart),
  };
}

function elementsOf(element: Element | undefined): readonly Element[] {
  return element === undefined || typeof element.value === 'string' ? [] : element.value;
}

/** A UTCTime or GeneralizedTime in milliseconds since the epoch. */
function timeOf(element: Element | undefined): number | Malformed {
  const utc = contentOf(element, TAG.utcTime);
  const general = contentOf(element, TAG.generalizedTime);
  if (utc === null && general === null) return { error: 'x509: unsupported time format' };
  const malformed = { error: `x509: malformed ${utc === null ? 'GeneralizedTime' : 'UTCTime'}` };
  const digits = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/.exec(utc ?? general ?? '');
  const [, year = '', month, day, hour, minute, second = '00'] = digits ?? [];
  if (digits === null || year.length !== (utc === null ? 4 : 2)) return malformed;
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const at = parseTime(`${full}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? malformed : at;
}
