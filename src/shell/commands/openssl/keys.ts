import { digest } from '#engine/pki/digest.ts';
import { keyPairError } from '#engine/pki/keyPair.ts';
import { KEY_POOL } from '#engine/pki/keys.data.ts';
import { publicKeyOf, readPrivateKey } from '#engine/pki/keys.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import type { World } from '#engine/world/world.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { absolutePath } from '../../paths.ts';
import { acted, complained, notModelled } from '../answer.ts';
import { has, type OptionTable, readArguments, textGiven, usage } from './arguments.ts';
import { unreadable } from './errors.ts';
import { inputText } from './inputs.ts';
import { pkcs1, pkcs8 } from './keyForms.ts';

const KEY_OPTIONS: OptionTable = {
  help: 'flag',
  in: 'value',
  out: 'value',
  noout: 'flag',
  modulus: 'flag',
  check: 'flag',
  pubout: 'flag',
  text: 'flag',
  traditional: 'flag',
};

const GENERATE_OPTIONS: OptionTable = {
  help: 'flag',
  out: 'value',
  algorithm: 'value',
  pkeyopt: 'value',
  verbose: 'flag',
  traditional: 'flag',
};

/** `openssl rsa` and `openssl pkey`: what a private key file holds. Models apps/rsa.c and apps/pkey.c, 3.0. */
export function showKey(
  program: 'rsa' | 'pkey',
  parameters: readonly string[],
  context: CommandContext,
): CommandResult {
  const read = readArguments(program, parameters, KEY_OPTIONS);
  if ('exitCode' in read) return read;
  if (read.operands.length > 0) return usage(program, '');
  if (has(read, 'text')) return notModelled(`openssl ${program} -text is not modelled.`);
  const what = program === 'rsa' ? 'private key' : 'key';
  const input = inputText(context, textGiven(read, 'in'), what);
  if ('error' in input) return complained(input.error);
  const key = readPrivateKey(input.text);
  if (key === null) return complained(unreadable(what, input.name, false));
  const modulus = has(read, 'modulus') ? `Modulus=${key.modulus.toString(16).toUpperCase()}\n` : '';
  const check = has(read, 'check') ? (program === 'rsa' ? 'RSA key ok\n' : 'Key is valid\n') : '';
  const written = has(read, 'traditional') ? pkcs1(input.text) : pkcs8(input.text);
  const shown = has(read, 'noout') ? '' : has(read, 'pubout') ? (publicKeyOf(input.text) ?? '') : written;
  const stderr = has(read, 'noout') || program === 'pkey' ? '' : 'writing RSA key\n';
  const out = textGiven(read, 'out');
  if (out === null) return acted([], modulus + check + shown, stderr);
  return acted(keyFile(context, out, modulus + check + shown), '', stderr);
}

/** `openssl genrsa` and `genpkey`: a key that nobody in the world holds yet. Models apps/genrsa.c and apps/genpkey.c, 3.0. */
export function generateKey(
  program: 'genrsa' | 'genpkey',
  parameters: readonly string[],
  context: CommandContext,
): CommandResult {
  const read = readArguments(program, parameters, GENERATE_OPTIONS);
  if ('exitCode' in read) return read;
  if (program === 'genpkey' && has(read, 'traditional')) return usage(program, 'Unknown cipher: traditional');
  const algorithm = textGiven(read, 'algorithm') ?? (program === 'genrsa' ? 'RSA' : '');
  if (algorithm === '') return usage(program, '');
  const bits = /rsa_keygen_bits:(\d+)/.exec(textGiven(read, 'pkeyopt') ?? '')?.[1] ?? read.operands[0] ?? '2048';
  if (!/^\d+$/.test(bits)) return usage(program, `Can't parse "${bits}" as a number`);
  if (algorithm.toUpperCase() !== 'RSA' || bits !== '2048') {
    return notModelled('keys here are RSA with 2048 bits; others are not modelled.');
  }
  const fresh = freshKey(context.world, textGiven(read, 'out') ?? '');
  const key = has(read, 'traditional') ? pkcs1(fresh) : fresh;
  const out = textGiven(read, 'out');
  return out === null ? acted([], key) : acted(keyFile(context, out, key));
}

/** A file that only root may read. */
export function keyFile({ node, workingDirectory }: CommandContext, name: string, text: string): readonly WorldEvent[] {
  const path = absolutePath(workingDirectory, name);
  return [
    { type: 'write', node, path, text },
    { type: 'chmod', node, path, mode: 0o600 },
  ];
}

/** A key of the pool, PKCS #8, that stands in no file of any node; when all do, one that follows from the name. */
export function freshKey(world: World, name: string): string {
  const held = Object.values(world.nodes).flatMap(({ host }) =>
    Object.values(host.files).flatMap((entry) =>
      entry.kind === 'file' && entry.text.includes('PRIVATE KEY-----') ? [entry.text] : [],
    ),
  );
  const free = KEY_POOL.filter(
    (key) => !held.some((text) => text.includes(key.trim()) || text.includes(pkcs8(key).trim())),
  );
  const pool = free.length > 0 ? free : KEY_POOL;
  return pkcs8(pool[digest('SHA1', name.replace(/[^\0-\x7f]/g, '?')).charCodeAt(0) % pool.length] ?? '');
}

/** Whether a private key belongs to a certificate, both PEM. */
export function belongs(certificate: string, key: string): boolean {
  return keyPairError(certificate, key) === null;
}
