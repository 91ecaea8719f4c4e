import { goQuote } from '#engine/config/go/quote.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import type { Flag } from '../kubectl/flags/flag.ts';
import { type FlagValues, parseFlags } from '../kubectl/flags/parse.ts';
import { checkExpiration, RENEWABLE, renew } from './certs.ts';
import { initDefaults, joinDefaults, listImages, otherDefaults } from './config.ts';
import { RESET_DEFAULTS, UPGRADE_DEFAULTS } from './defaults.data.ts';
import { flagsOf } from './flags.ts';
import { KUBEADM_HELP } from './help.data.ts';
import { initKubeletStart } from './initPhase.ts';
import { join } from './join.ts';
import { Machine } from './machine.ts';
import { reset } from './reset.ts';
import { createToken, deleteTokens, generateToken, listTokens } from './token.ts';
import { upgradeKubeletConfig, upgradeNode } from './upgradeNode.ts';
import { version } from './version.ts';

type Run = (machine: Machine, parameters: readonly string[], flags: FlagValues) => CommandResult;

/** The commands that are modelled, by the words behind `kubeadm`, and how many parameters each takes. */
const COMMANDS: Readonly<Record<string, readonly [run: Run, most: number]>> = {
  join: [join, 1],
  'init phase kubelet-start': [(machine, _, flags) => initKubeletStart(machine, flags), 0],
  'upgrade node': [(machine, _, flags) => upgradeNode(machine, flags), 0],
  'upgrade node phase kubelet-config': [(machine, _, flags) => upgradeKubeletConfig(machine, flags), 0],
  'config print init-defaults': [(machine, _, flags) => initDefaults(machine, flags), 0],
  'config print join-defaults': [(machine) => joinDefaults(machine), 0],
  'config images list': [(machine, _, flags) => listImages(machine, flags), 0],
  'config print reset-defaults': [(machine) => otherDefaults(machine, RESET_DEFAULTS), 0],
  'config print upgrade-defaults': [(machine) => otherDefaults(machine, UPGRADE_DEFAULTS), 0],
  'token create': [createToken, Number.POSITIVE_INFINITY],
  'token list': [(machine, _, flags) => listTokens(machine, flags), 0],
  'token delete': [deleteTokens, Number.POSITIVE_INFINITY],
  'token generate': [(machine) => generateToken(machine), 0],
  'certs check-expiration': [(machine, _, flags) => checkExpiration(machine, flags), 0],
  version: [(machine, _, flags) => version(machine, flags), 0],
  reset: [(machine, _, flags) => reset(machine, flags), Number.POSITIVE_INFINITY],
};

/** Commands of the real one that are not modelled. */
const UNMODELLED = [
  'init',
  'join phase',
  'kubeconfig',
  'completion',
  'alpha',
  'upgrade apply',
  'upgrade plan',
  'upgrade diff',
  'upgrade node phase',
  'config images pull',
  'config migrate',
  'config validate',
  'certs certificate-key',
  'certs generate-csr',
];

/** Words that lead to further commands. */
const GROUPS = [
  '',
  'upgrade',
  'upgrade node phase',
  'config',
  'config print',
  'config images',
  'token',
  'certs',
  'certs renew',
];

/** `kubeadm`: joins nodes, rewrites their kubelet's configuration, keeps tokens and certificates. Models cmd/kubeadm, v1.36.3. */
export const kubeadm: NodeCommand = {
  name: 'kubeadm',
  manual: KUBEADM_HELP[''] ?? '',
  run,
  complete(words) {
    const last = words.at(-1) ?? '';
    const [command] = commandIn(words.slice(0, -1).filter((word) => !word.startsWith('-')));
    const candidates = last.startsWith('-')
      ? flagsOf(command).map(({ name, bare }) => `--${name}${bare === null ? '=' : ''}`)
      : nextWords(command);
    return candidates.filter((candidate) => candidate.startsWith(last)).map((insert) => ({ insert }));
  },
};

