import { hex } from '#engine/pki/bytes.ts';
import type { ReadCertificate } from '#engine/pki/certificate.ts';
import { childrenOf, contentOf, readDer, TAG } from '#engine/pki/der.ts';
import { digest, type Hash } from '#engine/pki/digest.ts';
import { encodePem } from '#engine/pki/pem.ts';
import { verifyHost } from '#engine/pki/verifyServer.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { absolutePath } from '../../paths.ts';
import { acted, complained, notModelled, printed, textOf } from '../answer.ts';
import { type Arguments, has, type OptionTable, readArguments, textGiven, usage } from './arguments.ts';
import { certificateLines, dateText, extensionsOf, modulusText, serialBytes } from './certificateText.ts';
import { type NameStyle, nameText } from './distinguishedName.ts';
import { colons, extensionLines, isNamed } from './extensionText.ts';
import { inputCertificate } from './inputs.ts';
import { signRequest } from './signRequest.ts';

export const X509_OPTIONS: OptionTable = {
  help: 'flag',
  in: 'value',
  inform: 'value',
  out: 'value',
  outform: 'value',
  noout: 'flag',
  nocert: 'flag',
  text: 'flag',
  certopt: 'value',
  dateopt: 'value',
  fingerprint: 'flag',
  serial: 'flag',
  startdate: 'flag',
  enddate: 'flag',
  dates: 'flag',
  subject: 'flag',
  issuer: 'flag',
  nameopt: 'value',
  email: 'flag',
  hash: 'flag',
  subject_hash: 'flag',
  issuer_hash: 'flag',
  ext: 'value',
  purpose: 'flag',
  pubkey: 'flag',
  modulus: 'flag',
  alias: 'flag',
  ocsp_uri: 'flag',
  checkend: 'number',
  checkhost: 'value',
  checkip: 'value',
  req: 'flag',
  CA: 'value',
  CAkey: 'value',
  CAcreateserial: 'flag',
  CAserial: 'value',
  days: 'number',
  set_serial: 'value',
  extfile: 'value',
  extensions: 'value',
  copy_extensions: 'value',
  signkey: 'value',
  key: 'value',
  new: 'flag',
  passin: 'value',
};

const UNMODELLED = ['inform', 'outform', 'certopt', 'purpose', 'signkey', 'key', 'new', 'passin'];
const STYLES: readonly NameStyle[] = ['oneline', 'RFC2253', 'multiline', 'compat', 'sep_comma_plus'];
const HASHES: Readonly<Record<string, Hash>> = { sha1: 'SHA1', sha256: 'SHA256', sha384: 'SHA384', sha512: 'SHA512' };

/** `openssl x509`: prints what a certificate says. Models apps/x509.c, 3.0. */
export function x509(parameters: readonly string[], context: CommandContext): CommandResult {
  const read = readArguments('x509', parameters, X509_OPTIONS, true);
  if ('exitCode' in read) return read;
  const odd = read.given.find(
    ([name, value]) =>
      (UNMODELLED.includes(name) && !/^(?:inform|outform)$/.test(name)) ||
      (/^(?:in|out)form$/.test(name) && value.toUpperCase() !== 'PEM'),
  );
  if (odd !== undefined)
    return notModelled(`openssl x509 -${odd[0]}${odd[1] === '' ? '' : ` ${odd[1]}`} is not modelled.`);
  const style = styleOf(read);
  if (read.operands.length > 0 || style === null) return usage('x509', '');
  if (has(read, 'req')) return signRequest(read, context);
  const found = inputCertificate(context, textGiven(read, 'in'), 'certificate');
  if ('error' in found) return complained(found.error);
  const { certificate } = found;
  let stdout = '';
  let stderr = '';
  for (const [name, value] of read.given) {
    const told = printedBy(name, value, certificate, read, style);
    stdout += told.stdout;
    stderr += told.stderr;
  }
  const check = checked(read, certificate, context);
  stdout += check.stdout;
  const pem = has(read, 'noout') || has(read, 'nocert') ? '' : encodePem('CERTIFICATE', certificate.parts.raw);
  const out = textGiven(read, 'out');
  if (out === null) return { ...printed(check.silent ? stdout : stdout + pem, check.exitCode), stderr };
  const path = absolutePath(context.workingDirectory, out);
  return acted([{ type: 'write', node: context.node, path, text: stdout + pem }], '', stderr, check.exitCode);
}

function styleOf(read: Arguments): NameStyle | null {
  const asked = textGiven(read, 'nameopt');
  if (asked === null) return 'default';
  return STYLES.find((style) => style.toLowerCase() === asked.toLowerCase()) ?? null;
}

