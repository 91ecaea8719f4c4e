import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, notModelled, printed } from '../answer.ts';
import { generateKey, showKey } from './keys.ts';
import { OPENSSL_COMMANDS, OPENSSL_MANUAL, OPENSSL_VERSION } from './manual.table.ts';
import { rand } from './rand.ts';
import { REQ_OPTIONS, req } from './req.ts';
import { S_CLIENT_OPTIONS, sClient } from './sClient.ts';
import { VERIFY_OPTIONS, verify } from './verify.ts';
import { X509_OPTIONS, x509 } from './x509.ts';

type Program = (parameters: readonly string[], context: CommandContext) => CommandResult;

const PROGRAMS: Readonly<Record<string, Program>> = {
  x509,
  verify,
  s_client: sClient,
  req,
  rsa: (parameters, context) => showKey('rsa', parameters, context),
  pkey: (parameters, context) => showKey('pkey', parameters, context),
  rand,
  genrsa: (parameters, context) => generateKey('genrsa', parameters, context),
  genpkey: (parameters, context) => generateKey('genpkey', parameters, context),
  version: (parameters) =>
    parameters.every((word) => word === '-v')
      ? printed(OPENSSL_VERSION)
      : notModelled('openssl version says its version here, no more.'),
};

const OPTIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  x509: X509_OPTIONS,
  verify: VERIFY_OPTIONS,
  s_client: S_CLIENT_OPTIONS,
  req: REQ_OPTIONS,
};

/** `openssl`: certificates, keys and handshakes. Models OpenSSL 3.0. */
export const openssl: NodeCommand = {
  name: 'openssl',
  manual: OPENSSL_MANUAL,
  run(parameters, context) {
    const [name, ...rest] = parameters;
    if (name === undefined || name === 'help')
      return notModelled(`openssl offers a prompt here; try openssl ${Object.keys(PROGRAMS).join(', ')}.`);
    const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
    if (program !== undefined) return rest.includes('-help') ? helpOf(name) : program(rest, context);
    if (OPENSSL_COMMANDS.includes(name)) return notModelled(`openssl ${name} is not modelled.`);
    return complained(`Invalid command '${name}'; type "help" for a list.\n`);
  },
  complete(words) {
    const last = words.at(-1) ?? '';
    const names =
      words.length < 2 ? Object.keys(PROGRAMS) : Object.keys(OPTIONS[words[0] ?? ''] ?? {}).map((name) => `-${name}`);
    if (words.length >= 2 && !last.startsWith('-')) return [];
    return names
      .filter((name) => name.startsWith(last))
      .sort()
      .map((insert) => ({ insert }));
  },
};

function helpOf(name: string): CommandResult {
  const options = Object.entries(OPTIONS[name] ?? {}).map(
    ([option, kind]) => ` -${option}${kind === 'flag' ? '' : ' val'}\n`,
  );
  return printed(`Usage: ${name} [options]\n\n${options.join('')}`);
}