function run(parameters: readonly string[], context: CommandContext): CommandResult {
  const machine = new Machine(context);
  const words = parameters[0] === 'help' ? [...parameters.slice(1), '--help'] : parameters;
  const bare = words.filter((word) => !word.startsWith('-'));
  const [command, rest] = commandIn(bare);
  const wantsHelp = words.includes('--help') || words.includes('-h');
  const depth = command === '' ? 0 : command.split(' ').length;
  const helped = KUBEADM_HELP[command];
  if (wantsHelp && helped !== undefined && !isUnmodelled(command, rest)) {
    machine.put(helped);
    return machine.done();
  }
  const renewing = command === 'certs renew' && rest.length > 0;
  if (renewing && RENEWABLE.includes(rest[0] ?? '')) return renewOne(machine, withoutCommand(words, 3), rest[0] ?? '');
  if (isUnmodelled(command, rest))
    return machine.notModelled(`kubeadm ${[command, rest[0]].filter(Boolean).join(' ')}`);
  const found = COMMANDS[command];
  const isGroup = GROUPS.includes(command) || found === undefined;
  const read = parseFlags(withoutCommand(words, depth), flagsOf(command));
  // A word that is no command is told before a flag that is none.
  if (isGroup && rest.length > 0) return group(machine, command, rest);
  if (!read.ok) return machine.fail(read.error);
  if (isGroup) return group(machine, command, rest);
  // What was only to be tried must not be done.
  if (read.values.isSet('dry-run') && read.values.on('dry-run')) {
    return machine.notModelled(`kubeadm ${command} --dry-run`);
  }
  const [act, most] = found;
  if (read.parameters.length > most) {
    const count = read.parameters.length;
    const text =
      most === 0
        ? `unknown command ${goQuote(read.parameters[0] ?? '')} for ${goQuote(`kubeadm ${command}`)}`
        : `accepts at most ${most} arg(s), received ${count}`;
    return machine.fail(text);
  }
  return act(machine, read.parameters, read.values);
}

const RENEW_FLAGS = ['cert-dir', 'config', 'kubeconfig'].map(
  (name): Flag => ({ name, short: '', type: 'string', fallback: '', bare: null }),
);

/** `kubeadm certs renew NAME`: where it was to read or write something else, nothing is renewed. */
function renewOne(machine: Machine, words: readonly string[], name: string): CommandResult {
  const read = parseFlags(words, RENEW_FLAGS);
  if (!read.ok) return machine.fail(read.error);
  const odd = ['cert-dir', 'config'].find((flag) => read.values.isSet(flag));
  return odd === undefined ? renew(machine, name) : machine.notModelled(`kubeadm certs renew --${odd}`);
}

/** The longest known command that words begin with, and what stands behind it. */
function commandIn(words: readonly string[]): readonly [command: string, rest: readonly string[]] {
  const known = (command: string) =>
    Object.hasOwn(COMMANDS, command) ||
    GROUPS.includes(command) ||
    Object.hasOwn(KUBEADM_HELP, command) ||
    UNMODELLED.includes(command);
  for (let count = words.length; count > 0; count -= 1) {
    const command = words.slice(0, count).join(' ');
    if (known(command)) return [command, words.slice(count)];
  }
  return ['', words];
}

function isUnmodelled(command: string, rest: readonly string[]): boolean {
  if (command === 'upgrade node phase') {
    return ['addon', 'control-plane', 'post-upgrade', 'preflight'].includes(rest[0] ?? '');
  }
  return UNMODELLED.includes(command);
}

/** A command that only leads to others: its help, and a complaint unless nothing stood behind `kubeadm`. */
function group(machine: Machine, command: string, rest: readonly string[]): CommandResult {
  const [odd] = rest;
  const whole = command === '' ? 'kubeadm' : `kubeadm ${command}`;
  if (odd !== undefined) return machine.fail(`unknown command ${goQuote(odd)} for ${goQuote(whole)}`);
  machine.put(`${command === '' ? '\n' : ''}${KUBEADM_HELP[command] ?? ''}`.replace(/^\n\n/, '\n'));
  return command === '' ? machine.done() : machine.fail('\nerror: subcommand is required');
}

/** The words without those that name the command. */
function withoutCommand(words: readonly string[], depth: number): readonly string[] {
  let left = depth;
  return words.filter((word) => {
    if (left === 0 || word.startsWith('-')) return true;
    left -= 1;
    return false;
  });
}

function nextWords(command: string): readonly string[] {
  const prefix = command === '' ? '' : `${command} `;
  const all = [...Object.keys(COMMANDS), ...GROUPS, ...RENEWABLE.map((name) => `certs renew ${name}`)];
  const next = all.filter((name) => name.startsWith(prefix) && name !== command);
  return [...new Set(next.map((name) => name.slice(prefix.length).split(' ')[0] ?? ''))]
    .filter((word) => word !== '')
    .sort();
}
