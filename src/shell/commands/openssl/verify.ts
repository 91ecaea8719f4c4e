import { readChain } from '#engine/pki/certificate.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { complained, notModelled } from '../answer.ts';
import { has, type OptionTable, readArguments, textGiven } from './arguments.ts';
import { type ChainVerdict, codeWords, verifyChain } from './chain.ts';
import { nameText } from './distinguishedName.ts';
import { errorLine, missingFile, unreadable } from './errors.ts';
import { fileText, inputCertificate } from './inputs.ts';

export const VERIFY_OPTIONS: OptionTable = {
  help: 'flag',
  verbose: 'flag',
  CAfile: 'value',
  CApath: 'value',
  trusted: 'value',
  untrusted: 'value',
  partial_chain: 'flag',
  purpose: 'value',
  show_chain: 'flag',
  verify_hostname: 'value',
  verify_ip: 'value',
  attime: 'number',
  no_check_time: 'flag',
  x509_strict: 'flag',
  'no-CAfile': 'flag',
  'no-CApath': 'flag',
};

/** Errors after which `openssl verify` looks on. Models cb of apps/verify.c, 3.0. */
const GOES_ON = [10, 18, 25, 26, 79];

/** `openssl verify`: whether certificates hold against authorities. Models apps/verify.c, 3.0. */
export function verify(parameters: readonly string[], context: CommandContext): CommandResult {
  const read = readArguments('verify', parameters, VERIFY_OPTIONS);
  if ('exitCode' in read) return read;
  const purpose = textGiven(read, 'purpose');
  if (purpose !== null && purpose !== 'sslserver' && purpose !== 'sslclient' && purpose !== 'any') {
    return notModelled(`openssl verify -purpose ${purpose} is not modelled.`);
  }
  const authorities = ['CAfile', 'trusted'].flatMap((name) => {
    const file = textGiven(read, name);
    return file === null ? [] : [{ name, file, text: fileText(context, file) }];
  });
  for (const { name, file, text } of authorities) {
    const what = 'any trusted certificates';
    if (name === 'trusted' && text === null) return complained(missingFile(what, file));
    if (name === 'trusted' && readChain(text ?? '').length === 0)
      return complained(unreadable(what, file, text?.includes('-----BEGIN') ?? false));
    if (text === null) return complained(unloadable(file));
    if (readChain(text).length === 0) return complained(emptyBundle(file));
  }
  const trusted = authorities.flatMap(({ text }) => [...readChain(text ?? '')]);
  const untrusted = readChain(fileText(context, textGiven(read, 'untrusted') ?? '/dev/null') ?? '');
  const host = textGiven(read, 'verify_hostname');
  const address = textGiven(read, 'verify_ip');
  const names = read.operands.length === 0 ? [null] : read.operands;
  let stdout = '';
  let stderr = '';
  let failed = false;
  for (const name of names) {
    const found = inputCertificate(context, name, 'certificate file');
    if ('error' in found) {
      stderr += found.error;
      failed = true;
      continue;
    }
    const verdict = verifyChain(found.certificate, {
      trusted,
      untrusted,
      now: textGiven(read, 'attime') === null ? context.world.now : Number(textGiven(read, 'attime')) * 1000,
      purpose: purpose === 'sslserver' || purpose === 'sslclient' ? purpose : null,
      partial: has(read, 'partial_chain'),
      ...(host === null ? {} : { host: { kind: 'name', text: host } as const }),
      ...(address === null ? {} : { host: { kind: 'address', text: address } as const }),
      goesOnAfter: (code) => GOES_ON.includes(code),
    });
    for (const step of verdict.steps) {
      if (step.code === 0) continue;
      stderr += `${nameText(step.certificate.parts.rawSubject, 'default')}\n`;
      stderr += `error ${step.code} at ${step.depth} depth lookup: ${codeWords(step.code)}\n`;
    }
    if (verdict.code === 0) stdout += `${name ?? 'stdin'}: OK\n${has(read, 'show_chain') ? chainText(verdict) : ''}`;
    else {
      stderr += `error ${name ?? 'stdin'}: verification failed\n`;
      failed = true;
    }
  }
  return { stdout, stderr, exitCode: failed ? 2 : 0, events: [] };
}

function chainText({ chain, untrusted }: ChainVerdict): string {
  const lines = chain.map(
    ({ parts }, depth) =>
      `depth=${depth}: ${nameText(parts.rawSubject, 'default')}${depth < untrusted ? ' (untrusted)' : ''}\n`,
  );
  return `Chain:\n${lines.join('')}`;
}

/** A file of authorities that is not there. */
export function unloadable(file: string): string {
  return [`Error loading file ${file}\n`, unloadableErrors(file)].join('');
}

/** The errors about it, as `s_client` prints them too. */
export function unloadableErrors(file: string): string {
  return [
    errorLine(
      '80000002',
      `system library:BIO_new_file:No such file or directory:../crypto/bio/bss_file.c:67:calling fopen(${file}, r)`,
    ),
    errorLine('10000080', 'BIO routines:BIO_new_file:no such file:../crypto/bio/bss_file.c:75:'),
    errorLine(
      '05880002',
      'x509 certificate routines:X509_load_cert_crl_file_ex:system lib:../crypto/x509/by_file.c:229:',
    ),
  ].join('');
}

function emptyBundle(file: string): string {
  return `Error loading file ${file}\n${errorLine('05800088', 'x509 certificate routines:X509_load_cert_crl_file_ex:no certificate or crl found:../crypto/x509/by_file.c:252:')}`;
}
