import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBundle, readCertificates } from './certificate.ts';
import { keyPairError } from './keyPair.ts';
import { encodePem, pemBlocks } from './pem.ts';

const recorded = (name: string) =>
  readFileSync(new URL(`../../../conformance/recordings/1.36/pki/${name}`, import.meta.url), 'utf8');
const bob = recorded('bob.crt');
const types = (text: string) => pemBlocks(text).map(({ type }) => type);

test.each([
  ['junk around it', `a line\n${bob}another`, ['CERTIFICATE']],
  ['Windows line ends', bob.replaceAll('\n', '\r\n'), ['CERTIFICATE']],
  ['blanks behind lines', bob.replaceAll('\n', ' \t\n'), ['CERTIFICATE']],
  ['no newline at the end', bob.trimEnd(), ['CERTIFICATE']],
  ['a lone carriage return at the end', `${bob.trimEnd()}\r`, []],
  ['key and certificate in one file', recorded('bob.key') + bob, ['PRIVATE KEY', 'CERTIFICATE']],
  ['an indented first line', ` ${bob}`, []],
  ['another label at the end', bob.replace('END CERTIFICATE', 'END CERT'), []],
  ['a BEGIN without END before it', `-----BEGIN CERTIFICATE-----\nAAAA\n${bob}`, ['CERTIFICATE']],
  ['a letter lost', bob.replace('MII', 'MI'), []],
  ['a foreign letter', bob.replace('MII', 'M!I'), []],
  ['an empty block', '-----BEGIN X-----\n-----END X-----\n', ['X']],
  ['the dashes lost', bob.replaceAll('-----', '----'), []],
])('blocks as Go finds them: %s', (_name, text, expected) => {
  expect(types(text)).toEqual(expected);
});

test('a CA bundle takes blocks without headers only, and says so when none is left', () => {
  const withHeader = bob.replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\n\n');
  expect(readCertificates(withHeader)).toHaveLength(1);
  expect(readBundle(withHeader)).toEqual({
    ok: false,
    error: 'data does not contain any valid RSA or ECDSA certificates',
  });
  expect(readBundle(encodePem('CERTIFICATE', 'junk'))).toEqual({ ok: false, error: 'x509: malformed certificate' });
});

/** Texts near a certificate: pieces of one, cut and joined anyhow. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom('-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----', '\n', '\r\n', ': ', '=', bob),
      fc.nat(bob.length).map((at) => bob.slice(at)),
      fc.nat(bob.length).map((at) => bob.slice(0, at)),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('any text at all is read without an exception', () => {
  fc.assert(
    fc.property(pieces, (text) => {
      readCertificates(text);
      readBundle(text);
      keyPairError(text, text);
      keyPairError(bob, text);
    }),
  );
});

test('any bytes at all come back from a block', () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(bytes, (content) => {
      expect(pemBlocks(encodePem('X', content))).toEqual([{ type: 'X', headers: false, bytes: content }]);
      readCertificates(encodePem('CERTIFICATE', content));
    }),
  );
});

test('a certificate with any byte changed is read or refused, never thrown at', () => {
  const der = pemBlocks(bob)[0]?.bytes ?? '';
  fc.assert(
    fc.property(fc.nat(der.length - 1), fc.nat(255), (at, code) => {
      readCertificates(encodePem('CERTIFICATE', der.slice(0, at) + String.fromCharCode(code) + der.slice(at + 1)));
    }),
    { numRuns: 500 },
  );
});
