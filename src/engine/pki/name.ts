import { hex, utf8Text } from './bytes.ts';
import { childrenOf, type Element, oidOf, TAG, writeDer } from './der.ts';

/** A subject or issuer in the words of the programs that print it. */
export interface DistinguishedName {
  /** `O = dev, CN = bob`, as `openssl x509 -noout -subject` prints it. */
  readonly openssl: string;
  /** `O=dev; CN=bob`, as `curl -v` prints it. */
  readonly curl: string;
  /** `CN=bob,O=dev`, as Go prints it. */
  readonly go: string;
}

/** A name as read: its texts, and the values that matter to Kubernetes. */
export interface Name extends DistinguishedName {
  readonly commonName: string;
  readonly organizations: readonly string[];
  readonly uids: readonly string[];
}

const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.17': 'POSTALCODE',
};
/** Where OpenSSL's short names differ from Go's. */
const OPENSSL: Readonly<Record<string, string>> = {
  '2.5.4.5': 'serialNumber',
  '2.5.4.9': 'street',
  '2.5.4.17': 'postalCode',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
};
/** The attribute that carries a Kubernetes user's UID. Models apimachinery/pkg/apis/asn1, v1.36. */
const UID = '1.3.6.1.4.1.57683.2';

interface Attribute {
  readonly type: string;
  readonly value: string;
  readonly raw: string;
}

/** A Name element, or the error of Go's parser. Models parseName in crypto/x509/parser.go, Go 1.26. */
export function readName(element: Element): Name | { readonly error: string } {
  const sets = childrenOf(element, TAG.sequence);
  if (sets === null) return { error: 'x509: invalid RDNSequence' };
  const rdns: Attribute[][] = [];
  for (const item of sets) {
    const members = childrenOf(item, TAG.set);
    if (members === null) return { error: 'x509: invalid RDNSequence' };
    const attributes: Attribute[] = [];
    for (const member of members) {
      const pair = childrenOf(member, TAG.sequence);
      const type = oidOf(pair?.[0]);
      const held = pair?.[1];
      if (pair === null) return { error: 'x509: invalid RDNSequence: invalid attribute' };
      if (type === null) return { error: 'x509: invalid RDNSequence: invalid attribute type' };
      if (held === undefined) return { error: 'x509: invalid RDNSequence: invalid attribute value' };
      const value = textOf(held);
      if (typeof value !== 'string')
        return { error: `x509: invalid RDNSequence: invalid attribute value: ${value.error}` };
      attributes.push({ type, value, raw: writeDer(held) });
    }
    rdns.push(attributes);
  }
  const all = rdns.flat();
  const valuesOf = (type: string) => all.filter((attribute) => attribute.type === type).map(({ value }) => value);
  return {
    commonName: valuesOf('2.5.4.3').at(-1) ?? '',
    organizations: valuesOf('2.5.4.10'),
    uids: valuesOf(UID),
    openssl: printed(rdns, ' = ', ', ', ' + '),
    curl: printed(rdns, '=', '; ', ' + '),
    go: goText(all),
  };
}

function printed(rdns: readonly (readonly Attribute[])[], equals: string, between: string, plus: string): string {
  const labelled = ({ type, value }: Attribute) => `${OPENSSL[type] ?? SHORT[type] ?? type}${equals}${value}`;
  return rdns.map((rdn) => rdn.map(labelled).join(plus)).join(between);
}

/** The attributes that Go has fields for, in the order in which it writes them. */
const FIELDS = ['C', 'O', 'OU', 'L', 'ST', 'STREET', 'POSTALCODE', 'CN', 'SERIALNUMBER'];

/** Fields regrouped, others first, then all backwards as RFC 2253 has it. Models pkix.Name.String, Go 1.26. */
function goText(attributes: readonly Attribute[]): string {
  const others = attributes.filter(({ type }) => SHORT[type] === undefined);
  const fields = FIELDS.map((field) => {
    const members = attributes.filter(({ type }) => SHORT[type] === field);
    // Of these two Go keeps the last value alone.
    return (field === 'CN' || field === 'SERIALNUMBER' ? members.slice(-1) : members).filter(
      ({ value }) => value !== '' || (field !== 'CN' && field !== 'SERIALNUMBER'),
    );
  }).filter((members) => members.length > 0);
  const rdns = [...others.map((other) => [other]), ...fields];
  return rdns
    .reverse()
    .map((rdn) => rdn.map(goAttribute).join('+'))
    .join(',');
}

function goAttribute({ type, value, raw }: Attribute): string {
  const label = SHORT[type];
  if (label === undefined) return `${type}=#${hex(raw)}`;
  const escaped = value
    .replace(/[,+"\\<>;]/g, (special) => `\\${special}`)
    .replace(/^[ #]/, (first) => `\\${first}`)
    .replace(/(?<=.) $/, '\\ ');
  return `${label}=${escaped}`;
}

/** A directory string's text. Models parseASN1String, Go 1.26. */
function textOf(element: Element): string | { readonly error: string } {
  const bytes = typeof element.value === 'string' && element.tagClass === 0 ? element.value : null;
  switch (bytes === null ? -1 : element.type) {
    case TAG.utf8: {
      const text = utf8Text(bytes ?? '');
      return text ?? { error: 'invalid UTF-8 string' };
    }
    case TAG.printable:
      return /^[A-Za-z0-9 '()+,\-./:=?*&]*$/.test(bytes ?? '') ? (bytes ?? '') : { error: 'invalid PrintableString' };
    case TAG.ia5:
      return [...(bytes ?? '')].every((letter) => letter < '\x80') ? (bytes ?? '') : { error: 'invalid IA5String' };
    case TAG.numeric:
      return /^[0-9 ]*$/.test(bytes ?? '') ? (bytes ?? '') : { error: 'invalid NumericString' };
    case TAG.t61:
      return bytes ?? '';
    case TAG.bmp:
      return bmpText(bytes ?? '');
    default:
      return { error: `unsupported string type: ${element.type}` };
  }
}

function bmpText(bytes: string): string | { readonly error: string } {
  if (bytes.length % 2 !== 0) return { error: 'invalid BMPString' };
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    text += String.fromCharCode(bytes.charCodeAt(index) * 256 + bytes.charCodeAt(index + 1));
  }
  return text.endsWith('\0') ? text.slice(0, -1) : text;
}
