import { utcParts } from '../time.ts';
import { bytesOf, utf8Bytes } from './bytes.ts';
import { type ReadCertificate, readChain } from './certificate.ts';
import {
  bitString,
  boolean,
  CONTEXT,
  type Element,
  explicit,
  integer,
  oid,
  primitive,
  readDer,
  sequence,
  set,
  TAG,
  writeDer,
} from './der.ts';
import { digest } from './digest.ts';
import { EXT_KEY_USAGES } from './extensions.ts';
import { publicKeyInfo, readPrivateKey, rsaPublicKeyDer } from './keys.ts';
import { remembering } from './memo.ts';
import { encodePem } from './pem.ts';
import { type RsaPrivateKey, rsaSign } from './rsa.ts';

/** What a certificate shall say. Times are milliseconds since the epoch. */
export interface CertificateRequest {
  readonly commonName: string;
  readonly organizations?: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** Decimal digits. */
  readonly serial: string;
  /** The holder's key, PEM; for somebody else's request `publicKey` is all that is known of it. */
  readonly privateKey?: string;
  /** The holder's SubjectPublicKeyInfo, DER; instead of `privateKey`. */
  readonly publicKey?: string;
  readonly purpose: 'authority' | 'client' | 'server';
  /** Whether the key may encipher keys, as those of TLS before 1.3 do; true when absent. */
  readonly keyEncipherment?: boolean;
  /** Names of extended key usages; by default those of the purpose, [] for no such extension. */
  readonly extKeyUsages?: readonly string[];
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
  /** Who signs; a certificate without an issuer signs itself. */
  readonly issuer?: { readonly certificate: string; readonly privateKey: string };
}

const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), primitive(TAG.null, ''));
const PURPOSE_USAGES: Readonly<Record<CertificateRequest['purpose'], readonly string[]>> = {
  authority: [],
  client: ['clientAuth'],
  server: ['serverAuth'],
};

/**
 * Issues an X.509 v3 certificate, PEM: the same request always gives the same bytes. Keys or an issuer that cannot
 * be read are a programmer's error and throw. Models CreateCertificate in crypto/x509/x509.go, Go 1.26.
 */
export function issueCertificate(request: CertificateRequest): string {
  const issuer = request.issuer === undefined ? null : mustReadIssuer(request.issuer.certificate);
  const signerKey = request.issuer?.privateKey ?? request.privateKey;
  const signer = mustReadKey(signerKey);
  const holder =
    request.publicKey === undefined ? publicKeyInfo(mustReadKey(request.privateKey)) : readDer(request.publicKey);
  if (holder === null) throw new Error("issueCertificate needs the holder's key");
  const subject = nameOf(request);
  const signed = sequence(
    explicit(0, integer(2n)),
    integer(BigInt(request.serial)),
    SHA256_WITH_RSA,
    (issuer === null ? null : readDer(issuer.parts.rawSubject)) ?? subject,
    sequence(timeOf(request.notBefore), timeOf(request.notAfter)),
    subject,
    holder,
    explicit(3, sequence(...extensionsOf(request, signer, issuer))),
  );
  const signature = signaturesBy(signerKey ?? '')(writeDer(signed));
  return encodePem('CERTIFICATE', writeDer(sequence(signed, SHA256_WITH_RSA, bitString(signature))));
}

/** Signatures by key, then by what is signed: worlds by few names need the same certificates over and over. */
const signaturesBy: (privateKeyPem: string) => (bytes: string) => string = remembering(16, (pem) => {
  const key = mustReadKey(pem);
  return remembering(256, (bytes: string) => rsaSign(key, 'SHA256', bytes));
});

function mustReadKey(pem = ''): RsaPrivateKey {
  const key = readPrivateKey(pem);
  if (key === null) throw new Error('issueCertificate needs an RSA private key in PEM');
  return key;
}

function mustReadIssuer(pem: string): ReadCertificate {
  const [issuer] = readChain(pem);
  if (issuer === undefined) throw new Error("issueCertificate needs the issuer's certificate in PEM");
  return issuer;
}

