import type { Files } from '#engine/host/files.ts';
import type { ClientCertificate, ClientTls } from '#engine/kubelet/exchange.ts';
import { readCertificates } from '#engine/pki/certificate.ts';
import { keyPairError } from '#engine/pki/keyPair.ts';
import { openFile } from '../../paths.ts';
import { CIPHER_GROUPS, TLS12_CIPHERS, TLS13_CIPHERS } from './ciphers.table.ts';
import type { CurlOptions } from './options.ts';

/** A failure of the client itself: the code and text of `curl: (code) text`. */
export interface ClientFailure {
  readonly code: number;
  readonly message: string;
}

/** The client's side of a handshake, or what stops it before anything is sent. */
export type ClientSide =
  | {
      readonly ok: true;
      readonly tls: ClientTls | null;
      readonly certificate: ClientCertificate | null;
      /** Text of the CA file; '' when the system's own authorities apply or nothing is verified. */
      readonly authorities: string;
    }
  | { readonly ok: false; readonly failure: ClientFailure };

/**
 * Reads the certificate, key and CA files of a line and its TLS options, in curl's order and words.
 * Models ossl_connect_step1 in lib/vtls/openssl.c, 7.88.1.
 */
export function clientSide(options: CurlOptions, files: Files, directory: string): ClientSide {
  const { tlsMin, tlsMax } = options;
  if (tlsMin !== null && tlsMax !== null && tlsMin > tlsMax) {
    return fail(35, 'CURL_SSLVERSION_MAX incompatible with CURL_SSLVERSION');
  }
  const certificate = clientCertificate(options, files, directory);
  if (certificate !== null && 'code' in certificate) return { ok: false, failure: certificate };
  const ciphers = options.ciphers === null ? null : ianaCiphers(options.ciphers);
  if (ciphers !== null && ciphers.length === 0) {
    return fail(59, `failed setting cipher list: ${options.ciphers ?? ''}`);
  }
  const suites = options.tls13Ciphers;
  if (suites?.split(':').some((suite) => !TLS13_CIPHERS.includes(suite))) {
    return fail(59, `failed setting TLS 1.3 cipher suite: ${suites}`);
  }
  let authorities = '';
  if (options.cacert !== null && !options.insecure) {
    const opened = openFile(files, directory, options.cacert);
    authorities = 'text' in opened ? opened.text : '';
    if (readCertificates(authorities).length === 0) {
      return fail(77, `error setting certificate file: ${options.cacert}`);
    }
  }
  // curl's own floor is TLS 1.0; OpenSSL's 1.2 is named only when nothing older was asked for.
  const old = tlsMin === null && tlsMax !== null && tlsMax < '1.2' ? ('1.0' as const) : null;
  const min = tlsMin ?? old;
  const tls: ClientTls = {
    ...(tlsMax === null ? {} : { max: tlsMax }),
    ...(min === null ? {} : { min }),
    ...(ciphers === null ? {} : { ciphers }),
  };
  return { ok: true, tls: Object.keys(tls).length === 0 ? null : tls, certificate, authorities };
}

function fail(code: number, message: string): ClientSide {
  return { ok: false, failure: { code, message } };
}

const HINT = '(no key found, wrong pass phrase, or wrong file format?)';

function clientCertificate(
  options: CurlOptions,
  files: Files,
  directory: string,
): ClientCertificate | ClientFailure | null {
  if (options.cert === null) return null;
  const name = certificateName(options.cert, files, directory);
  const type = options.certType.toUpperCase();
  if (type !== 'PEM') {
    const message =
      type === 'DER'
        ? `could not load ASN1 client certificate from ${name}, OpenSSL error error:068000A8:asn1 encoding routines::wrong tag, ${HINT}`
        : `not supported file type '${options.certType}' for certificate`;
    return { code: 58, message };
  }
  const opened = openFile(files, directory, name);
  const found = 'text' in opened ? opened.text : '';
  if (readCertificates(found).length === 0) {
    const missing = 'missing' in opened && opened.missing === 'no-file';
    const error = missing
      ? 'error:80000002:system library::No such file or directory'
      : 'error:0480006C:PEM routines::no start line';
    return { code: 58, message: `could not load PEM client certificate from ${name}, OpenSSL error ${error}, ${HINT}` };
  }
  // Without --key the key is looked for behind the certificate.
  const keyName = options.key ?? name;
  const key = openFile(files, directory, keyName);
  if (!('text' in key) || keyPairError(found, key.text) !== null) {
    return { code: 58, message: `unable to set private key file: '${keyName}' type ${options.keyType}` };
  }
  return { certificate: certificateBlocks(found), name };
}

/** A client sends its certificates, never its key: a file may hold both. */
export function certificateBlocks(pem: string): string {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----\n?/g) ?? [];
  return blocks.map((block) => (block.endsWith('\n') ? block : `${block}\n`)).join('');
}

/** `file:password` names a file; a name that exists with its colon is taken whole. */
function certificateName(text: string, files: Files, directory: string): string {
  if ('text' in openFile(files, directory, text)) return text;
  const parts = /^((?:[^:\\]|\\.)+):/.exec(text);
  return (parts?.[1] ?? text).replace(/\\([:\\])/g, '$1');
}

/** IANA names of the suites that an OpenSSL cipher string selects. */
function ianaCiphers(text: string): readonly string[] {
  let chosen: readonly string[] = [];
  for (const word of text.split(/[:, ]+/).filter((part) => part !== '' && !part.startsWith('@'))) {
    const name = word.replace(/^[!+-]/, '');
    const group = Object.hasOwn(CIPHER_GROUPS, name) ? CIPHER_GROUPS[name] : undefined;
    const named = TLS12_CIPHERS.filter(([openssl]) => (group === undefined ? openssl === name : group.test(openssl)));
    const iana = named.map(([, standard]) => standard);
    if (word.startsWith('!') || word.startsWith('-')) chosen = chosen.filter((suite) => !iana.includes(suite));
    else if (!word.startsWith('+')) chosen = [...chosen, ...iana.filter((suite) => !chosen.includes(suite))];
  }
  return chosen;
}
