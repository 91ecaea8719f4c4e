import { decodeBase64, utf8Text } from '#engine/pki/bytes.ts';
import { CONTEXT, childrenOf, contentOf, type Element, oidOf, readDer, TAG, tagged } from '#engine/pki/der.ts';
import { pemBlocks } from '#engine/pki/pem.ts';

type Listed = readonly (readonly [name: string, values: readonly string[]])[];

/** What a PKCS #10 request asks for, in the words of `kubectl describe`. */
export interface SigningRequest {
  readonly commonName: string;
  readonly serialNumber: string;
  readonly subjectLists: Listed;
  readonly alternatives: Listed;
}

/** Lists of a subject, by kubectl's names, and the attribute that each holds. */
const SUBJECT: readonly (readonly [name: string, oid: string])[] = [
  ['Organization', '2.5.4.10'],
  ['Organizational Unit', '2.5.4.11'],
  ['Country', '2.5.4.6'],
  ['Locality', '2.5.4.7'],
  ['Province', '2.5.4.8'],
  ['StreetAddress', '2.5.4.9'],
  ['PostalCode', '2.5.4.17'],
];
const COMMON_NAME = '2.5.4.3';
const SERIAL_NUMBER = '2.5.4.5';
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const ALTERNATIVE_NAMES = '2.5.29.17';

/** Reads `spec.request` of a CertificateSigningRequest: base64 of PEM. Takes any text. */
export function readSigningRequest(base64: string): SigningRequest | { readonly error: string } {
  const [block] = pemBlocks(decodeBase64(base64) ?? '');
  if (block === undefined || block.type !== 'CERTIFICATE REQUEST') {
    return { error: 'PEM block type must be CERTIFICATE REQUEST' };
  }
  const whole = childrenOf(readDer(block.bytes) ?? undefined, TAG.sequence);
  const info = childrenOf(whole?.[0], TAG.sequence);
  if (info === null) return { error: 'asn1: structure error: malformed certificate request' };
  const attributes = subjectAttributes(info[1]);
  const valuesOf = (oid: string) => attributes.filter(([type]) => type === oid).map(([, value]) => value);
  return {
    commonName: valuesOf(COMMON_NAME).at(-1) ?? '',
    serialNumber: valuesOf(SERIAL_NUMBER).at(-1) ?? '',
    subjectLists: SUBJECT.map(([name, oid]) => [name, valuesOf(oid)] as const),
    alternatives: alternativesOf(info),
  };
}

function subjectAttributes(name: Element | undefined): readonly (readonly [oid: string, value: string])[] {
  return (childrenOf(name, TAG.sequence) ?? []).flatMap((set) =>
    (childrenOf(set, TAG.set) ?? []).flatMap((attribute) => {
      const [type, value] = childrenOf(attribute, TAG.sequence) ?? [];
      const held = value === undefined ? null : contentOf(value, value.type);
      return [[oidOf(type) ?? '', held === null ? '' : (utf8Text(held) ?? held)] as const];
    }),
  );
}

/** The alternative names among the extensions that the request asks for. */
function alternativesOf(info: readonly Element[]): Listed {
  const names = { dns: [] as string[], email: [] as string[], uri: [] as string[], ip: [] as string[] };
  const attributes = tagged(info, 0);
  for (const attribute of Array.isArray(attributes?.value) ? attributes.value : []) {
    const [type, set] = childrenOf(attribute, TAG.sequence) ?? [];
    if (oidOf(type) !== EXTENSION_REQUEST) continue;
    for (const extension of childrenOf(childrenOf(set, TAG.set)?.[0], TAG.sequence) ?? []) {
      const parts = childrenOf(extension, TAG.sequence) ?? [];
      const octets = contentOf(parts.at(-1), TAG.octetString);
      if (oidOf(parts[0]) !== ALTERNATIVE_NAMES || octets === null) continue;
      for (const name of childrenOf(readDer(octets) ?? undefined, TAG.sequence) ?? []) collect(name, names);
    }
  }
  return [
    ['DNS Names', names.dns],
    ['Email Addresses', names.email],
    ['URIs', names.uri],
    ['IP Addresses', names.ip],
  ];
}

function collect(name: Element, into: Readonly<Record<'dns' | 'email' | 'uri' | 'ip', string[]>>): void {
  if (name.tagClass !== CONTEXT || typeof name.value !== 'string') return;
  if (name.type === 1) into.email.push(name.value);
  if (name.type === 2) into.dns.push(name.value);
  if (name.type === 6) into.uri.push(name.value);
  if (name.type === 7) into.ip.push(addressText(name.value));
}

/** The bytes of an address as text; only the four of IPv4 are put together with points. */
function addressText(bytes: string): string {
  const codes = Array.from(bytes, (byte) => byte.charCodeAt(0));
  if (codes.length === 4) return codes.join('.');
  const groups = codes.flatMap((code, at) => (at % 2 === 0 ? [((code << 8) | (codes[at + 1] ?? 0)).toString(16)] : []));
  return groups
    .join(':')
    .replace(/\b0(?::0\b)+/, ':')
    .replace(/:{3,}/, '::');
}
