import { hex, utf8Text } from '#engine/pki/bytes.ts';
import { childrenOf, type Element, oidOf, readDer, TAG, writeDer } from '#engine/pki/der.ts';

/** Ways to print a name, by the words of `-nameopt`. */
export type NameStyle = 'default' | 'oneline' | 'RFC2253' | 'multiline' | 'compat' | 'sep_comma_plus';

/** Short and long names of attributes, by OID. Models crypto/objects, 3.0. */
const ATTRIBUTES: Readonly<Record<string, readonly [short: string, long: string]>> = {
  '2.5.4.3': ['CN', 'commonName'],
  '2.5.4.4': ['SN', 'surname'],
  '2.5.4.5': ['serialNumber', 'serialNumber'],
  '2.5.4.6': ['C', 'countryName'],
  '2.5.4.7': ['L', 'localityName'],
  '2.5.4.8': ['ST', 'stateOrProvinceName'],
  '2.5.4.9': ['street', 'streetAddress'],
  '2.5.4.10': ['O', 'organizationName'],
  '2.5.4.11': ['OU', 'organizationalUnitName'],
  '2.5.4.12': ['title', 'title'],
  '2.5.4.17': ['postalCode', 'postalCode'],
  '2.5.4.42': ['GN', 'givenName'],
  '1.2.840.113549.1.9.1': ['emailAddress', 'emailAddress'],
  '0.9.2342.19200300.100.1.1': ['UID', 'userId'],
  '0.9.2342.19200300.100.1.25': ['DC', 'domainComponent'],
};

/** An attribute's OID by its short or long name; null when there is none. */
export function attributeOid(name: string): string | null {
  return Object.entries(ATTRIBUTES).find(([, names]) => names.includes(name))?.[0] ?? null;
}

interface Attribute {
  readonly type: string;
  readonly value: Element;
}

/** The attributes of a Name's DER, by the sets that they stand in. */
function rdnsOf(raw: string): readonly (readonly Attribute[])[] {
  const sets = childrenOf(readDer(raw) ?? undefined, TAG.sequence) ?? [];
  return sets.map((item) =>
    (childrenOf(item, TAG.set) ?? []).flatMap((member) => {
      const [type, value] = childrenOf(member, TAG.sequence) ?? [];
      const dotted = oidOf(type);
      return dotted === null || value === undefined ? [] : [{ type: dotted, value }];
    }),
  );
}

/** A name, from its DER, as OpenSSL prints it. Models do_name_ex of crypto/asn1/a_strex.c, 3.0. */
export function nameText(raw: string, style: NameStyle): string {
  const rdns = rdnsOf(raw);
  switch (style) {
    case 'compat':
      return rdns
        .flat()
        .map((one) => `/${label(one)}=${plainText(one.value)}`)
        .join('');
    case 'RFC2253':
      return rdns
        .toReversed()
        .map((rdn) => rdn.map((one) => `${label(one)}=${escaped(one, '\\')}`).join('+'))
        .join(',');
    case 'sep_comma_plus':
      return rdns.map((rdn) => rdn.map((one) => `${label(one)}=${utf8Of(one.value)}`).join('+')).join(',');
    case 'multiline':
      return rdns
        .flat()
        .map((one) => `\n    ${longLabel(one).padEnd(25)} = ${utf8Of(one.value)}`)
        .join('');
    default:
      return rdns.map((rdn) => rdn.map((one) => `${label(one)} = ${escaped(one, '"')}`).join(' + ')).join(', ');
  }
}

function label({ type }: Attribute): string {
  return ATTRIBUTES[type]?.[0] ?? type;
}

function longLabel({ type }: Attribute): string {
  return ATTRIBUTES[type]?.[1] ?? type;
}

function contentOf(element: Element): string {
  return typeof element.value === 'string' ? element.value : '';
}

function utf8Of(element: Element): string {
  const content = contentOf(element);
  return utf8Text(content) ?? content;
}

function plainText(element: Element): string {
  return contentOf(element).replace(/[^ -~]/g, (byte) => `\\x${hex(byte).toUpperCase()}`);
}

/** A value with its special letters behind backslashes, or as a whole in quotes; bytes beyond ASCII as hexadecimal digits. */
function escaped({ type, value }: Attribute, how: '\\' | '"'): string {
  if (!Object.hasOwn(ATTRIBUTES, type)) return `#${hex(writeDer(value)).toUpperCase()}`;
  const bytes = contentOf(value).replace(/[^ -~]/g, (byte) => `\\${hex(byte).toUpperCase()}`);
  const raw = contentOf(value);
  const special = /[,+"<>;]/.test(raw) || /^[ #]/.test(raw) || raw.endsWith(' ');
  if (how === '"') return special ? `"${bytes.replace(/"/g, '\\"')}"` : bytes;
  return bytes
    .replace(/[,+"<>;]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/(?<=.) $/, '\\ ');
}
