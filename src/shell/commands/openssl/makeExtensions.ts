import { bytesOf, fromHex, utf8Bytes } from '#engine/pki/bytes.ts';
import {
  bitString,
  boolean,
  CONTEXT,
  type Element,
  integer,
  oid,
  primitive,
  sequence,
  TAG,
  writeDer,
} from '#engine/pki/der.ts';

/** What an extension may be made from beside its own value. */
export interface ExtensionContext {
  /** The subject's key identifier, bytes: what `subjectKeyIdentifier = hash` stands for. */
  readonly ownKeyId: string;
  /** The issuer's, for `authorityKeyIdentifier = keyid`; '' when it has none. */
  readonly issuerKeyId: string;
}

/** An extension as written in a config file or behind `-addext`. */
export interface WrittenExtension {
  readonly name: string;
  readonly value: string;
}

const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

const PURPOSES: Readonly<Record<string, string>> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  OCSPSigning: '1.3.6.1.5.5.7.3.9',
  anyExtendedKeyUsage: '2.5.29.37.0',
};

const OIDS: Readonly<Record<string, string>> = {
  subjectAltName: '2.5.29.17',
  extendedKeyUsage: '2.5.29.37',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
};

/** The extensions of a section of a config file; those before any section when `section` is ''. Models crypto/conf, 3.0. */
export function writtenExtensions(text: string, section: string): readonly WrittenExtension[] {
  const found: WrittenExtension[] = [];
  let current = '';
  for (const raw of text.replace(/\\\n/g, '').split('\n')) {
    const line = raw.replace(/(^|[^\\])#.*/, '$1').trim();
    const head = /^\[\s*(.*?)\s*\]$/.exec(line);
    if (head !== null) current = head[1] ?? '';
    else if (current === section || (section === '' && current === 'default')) {
      const assignment = /^([\w.]+)\s*=\s*(.*)$/.exec(line);
      if (assignment !== null) found.push({ name: assignment[1] ?? '', value: assignment[2] ?? '' });
    }
  }
  // `@names` stands for a section of its own: DNS.1 = a, IP.1 = b.
  return found.map(({ name, value }) =>
    value.startsWith('@') ? { name, value: listed(text, value.slice(1)) } : { name, value },
  );
}

function listed(text: string, section: string): string {
  return writtenExtensions(text, section)
    .map(({ name, value }) => `${name.replace(/\.\d+$/, '')}:${value}`)
    .join(',');
}

/** The DER of an extension; the name of what cannot be made of it otherwise. Models crypto/x509/v3_conf.c, 3.0. */
export function makeExtension(
  { name, value }: WrittenExtension,
  context: ExtensionContext,
): Element | { readonly unmade: string } {
  const id = Object.hasOwn(OIDS, name) ? OIDS[name] : undefined;
  if (id === undefined) return { unmade: name };
  const words = value.split(',').map((word) => word.trim());
  const critical = words[0] === 'critical';
  const content = contentOf(name, critical ? words.slice(1) : words, context);
  if (content === null) return { unmade: name };
  const bytes = primitive(TAG.octetString, writeDer(content));
  return critical ? sequence(oid(id), boolean(true), bytes) : sequence(oid(id), bytes);
}

function contentOf(name: string, words: readonly string[], context: ExtensionContext): Element | null {
  switch (name) {
    case 'subjectAltName':
      return sequenceOf(words.map(alternativeName));
    case 'extendedKeyUsage':
      return sequenceOf(words.map((word) => purpose(word)));
    case 'keyUsage':
      return keyUsage(words);
    case 'basicConstraints':
      return constraints(words);
    case 'subjectKeyIdentifier':
      return words[0] === 'hash' ? primitive(TAG.octetString, context.ownKeyId) : null;
    default:
      if (!words.some((word) => word.startsWith('keyid'))) return null;
      return context.issuerKeyId === '' ? null : sequence(primitive(0, context.issuerKeyId, CONTEXT));
  }
}

function sequenceOf(parts: readonly (Element | null)[]): Element | null {
  const whole = parts.filter((part) => part !== null);
  return whole.length === parts.length ? sequence(...whole) : null;
}

function alternativeName(word: string): Element | null {
  const colon = word.indexOf(':');
  const [kind, text] = [word.slice(0, colon), word.slice(colon + 1).trim()];
  if (kind === 'DNS') return primitive(2, utf8Bytes(text), CONTEXT);
  if (kind === 'email') return primitive(1, utf8Bytes(text), CONTEXT);
  if (kind === 'URI') return primitive(6, utf8Bytes(text), CONTEXT);
  const address = kind === 'IP' ? addressBytes(text) : null;
  return address === null ? null : primitive(7, address, CONTEXT);
}

function addressBytes(text: string): string | null {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split('.').map(Number);
    return parts.every((part) => part < 256) ? bytesOf(parts) : null;
  }
  if (!/^[0-9a-f:]+$/i.test(text) || !text.includes(':')) return null;
  const [head = '', tail] = text.split('::');
  const groups = (part: string | undefined): readonly string[] =>
    part === undefined || part === '' ? [] : part.split(':');
  const missing = 8 - groups(head).length - groups(tail).length;
  if (missing < 0 || (tail === undefined && missing !== 0)) return null;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)];
  return fromHex(all.map((group) => group.padStart(4, '0')).join(''));
}

function purpose(word: string): Element | null {
  const known = Object.hasOwn(PURPOSES, word) ? PURPOSES[word] : undefined;
  if (known !== undefined) return oid(known);
  return /^\d+(?:\.\d+)+$/.test(word) ? oid(word) : null;
}

function keyUsage(words: readonly string[]): Element | null {
  const indices = words.map((word) => KEY_USAGES.indexOf(word));
  if (indices.includes(-1)) return null;
  const highest = Math.max(...indices);
  const bytes = Array.from({ length: Math.floor(highest / 8) + 1 }, (_, byte) =>
    indices.filter((index) => index >> 3 === byte).reduce((sum, index) => sum | (0x80 >> (index & 7)), 0),
  );
  return bitString(bytesOf(bytes), 7 - (highest & 7));
}

function constraints(words: readonly string[]): Element | null {
  const parts: Element[] = [];
  for (const word of words) {
    const [name = '', value = ''] = word.split(':').map((part) => part.trim());
    if (name === 'CA' && /^true$/i.test(value)) parts.unshift(boolean(true));
    else if (name === 'pathlen' && /^\d+$/.test(value)) parts.push(integer(BigInt(value)));
    else if (!(name === 'CA' && /^false$/i.test(value))) return null;
  }
  return sequence(...parts);
}
