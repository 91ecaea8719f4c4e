import { hex, utf8Text } from '#engine/pki/bytes.ts';
import {
  bitsOf,
  booleanOf,
  CONTEXT,
  childrenOf,
  contentOf,
  type Element,
  integerOf,
  oidOf,
  readDer,
  TAG,
  tagged,
  writeDer,
} from '#engine/pki/der.ts';
import { nameText } from './distinguishedName.ts';

/** An extension of a certificate. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** DER of its value. */
  readonly value: string;
}

/** Titles and short names by OID. Models crypto/objects, 3.0. */
const NAMES: Readonly<Record<string, readonly [title: string, short: string]>> = {
  '2.5.29.14': ['X509v3 Subject Key Identifier', 'subjectKeyIdentifier'],
  '2.5.29.15': ['X509v3 Key Usage', 'keyUsage'],
  '2.5.29.17': ['X509v3 Subject Alternative Name', 'subjectAltName'],
  '2.5.29.18': ['X509v3 Issuer Alternative Name', 'issuerAltName'],
  '2.5.29.19': ['X509v3 Basic Constraints', 'basicConstraints'],
  '2.5.29.30': ['X509v3 Name Constraints', 'nameConstraints'],
  '2.5.29.31': ['X509v3 CRL Distribution Points', 'crlDistributionPoints'],
  '2.5.29.32': ['X509v3 Certificate Policies', 'certificatePolicies'],
  '2.5.29.35': ['X509v3 Authority Key Identifier', 'authorityKeyIdentifier'],
  '2.5.29.37': ['X509v3 Extended Key Usage', 'extendedKeyUsage'],
};

const KEY_USAGES = [
  'Digital Signature',
  'Non Repudiation',
  'Key Encipherment',
  'Data Encipherment',
  'Key Agreement',
  'Certificate Sign',
  'CRL Sign',
  'Encipher Only',
  'Decipher Only',
];

const PURPOSES: Readonly<Record<string, string>> = {
  '2.5.29.37.0': 'Any Extended Key Usage',
  '1.3.6.1.5.5.7.3.1': 'TLS Web Server Authentication',
  '1.3.6.1.5.5.7.3.2': 'TLS Web Client Authentication',
  '1.3.6.1.5.5.7.3.3': 'Code Signing',
  '1.3.6.1.5.5.7.3.4': 'E-mail Protection',
  '1.3.6.1.5.5.7.3.8': 'Time Stamping',
  '1.3.6.1.5.5.7.3.9': 'OCSP Signing',
};

/** The extensions in the SEQUENCE of a certificate's `[3]` or of a request's attribute. */
export function extensionsIn(list: Element | undefined): readonly Extension[] {
  return (childrenOf(list, TAG.sequence) ?? []).flatMap((item) => {
    const parts = childrenOf(item, TAG.sequence) ?? [];
    const oid = oidOf(parts[0]);
    const flag = booleanOf(parts[1]);
    const value = contentOf(flag === null ? parts[1] : parts[2], TAG.octetString);
    return oid === null || value === null ? [] : [{ oid, critical: flag === true, value }];
  });
}

/** Whether a word of `-ext` names an extension. */
export function isNamed(extension: Extension, word: string): boolean {
  return extension.oid === word || NAMES[extension.oid]?.[1] === word;
}

/** An extension's lines: its title, and its value four blanks further in. Models X509V3_extensions_print, 3.0. */
export function extensionLines(extension: Extension, indent: string): readonly string[] {
  const title = NAMES[extension.oid]?.[0] ?? extension.oid;
  const value = valueText(extension);
  const lines = value === '' ? [] : value.split('\n').map((line) => `${indent}    ${line}`);
  return [`${indent}${title}: ${extension.critical ? 'critical' : ''}`, ...lines];
}

function valueText({ oid, value }: Extension): string {
  const element = readDer(value) ?? undefined;
  switch (oid) {
    case '2.5.29.14':
      return colons(contentOf(element, TAG.octetString) ?? '');
    case '2.5.29.15':
      return keyUsage(element);
    case '2.5.29.17':
    case '2.5.29.18':
      return generalNames(childrenOf(element, TAG.sequence) ?? []) || '<EMPTY>';
    case '2.5.29.19':
      return basicConstraints(element);
    case '2.5.29.35':
      return authorityKeyIdentifier(element);
    case '2.5.29.37':
      return (childrenOf(element, TAG.sequence) ?? [])
        .map((usage) => oidOf(usage) ?? '')
        .map((usage) => PURPOSES[usage] ?? usage)
        .join(', ');
    default:
      return [...value].map((byte) => (/[ -~\n\r]/.test(byte) ? byte : '.')).join('');
  }
}

/** `34:1D:A2` */
export function colons(bytes: string): string {
  return (hex(bytes).toUpperCase().match(/../g) ?? []).join(':');
}

function keyUsage(element: Element | undefined): string {
  const bits = bitsOf(element) ?? '';
  return KEY_USAGES.filter((_, index) => ((bits.charCodeAt(index >> 3) || 0) & (0x80 >> (index & 7))) !== 0).join(', ');
}

function basicConstraints(element: Element | undefined): string {
  const parts = childrenOf(element, TAG.sequence) ?? [];
  const flag = booleanOf(parts[0]);
  const length = integerOf(flag === null ? parts[0] : parts[1]);
  return `CA:${flag === true ? 'TRUE' : 'FALSE'}${length === null ? '' : `, pathlen:${length}`}`;
}

function authorityKeyIdentifier(element: Element | undefined): string {
  const parts = childrenOf(element, TAG.sequence) ?? [];
  const text = (number: number): string => {
    const value = tagged(parts, number)?.value;
    return typeof value === 'string' ? value : '';
  };
  const issuer = tagged(parts, 1)?.value;
  const key = colons(text(0));
  if (issuer === undefined) return key;
  const lines = [
    ...(key === '' ? [] : [`keyid:${key}`]),
    generalNames(typeof issuer === 'string' ? [] : issuer),
    ...(text(2) === '' ? [] : [`serial:${colons(text(2))}`]),
  ];
  return lines.join('\n');
}

/** `DNS:node01, IP Address:10.0.0.11` */
function generalNames(names: readonly Element[]): string {
  return names
    .filter(({ tagClass }) => tagClass === CONTEXT)
    .map((name) => {
      const text = typeof name.value === 'string' ? (utf8Text(name.value) ?? name.value) : '';
      switch (name.type) {
        case 1:
          return `email:${text}`;
        case 2:
          return `DNS:${text}`;
        case 4:
          return `DirName:${typeof name.value === 'string' || name.value[0] === undefined ? '' : nameText(writeDer(name.value[0]), 'default')}`;
        case 6:
          return `URI:${text}`;
        case 7:
          return `IP Address:${addressText(typeof name.value === 'string' ? name.value : '')}`;
        default:
          return 'othername: <unsupported>';
      }
    })
    .join(', ');
}

function addressText(bytes: string): string {
  const codes = [...bytes].map((byte) => byte.charCodeAt(0));
  if (codes.length === 4) return codes.join('.');
  if (codes.length !== 16) return '<invalid>';
  const groups = Array.from({ length: 8 }, (_, index) => (codes[index * 2] ?? 0) * 256 + (codes[index * 2 + 1] ?? 0));
  return groups.map((group) => group.toString(16).toUpperCase()).join(':');
}