/** Organizations first, then the common name, as Go orders them; an empty common name is left out. */
function nameOf({ commonName, organizations = [] }: CertificateRequest): Element {
  const attribute = (type: string, value: string) => set(sequence(oid(type), directoryString(value)));
  return sequence(
    ...organizations.map((organization) => attribute('2.5.4.10', organization)),
    ...(commonName === '' ? [] : [attribute('2.5.4.3', commonName)]),
  );
}

function directoryString(text: string): Element {
  return primitive(/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text) ? TAG.printable : TAG.utf8, utf8Bytes(text));
}

function timeOf(at: number): Element {
  const { year, month, day, hour, minute, second } = utcParts(at);
  const rest = [month, day, hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
  const short = year >= 1950 && year < 2050;
  const digits = short ? String(year % 100).padStart(2, '0') : String(year).padStart(4, '0');
  return primitive(short ? TAG.utcTime : TAG.generalizedTime, `${digits}${rest}Z`);
}

function extensionsOf(
  request: CertificateRequest,
  signer: RsaPrivateKey,
  issuer: ReadCertificate | null,
): readonly Element[] {
  const authority = request.purpose === 'authority';
  const usages = request.extKeyUsages ?? PURPOSE_USAGES[request.purpose];

  const skid = authority
    ? keyIdentifier(request.privateKey === undefined ? signer : mustReadKey(request.privateKey))
    : '';
  const akid = issuer?.parts.skid ?? skid;
  return [
    // Digital signature and key encipherment; an authority may sign certificates too.
    extension('2.5.29.15', true, authority ? bitString('\xa4', 2) : leafUsage(request.keyEncipherment)),
    ...(usages.length === 0
      ? []
      : [extension('2.5.29.37', false, sequence(...usages.map((usage) => oid(usageOid(usage)))))]),
    extension('2.5.29.19', true, authority ? sequence(boolean(true)) : sequence()),
    ...(skid === '' ? [] : [extension('2.5.29.14', false, primitive(TAG.octetString, skid))]),
    // Go names the authority in what it issues, not in what signs itself.
    ...(akid === '' || issuer === null ? [] : [extension('2.5.29.35', false, sequence(primitive(0, akid, CONTEXT)))]),
    ...alternativeNames(request.dnsNames ?? [], request.ipAddresses ?? []),
  ];
}

/** The extension of subject alternative names, none when there are no names: also what a signing request asks for. */
export function alternativeNames(dnsNames: readonly string[], ipAddresses: readonly string[]): readonly Element[] {
  const names = [
    ...dnsNames.map((name) => primitive(2, utf8Bytes(name), CONTEXT)),
    ...ipAddresses.map((address) => primitive(7, addressBytes(address), CONTEXT)),
  ];
  return names.length === 0 ? [] : [extension('2.5.29.17', false, sequence(...names))];
}

function leafUsage(keyEncipherment = true): Element {
  return keyEncipherment ? bitString('\xa0', 5) : bitString('\x80', 7);
}

function extension(id: string, critical: boolean, value: Element): Element {
  const content = primitive(TAG.octetString, writeDer(value));
  return critical ? sequence(oid(id), boolean(true), content) : sequence(oid(id), content);
}

/** RFC 7093, method 1, as Go 1.25 and newer derive it: the first 160 bits of the key's SHA-256. */
function keyIdentifier(key: RsaPrivateKey): string {
  return digest('SHA256', rsaPublicKeyDer(key)).slice(0, 20);
}

function usageOid(usage: string): string {
  return Object.entries(EXT_KEY_USAGES).find(([, name]) => name === usage)?.[0] ?? usage;
}

/** The bytes of a dotted IPv4 or a colon-separated IPv6 address. */
function addressBytes(address: string): string {
  if (!address.includes(':')) return bytesOf(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const [front, back] = [groups(head), groups(tail)];
  const middle = Array.from({ length: Math.max(8 - front.length - back.length, 0) }, () => '0');
  return bytesOf(
    [...front, ...middle, ...back].map((group) => Number.parseInt(group, 16)).flatMap((n) => [n >> 8, n & 255]),
  );
}