function printedBy(
  name: string,
  value: string,
  certificate: ReadCertificate,
  read: Arguments,
  style: NameStyle,
): { readonly stdout: string; readonly stderr: string } {
  const { parts } = certificate;
  const iso = textGiven(read, 'dateopt') === 'iso_8601';
  const out = (stdout: string): { stdout: string; stderr: string } => ({ stdout, stderr: '' });
  switch (name) {
    case 'text':
      return out(textOf(certificateLines(certificate, style, iso)));
    case 'subject':
    case 'issuer':
      return out(`${name}=${nameText(name === 'subject' ? parts.rawSubject : parts.rawIssuer, style)}\n`);
    case 'serial':
      return out(`serial=${serialBytes(parts.serial)}\n`);
    case 'startdate':
      return out(`notBefore=${dateText(parts.notBefore, iso)}\n`);
    case 'enddate':
      return out(`notAfter=${dateText(parts.notAfter, iso)}\n`);
    case 'dates':
      return out(`notBefore=${dateText(parts.notBefore, iso)}\nnotAfter=${dateText(parts.notAfter, iso)}\n`);
    case 'fingerprint':
      return out(fingerprint(parts.raw, read));
    case 'modulus':
      return out(`Modulus=${modulusText(certificate) ?? 'No modulus for this public key type'}\n`);
    case 'pubkey':
      return out(encodePem('PUBLIC KEY', parts.rawKey));
    case 'hash':
    case 'subject_hash':
      return out(`${nameHash(parts.rawSubject)}\n`);
    case 'issuer_hash':
      return out(`${nameHash(parts.rawIssuer)}\n`);
    case 'alias':
      return out('<No Alias>\n');
    case 'ext':
      return extensions(certificate, value);
    default:
      return out('');
  }
}

function extensions(certificate: ReadCertificate, words: string): { readonly stdout: string; readonly stderr: string } {
  const wanted = words.split(',').map((word) => word.trim());
  const shown = extensionsOf(certificate).filter((extension) => wanted.some((word) => isNamed(extension, word)));
  if (shown.length === 0) return { stdout: '', stderr: 'No extensions in certificate\n' };
  return { stdout: textOf(shown.flatMap((extension) => extensionLines(extension, ''))), stderr: '' };
}

function fingerprint(der: string, read: Arguments): string {
  const asked = read.given.findLast(([name]) => Object.hasOwn(HASHES, name))?.[0];
  return `${asked ?? 'SHA1'} Fingerprint=${colons(digest(HASHES[asked ?? 'sha1'] ?? 'SHA1', der))}\n`;
}

/** What `-checkend` and its kin find; they come last, whatever the order. With the first, no certificate follows. */
function checked(
  read: Arguments,
  certificate: ReadCertificate,
  { world }: CommandContext,
): { readonly stdout: string; readonly exitCode: number; readonly silent: boolean } {
  const seconds = textGiven(read, 'checkend');
  if (seconds !== null) {
    const expires = certificate.parts.notAfter < world.now + Number(seconds) * 1000;
    return { stdout: `Certificate will ${expires ? '' : 'not '}expire\n`, exitCode: expires ? 1 : 0, silent: false };
  }
  const host = textGiven(read, 'checkhost');
  const address = textGiven(read, 'checkip');
  const pem = encodePem('CERTIFICATE', certificate.parts.raw);
  const word = (name: string): string => (verifyHost(pem, name).ok ? 'does match' : 'does NOT match');
  const lines = [
    ...(host === null ? [] : [`Hostname ${host} ${word(host)} certificate`]),
    ...(address === null ? [] : [`IP ${address} ${word(address)} certificate`]),
  ];
  return { stdout: textOf(lines), exitCode: 0, silent: false };
}

/** The hash by which OpenSSL files a name: of its values as lower-case UTF-8, blanks run together. Models x509_name_canon, 3.0. */
function nameHash(rawName: string): string {
  const sets = childrenOf(readDer(rawName) ?? undefined, TAG.sequence) ?? [];
  const canonical = sets.map((item) => {
    const members = (childrenOf(item, TAG.set) ?? []).map((member) => {
      const [type, value] = childrenOf(member, TAG.sequence) ?? [];
      const oidBytes = contentOf(type, TAG.oid) ?? '';
      const text = typeof value?.value === 'string' ? value.value : '';
      const clean = text
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/[A-Z]/g, (letter: string) => letter.toLowerCase());
      return tlv('\x30', tlv('\x06', oidBytes) + tlv('\x0c', clean));
    });
    return tlv('\x31', members.join(''));
  });
  const bytes = hex(digest('SHA1', canonical.join('')).slice(0, 4));
  return (bytes.match(/../g) ?? []).reverse().join('');
}

function tlv(tag: string, content: string): string {
  const size = content.length;
  const length =
    size < 128
      ? String.fromCharCode(size)
      : size < 256
        ? `\x81${String.fromCharCode(size)}`
        : `\x82${String.fromCharCode(size >> 8, size & 255)}`;
  return tag + length + content;
}
