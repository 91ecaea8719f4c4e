import { type CertificationRequest, readCertificationRequest } from '#engine/pki/certificationRequest.ts';
import type { Element } from '#engine/pki/der.ts';
import { readPrivateKey } from '#engine/pki/keys.ts';
import { encodePem } from '#engine/pki/pem.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { absolutePath } from '../../paths.ts';
import { acted, complained, notModelled, textOf } from '../answer.ts';
import { type Arguments, has, type OptionTable, readArguments, textGiven, usage } from './arguments.ts';
import { publicKeyLines, signatureLines } from './certificateText.ts';
import { attributeOid, nameText } from './distinguishedName.ts';
import { NO_REQUEST, unopened, unreadable } from './errors.ts';
import { extensionLines, extensionsIn } from './extensionText.ts';
import { inputText } from './inputs.ts';
import { issue, keyIdentifier, serialFrom } from './issue.ts';
import { freshKey, keyFile } from './keys.ts';
import { makeExtension, type WrittenExtension } from './makeExtensions.ts';
import { requestOf } from './requestOf.ts';

export const REQ_OPTIONS: OptionTable = {
  help: 'flag',
  new: 'flag',
  key: 'value',
  newkey: 'value',
  keyout: 'value',
  nodes: 'flag',
  noenc: 'flag',
  subj: 'value',
  out: 'value',
  in: 'value',
  noout: 'flag',
  text: 'flag',
  subject: 'flag',
  verify: 'flag',
  pubkey: 'flag',
  modulus: 'flag',
  batch: 'flag',
  sha256: 'flag',
  x509: 'flag',
  days: 'number',
  addext: 'value',
  config: 'value',
  nameopt: 'value',
};

const UNMODELLED = ['config', 'nameopt'];

/** `openssl req`: makes a certificate signing request, or prints one. Models apps/req.c, 3.0. */
export function req(parameters: readonly string[], context: CommandContext): CommandResult {
  const read = readArguments('req', parameters, REQ_OPTIONS);
  if ('exitCode' in read) return read;
  if (read.operands.length > 0) return usage('req', '');
  const odd = read.given.find(([name]) => UNMODELLED.includes(name));
  if (odd !== undefined) return notModelled(`openssl req -${odd[0]} is not modelled.`);
  return has(read, 'new') || has(read, 'newkey') ? make(read, context) : show(read, context);
}

function make(read: Arguments, context: CommandContext): CommandResult {
  const named = textGiven(read, 'key');
  const newKey = textGiven(read, 'newkey');
  if (newKey !== null && newKey !== 'rsa:2048' && newKey !== 'rsa')
    return notModelled('keys here are RSA with 2048 bits; others are not modelled.');
  const keyOut = textGiven(read, 'keyout') ?? 'privkey.pem';
  let key: string;
  let events: readonly WorldEvent[] = [];
  if (named === null) {
    if (newKey === null && textGiven(read, 'keyout') === null)
      return notModelled('a signing request needs -key FILE or -newkey rsa:2048 -nodes -keyout FILE here.');
    if (!has(read, 'nodes') && !has(read, 'noenc')) return notModelled('pass phrases are not modelled: add -nodes.');
    key = freshKey(context.world, keyOut);
    events = keyFile(context, keyOut, key);
  } else {
    const input = inputText(context, named, 'private key');
    if ('error' in input) return complained(input.error);
    if (readPrivateKey(input.text) === null) return complained(unreadable('private key', named, false));
    key = input.text;
  }
  const subject = textGiven(read, 'subj');
  if (subject === null)
    return notModelled('the questions of openssl req are not modelled: give the subject with -subj /O=GROUP/CN=NAME.');
  const attributes = attributesOf(subject);
  if (typeof attributes === 'string') return complained(attributes);
  const added = addedExtensions(read);
  if ('stderr' in added) return added;
  const request = readCertificationRequest(
    requestOf(attributes, key, has(read, 'x509') ? [] : made(added.written, '')) ?? '',
  );
  if (request === null) return complained(unreadable('private key', named ?? keyOut, false));
  const dashes = named === null ? '-----\n' : '';
  return has(read, 'x509')
    ? selfSigned(read, context, request, key, added.written, { said: dashes, events })
    : put(read, context, request, dashes, events);
}

