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
} from './der.ts';

/** What the extensions of a certificate say. */
export interface Extensions {
  /** Names of extended key usages, unknown ones as OIDs; null when the extension is absent. */
  readonly extKeyUsages: readonly string[] | null;
  /** Whether keyCertSign is among the key usages; null when the extension is absent or empty. */
  readonly mayCertify: boolean | null;
  readonly basicConstraints: { readonly isCA: boolean; readonly maxPathLength: number | null } | null;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  /** The subject alternative names as bytes: chain building compares them. */
  readonly rawNames: string | null;
  readonly skid: string;
  readonly akid: string;
  readonly unhandledCritical: boolean;
}

const NONE: Extensions = {
  extKeyUsages: null,
  mayCertify: null,
  basicConstraints: null,
  dnsNames: [],
  ipAddresses: [],
  rawNames: null,
  skid: '',
  akid: '',
  unhandledCritical: false,
};

/** Names of the extended key usages Go knows and OpenSSL prints, by OID. */
export const EXT_KEY_USAGES: Readonly<Record<string, string>> = {
  '2.5.29.37.0': 'any',
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
};

type Read = Partial<Extensions> | { readonly error: string };

/** How each extension is read, by OID. Models processExtensions in crypto/x509/parser.go, Go 1.26. */
const READERS: Readonly<Record<string, (value: Element | undefined, bytes: string, critical: boolean) => Read>> = {
  '2.5.29.15': (value) => {
    const bits = bitsOf(value);
    if (bits === null) return { error: 'x509: invalid key usage' };
    const usages = bits.charCodeAt(0) || 0;
    return { mayCertify: bits === '' || usages === 0 ? null : (usages & 0x04) !== 0 };
  },
  '2.5.29.19': (value) => {
    const parts = childrenOf(value, TAG.sequence);
    if (parts === null) return { error: 'x509: invalid basic constraints' };
    const flag = booleanOf(parts[0]);
    const length = integerOf(flag === null ? parts[0] : parts[1]);
    return { basicConstraints: { isCA: flag === true, maxPathLength: length === null ? null : Number(length) } };
  },
  '2.5.29.17': (value, bytes) => {
    const names = childrenOf(value, TAG.sequence);
    if (names === null) return { error: 'x509: invalid subject alternative names' };
    const ofKind = (kind: number) =>
      names.flatMap((name) =>
        name.tagClass === CONTEXT && name.type === kind && typeof name.value === 'string' ? [name.value] : [],
      );
    const odd = ofKind(7).find((address) => address.length !== 4 && address.length !== 16);
    if (odd !== undefined) return { error: `x509: cannot parse IP address of length ${odd.length}` };
    if (ofKind(2).some((name) => /[^\0-\x7f]/.test(name))) return { error: 'x509: SAN dNSName is malformed' };
    return { dnsNames: ofKind(2), ipAddresses: ofKind(7).map(addressText), rawNames: bytes };
  },
  '2.5.29.14': (value, _bytes, critical) => {
    if (critical) return { error: 'x509: subject key identifier incorrectly marked critical' };
    const skid = contentOf(value, TAG.octetString);
    return skid === null ? { error: 'x509: invalid subject key identifier' } : { skid };
  },
  '2.5.29.35': (value, _bytes, critical) => {
    if (critical) return { error: 'x509: authority key identifier incorrectly marked critical' };
    const parts = childrenOf(value, TAG.sequence);
    if (parts === null) return { error: 'x509: invalid authority key identifier' };
    const akid = tagged(parts, 0)?.value;
    return { akid: typeof akid === 'string' ? akid : '' };
  },
  '2.5.29.37': (value) => {
    const usages = childrenOf(value, TAG.sequence)?.map((usage) => oidOf(usage));
    if (usages === undefined) return { error: 'x509: invalid extended key usages' };
    const known = usages.flatMap((usage) => (usage === null ? [] : [EXT_KEY_USAGES[usage] ?? usage]));
    return known.length < usages.length ? { error: 'x509: invalid extended key usages' } : { extKeyUsages: known };
  },
};

/** Extensions that Go understands, so that they may be critical, and that say nothing about who a client is. */
const UNDERSTOOD = new Set(['2.5.29.30', '2.5.29.31', '2.5.29.32', '2.5.29.33', '2.5.29.36', '2.5.29.54']);

/** The extensions of a certificate, or the error of Go's parser; `list` is the SEQUENCE in `[3]`, if there. */
export function readExtensions(list: Element | undefined): Extensions | { readonly error: string } {
  if (list === undefined) return NONE;
  const items = childrenOf(list, TAG.sequence);
  if (items === null) return { error: 'x509: malformed extensions' };
  let found = NONE;
  const seen = new Set<string>();
  for (const item of items) {
    const parts = childrenOf(item, TAG.sequence);
    if (parts === null) return { error: 'x509: malformed extension' };
    const id = oidOf(parts[0]);
    if (id === null) return { error: 'x509: malformed extension OID field' };
    const flagged = parts[1]?.tagClass === 0 && parts[1].type === TAG.boolean;
    const critical = flagged ? booleanOf(parts[1]) : false;
    if (critical === null) return { error: 'x509: malformed extension critical field' };
    const bytes = contentOf(flagged ? parts[2] : parts[1], TAG.octetString);
    if (bytes === null) return { error: 'x509: malformed extension value field' };
    if (seen.has(id)) return { error: `x509: certificate contains duplicate extension with OID "${id}"` };
    seen.add(id);
    const reader = Object.hasOwn(READERS, id) ? READERS[id] : undefined;
    const read: Read =
      reader === undefined
        ? { unhandledCritical: found.unhandledCritical || (critical && !UNDERSTOOD.has(id)) }
        : reader(readDer(bytes) ?? undefined, bytes, critical);
    if ('error' in read) return read;
    found = { ...found, ...read };
  }
  return found;
}

/** `10.0.0.11`, or an IPv6 address in RFC 5952's shortest form. */
function addressText(bytes: string): string {
  const codes = [...bytes].map((byte) => byte.charCodeAt(0));
  if (codes.length === 4) return codes.join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((codes[index * 2] ?? 0) * 256 + (codes[index * 2 + 1] ?? 0)).toString(16),
  );
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0(?![0-9a-f]))+/g)];
  const longest = runs.sort((left, right) => right[0].length - left[0].length)[0];
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index).replace(/:$/, '');
  return `${before}::${text.slice(longest.index + longest[0].length).replace(/^:/, '')}`;
}
