import { fromHex, hex } from '#engine/pki/bytes.ts';
import { readCertificationRequest } from '#engine/pki/certificationRequest.ts';
import { bitString, type Element, integer, oid, primitive, readDer, sequence, TAG, writeDer } from '#engine/pki/der.ts';
import { digest } from '#engine/pki/digest.ts';
import { readPrivateKey } from '#engine/pki/keys.ts';
import { encodePem } from '#engine/pki/pem.ts';
import { rsaSign } from '#engine/pki/rsa.ts';
import { utcParts } from '#engine/time.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { absolutePath } from '../../paths.ts';
import { acted, complained, notModelled } from '../answer.ts';
import { type Arguments, has, textGiven } from './arguments.ts';
import { nameText } from './distinguishedName.ts';
import { unreadable } from './errors.ts';
import { inputCertificate, inputText } from './inputs.ts';

const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), primitive(TAG.null, ''));
const DAY = 86_400_000;

/**
 * `openssl x509 -req -in CSR -CA CERT -CAkey KEY`: a certificate for a request, of version 1 as long as no extensions are
 * asked for. The serial number, random on a real machine, follows from request and time. Models apps/x509.c, 3.0.
 */
export function signRequest(read: Arguments, context: CommandContext): CommandResult {
  const input = inputText(context, textGiven(read, 'in'), 'certificate request');
  if ('error' in input) return complained(`${input.error}Unable to load certificate request\n`);
  const request = readCertificationRequest(input.text);
  if (request === null)
    return complained(`${unreadable('certificate request', input.name, false)}Unable to load certificate request\n`);
  if (!request.signed) return complained('Certificate request self-signature did not match the contents\n');
  const said = `Certificate request self-signature ok\nsubject=${nameText(request.rawSubject, 'default')}\n`;
  const authority = textGiven(read, 'CA');
  if (authority === null) return complained('We need a private key to sign with\n');
  const issuer = inputCertificate(context, authority, 'CA certificate');
  if ('error' in issuer) return complained(said + issuer.error);
  const keyName = textGiven(read, 'CAkey') ?? authority;
  const keyText = inputText(context, keyName, 'CA private key');
  if ('error' in keyText) return complained(`${said}${keyText.error}Unable to load CA private key\n`);
  const key = readPrivateKey(keyText.text);
  if (key === null)
    return complained(`${said}${unreadable('CA private key', keyName, false)}Unable to load CA private key\n`);
  const { publicKey, rawSubject } = issuer.certificate.parts;
  if (!('modulus' in publicKey) || publicKey.modulus !== key.modulus) {
    return complained(`${said}CA certificate and CA private key do not match\n`);
  }
  const days = Number(textGiven(read, 'days') ?? 30);
  const serial = serialOf(read, `${input.text} ${context.world.now}`);
  if (serial === null)
    return notModelled(`openssl x509 -set_serial ${textGiven(read, 'set_serial') ?? ''} is not modelled.`);
  const subject = readDer(request.rawSubject);
  const issuerName = readDer(rawSubject);
  const spki = readDer(request.rawKey);
  if (subject === null || issuerName === null || spki === null) return complained(said);
  const from = Math.floor(context.world.now / 1000) * 1000;
  const signed = sequence(
    integer(serial),
    SHA256_WITH_RSA,
    issuerName,
    sequence(timeOf(from), timeOf(from + days * DAY)),
    subject,
    spki,
  );
  const pem = encodePem(
    'CERTIFICATE',
    writeDer(sequence(signed, SHA256_WITH_RSA, bitString(rsaSign(key, 'SHA256', writeDer(signed))))),
  );
  return output(read, context, pem, said, authority, serial);
}

function output(
  read: Arguments,
  context: CommandContext,
  pem: string,
  said: string,
  authority: string,
  serial: bigint,
): CommandResult {
  const { node, workingDirectory } = context;
  const out = textGiven(read, 'out');
  const text = has(read, 'noout') ? '' : pem;
  const serialFile = textGiven(read, 'CAserial') ?? `${authority.replace(/\.[^./]*$/, '')}.srl`;
  const write = (name: string, content: string): WorldEvent => {
    return { type: 'write', node, path: absolutePath(workingDirectory, name), text: content };
  };
  const events = [
    ...(has(read, 'CAcreateserial') ? [write(serialFile, `${serial.toString(16).toUpperCase()}\n`)] : []),
    ...(out === null ? [] : [write(out, text)]),
  ];
  return acted(events, out === null ? text : '', said);
}

/** Given, or 159 bits that follow from a text. */
function serialOf(read: Arguments, seed: string): bigint | null {
  const given = textGiven(read, 'set_serial');
  if (given !== null) return /^(?:0x[0-9a-f]+|\d+)$/i.test(given) ? BigInt(given) : null;
  const bytes = hex(digest('SHA256', seed.replace(/[^\0-\x7f]/g, '?')).slice(0, 20));
  return BigInt(
    `0x${hex(fromHex(bytes).replace(/^./s, (first) => String.fromCharCode((first.charCodeAt(0) & 0x7f) | 0x01)))}`,
  );
}

function timeOf(at: number): Element {
  const { year, month, day, hour, minute, second } = utcParts(at);
  const rest = [month, day, hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
  const short = year < 2050;
  return primitive(
    short ? TAG.utcTime : TAG.generalizedTime,
    `${short ? String(year % 100).padStart(2, '0') : year}${rest}Z`,
  );
}