/** The extensions of `-addext`, each looked at before anything is made. */
function addedExtensions(read: Arguments): { readonly written: readonly WrittenExtension[] } | CommandResult {
  const written = read.given
    .filter(([name]) => name === 'addext')
    .map(([, text]): WrittenExtension => {
      const equals = text.indexOf('=');
      return { name: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
    });
  const odd = written.find((one) => 'unmade' in makeExtension(one, { ownKeyId: 'x', issuerKeyId: 'x' }));
  return odd === undefined ? { written } : notModelled(`the extension ${odd.name} = ${odd.value} is not modelled.`);
}

function made(written: readonly WrittenExtension[], keyId: string): readonly Element[] {
  return written.flatMap((one) => {
    const extension = makeExtension(one, { ownKeyId: keyId, issuerKeyId: keyId });
    return 'unmade' in extension ? [] : [extension];
  });
}

/** What the usual config file gives a certificate that signs itself. */
const AUTHORITY: readonly WrittenExtension[] = [
  { name: 'subjectKeyIdentifier', value: 'hash' },
  { name: 'authorityKeyIdentifier', value: 'keyid:always' },
  { name: 'basicConstraints', value: 'critical,CA:true' },
];

/** `openssl req -x509`: a certificate that signs itself, an authority unless an extension says otherwise. */
function selfSigned(
  read: Arguments,
  context: CommandContext,
  request: CertificationRequest,
  keyText: string,
  added: readonly WrittenExtension[],
  before: { readonly said: string; readonly events: readonly WorldEvent[] },
): CommandResult {
  const key = readPrivateKey(keyText);
  if (key === null) return complained(before.said);
  const kept = AUTHORITY.filter(({ name }) => !added.some((one) => one.name === name));
  const from = Math.floor(context.world.now / 1000) * 1000;
  const pem = issue(
    {
      serial: serialFrom(`${request.raw.length} ${context.world.now} ${textGiven(read, 'subj') ?? ''}`),
      issuer: request.rawSubject,
      subject: request.rawSubject,
      publicKey: request.rawKey,
      notBefore: from,
      notAfter: from + Number(textGiven(read, 'days') ?? 30) * 86_400_000,
      extensions: made([...kept, ...added], keyIdentifier(request.rawKey)),
    },
    key,
  );
  const text = has(read, 'noout') ? '' : (pem ?? '');
  const out = textGiven(read, 'out');
  if (out === null) return acted(before.events, text, before.said);
  const path = absolutePath(context.workingDirectory, out);
  return acted([...before.events, { type: 'write', node: context.node, path, text }], '', before.said);
}

/** The attributes of `/O=dev/CN=bob`; OpenSSL's complaint when it is not of that form. */
function attributesOf(text: string): readonly (readonly [string, string])[] | string {
  if (!text.startsWith('/')) {
    return `req: subject name is expected to be in the format /type0=value0/type1=value1/type2=... where characters may be escaped by \\. This name is not in that format: '${text}'\n`;
  }
  const attributes: (readonly [string, string])[] = [];
  let warnings = '';
  for (const part of text.slice(1).split(/(?<!\\)[/+]/)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (equals < 0) return `req: Hit end of string before finding the '='\nproblems making Certificate Request\n`;
    const type = attributeOid(name);
    if (type === null) warnings += `req: Skipping unknown subject name attribute "${name}"\n`;
    else if (equals < part.length - 1) attributes.push([type, part.slice(equals + 1).replace(/\\(.)/g, '$1')]);
  }
  return warnings === '' || attributes.length > 0 ? attributes : warnings;
}

function show(read: Arguments, context: CommandContext): CommandResult {
  const name = textGiven(read, 'in');
  const input = inputText(context, name, 'certificate request');
  if ('error' in input) return complained(`${unopened(name ?? '')}Unable to load X509 request\n`);
  const request = readCertificationRequest(input.text);
  if (request === null) {
    return complained(`Unable to load X509 request\n${NO_REQUEST}`);
  }
  return put(read, context, request, '', []);
}

/** What was asked to be printed of a request, and the request itself unless `-noout`. */
function put(
  read: Arguments,
  context: CommandContext,
  request: CertificationRequest,
  said: string,
  events: readonly WorldEvent[],
): CommandResult {
  const told = has(read, 'verify')
    ? `Certificate request self-signature ${request.signed ? 'verify OK' : 'verify failure'}\n`
    : '';
  const key = request.publicKey;
  const text = [
    has(read, 'text') ? textOf(requestLines(request)) : '',
    has(read, 'pubkey') ? encodePem('PUBLIC KEY', request.rawKey) : '',
    has(read, 'subject') ? `subject=${nameText(request.rawSubject, 'default')}\n` : '',
    has(read, 'modulus') && 'modulus' in key ? `Modulus=${key.modulus.toString(16).toUpperCase()}\n` : '',
    has(read, 'noout') ? '' : encodePem('CERTIFICATE REQUEST', request.raw),
  ].join('');
  const out = textGiven(read, 'out');
  if (out === null) return acted(events, text, said + told);
  const path = absolutePath(context.workingDirectory, out);
  return acted([...events, { type: 'write', node: context.node, path, text }], '', said + told);
}

/** Models X509_REQ_print_ex of crypto/x509/t_req.c, 3.0. */
function requestLines(request: CertificationRequest): readonly string[] {
  const extensions = extensionsIn(request.extensions);
  return [
    'Certificate Request:',
    '    Data:',
    '        Version: 1 (0x0)',
    `        Subject: ${nameText(request.rawSubject, 'default')}`,
    ...publicKeyLines(request.rawKey),
    '        Attributes:',
    ...(extensions.length === 0 ? ['            (none)'] : []),
    '            Requested Extensions:',
    ...extensions.flatMap((extension) => extensionLines(extension, '                ')),
    ...signatureLines('sha256WithRSAEncryption', request.signature),
  ];
}
