import { type CertificationRequest, readCertificationRequest } from '#engine/pki/certificationRequest.ts';
import { childrenOf, type Element, oidOf, TAG } from '#engine/pki/der.ts';
import { readPrivateKey } from '#engine/pki/keys.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { absolutePath } from '../../paths.ts';
import { acted, complained, notModelled } from '../answer.ts';
import { type Arguments, has, textGiven } from './arguments.ts';
import { nameText } from './distinguishedName.ts';
import { errorLine, NO_REQUEST, unopened, unreadable } from './errors.ts';
import { fileText, inputCertificate, inputText } from './inputs.ts';
import { issue, keyIdentifier, serialFrom } from './issue.ts';
import { type ExtensionContext, makeExtension, writtenExtensions } from './makeExtensions.ts';

const DAY = 86_400_000;
const MISMATCH = errorLine(
  '05800074',
  'x509 certificate routines:X509_check_private_key:key values mismatch:../crypto/x509/x509_cmp.c:403:',
);

/**
 * `openssl x509 -req -in CSR -CA CERT -CAkey KEY`: a certificate for a request, with the extensions of `-extfile` or those that
 * the request asks for (`-copy_extensions copyall`), none else. The serial number, random on a real machine, follows from
 * request and time. Models apps/x509.c, 3.0.
 */
export function signRequest(read: Arguments, context: CommandContext): CommandResult {
  const input = inputText(context, textGiven(read, 'in'), 'certificate request');
  if ('error' in input)
    return complained(`${unopened(textGiven(read, 'in') ?? '')}Unable to load certificate request input\n`);
  const request = readCertificationRequest(input.text);
  if (request === null) return complained(`Unable to load certificate request input\n${NO_REQUEST}`);
  if (!request.signed) return complained('Certificate request self-signature did not match the contents\n');
  const said = `Certificate request self-signature ok\nsubject=${nameText(request.rawSubject, 'default')}\n`;
  const authority = textGiven(read, 'CA');
  if (authority === null)
    return complained(`${said}We need a private key to sign with, use -key or -CAkey or -CA with private key\n`);
  const issuer = inputCertificate(context, authority, 'CA certificate');
  if ('error' in issuer) return complained(said + issuer.error);
  const keyName = textGiven(read, 'CAkey') ?? authority;
  const keyText = inputText(context, keyName, 'CA private key');
  if ('error' in keyText) return complained(said + keyText.error);
  const key = readPrivateKey(keyText.text);
  if (key === null)
    return complained(`${said}${unreadable('CA private key', keyName, false)}Unable to load CA private key\n`);
  const { publicKey, rawSubject, skid } = issuer.certificate.parts;
  if (!('modulus' in publicKey) || publicKey.modulus !== key.modulus) {
    return complained(`${said}CA certificate and CA private key do not match\n${MISMATCH}`);
  }
  const serial = serialOf(read, `${input.text} ${context.world.now}`);
  if (serial === null)
    return notModelled(`openssl x509 -set_serial ${textGiven(read, 'set_serial') ?? ''} is not modelled.`);
  const extensions = extensionsOf(read, request, skid, context);
  if ('stderr' in extensions) return extensions;
  const from = Math.floor(context.world.now / 1000) * 1000;
  const pem = issue(
    {
      serial,
      issuer: rawSubject,
      subject: request.rawSubject,
      publicKey: request.rawKey,
      notBefore: from,
      notAfter: from + Number(textGiven(read, 'days') ?? 30) * DAY,
      extensions: extensions.list,
    },
    key,
  );
  return pem === null ? complained(said) : output(read, context, pem, said, authority, serial);
}

function extensionsOf(
  read: Arguments,
  request: CertificationRequest,
  issuerKeyId: string,
  context: CommandContext,
): { readonly list: readonly Element[] } | CommandResult {
  const copied = /^copy/.test(textGiven(read, 'copy_extensions') ?? '')
    ? (childrenOf(request.extensions, TAG.sequence) ?? [])
    : [];
  const file = textGiven(read, 'extfile');
  const ids = { ownKeyId: keyIdentifier(request.rawKey), issuerKeyId };
  if (file === null) return { list: identified(copied, ids) };
  const text = fileText(context, file);
  if (text === null) return complained(unopened(file));
  const list: Element[] = [...copied];
  for (const written of writtenExtensions(text, textGiven(read, 'extensions') ?? '')) {
    const made = makeExtension(written, ids);
    if ('unmade' in made) return notModelled(`the extension ${written.name} = ${written.value} is not modelled.`);
    list.push(made);
  }
  return { list: identified(list, ids) };
}

/** A certificate with extensions has the two key identifiers too. */
function identified(list: readonly Element[], ids: ExtensionContext): readonly Element[] {
  if (list.length === 0) return list;
  const present = list.map((one) => oidOf(childrenOf(one, TAG.sequence)?.[0]));
  const wanted = [
    { name: 'subjectKeyIdentifier', value: 'hash', id: '2.5.29.14' },
    { name: 'authorityKeyIdentifier', value: 'keyid', id: '2.5.29.35' },
  ];
  const missing = wanted.filter(({ id }) => !present.includes(id)).map((one) => makeExtension(one, ids));
  return [...list, ...missing.flatMap((one) => ('unmade' in one ? [] : [one]))];
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

function serialOf(read: Arguments, seed: string): bigint | null {
  const given = textGiven(read, 'set_serial');
  if (given === null) return serialFrom(seed);
  return /^(?:0x[0-9a-f]+|\d+)$/i.test(given) ? BigInt(given) : null;
}
