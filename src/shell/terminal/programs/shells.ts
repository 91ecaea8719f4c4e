import { failed, holding, type ProgramContext, type ProgramResult, printed, type ShellProgram } from '../program.ts';
import { USERS } from './accounts.ts';

/** A further shell on this node. */
function entered(context: ProgramContext, workingDirectory: string, closing: string): ProgramResult {
  return holding({ kind: 'enter', frame: { kind: 'node', node: context.node, workingDirectory, closing } });
}

/** `bash` and `sh` open a shell in the shell; with a script they run it. */
function shell(name: string): ShellProgram {
  return {
    name,
    start(parameters, context) {
      const isLogin = parameters.some((word) => word === '-l' || word === '--login');
      const isPlain = parameters.every((word) => ['-l', '--login', '-i', '--norc', '--noprofile'].includes(word));
      if (isPlain && context.terminal.stdin)
        return entered(context, context.workingDirectory, isLogin ? 'logout\n' : 'exit\n');
      return withOptions(parameters, context);
    },
  };
}

/** `bash -x SCRIPT`, `bash -eu -c LINE`: the interpreter's own takes no options, so they are set within. */
function withOptions(parameters: readonly string[], context: ProgramContext): ProgramResult | Promise<ProgramResult> {
  const count = parameters.findIndex((word) => !/^-[euxvfl]+$/.test(word));
  const letters = parameters.slice(0, Math.max(0, count)).join('').replace(/[-l]/g, '');
  const [first = '', ...rest] = parameters.slice(Math.max(0, count));
  const [, more = ''] = /^-([euxvfl]*)c$/.exec(first) ?? [];
  const set = `${letters}${more.replace('l', '')}`;
  if (set === '' && more === '') return context.original(parameters.slice(Math.max(0, count)));
  if (first === '-n') return failed('portside: bash -n is not modelled\n');
  if (/^-\w*c$/.test(first)) return context.original(['-c', `set -${set}\n${rest[0] ?? ''}`, ...rest.slice(1)]);
  const text = context.files.read(first);
  if (text === null) return context.original([first, ...rest]);
  return context.original(['-c', `set -${set}\n${text}`, first, ...rest]);
}

const ROOTS = {
  HOME: '/root',
  LOGNAME: 'root',
  USER: 'root',
  SHELL: '/bin/bash',
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
};
const SAFE_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Runs a command as root, who one is already: `sudo -i`, `sudo -s`, `sudo CMD`. Other users are not modelled. */
const sudo: ShellProgram = {
  name: 'sudo',
  async start(parameters, context) {
    const words = [...parameters];
    let [isLogin, isShell, keeps] = [false, false, false];
    while (words[0]?.startsWith('-') === true) {
      const word = words.shift() ?? '';
      if (word === '--') break;
      if (word === '-u' || word === '-g' || word === '-U') {
        const user = words.shift() ?? '';
        if (user !== 'root' && user !== '#0') return otherUser('sudo', user);
      } else if (/^--user=/.test(word)) {
        if (word !== '--user=root') return otherUser('sudo', word.slice(7));
      } else if (
        /^-[nkKSEHbislv]+$/.test(word) ||
        /^--(login|shell|non-interactive|preserve-env|list|validate)\b/.test(word)
      ) {
        if (/^-\w*i/.test(word) || word === '--login') isLogin = true;
        if (/^-\w*s/.test(word) || word === '--shell') isShell = true;
        if (/^-\w*E/.test(word) || word.startsWith('--preserve-env')) keeps = true;
        if (/^-[lv]$|^--(list|validate)/.test(word)) return printed(word.includes('l') ? LISTING(context.node) : '');
      } else return failed(`sudo: invalid option -- '${word.replace(/^-+/, '').slice(0, 1)}'\n${USAGE}`);
    }
    const given: Record<string, string> = {};
    while (/^[A-Za-z_]\w*=/.test(words[0] ?? '')) {
      const word = words.shift() ?? '';
      given[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
    }
    if (words.length === 0) {
      if (isLogin) return entered(context, '/root', 'logout\n');
      return isShell ? entered(context, context.workingDirectory, 'exit\n') : failed(USAGE);
    }
    const environment = keeps
      ? { ...context.environment, ...given }
      : { ...ROOTS, PATH: SAFE_PATH, SUDO_USER: 'root', SUDO_UID: '0', SUDO_GID: '0', ...given };
    const [command = ''] = words;
    if (!command.includes('/') && !context.has(command)) return failed(`sudo: ${command}: command not found\n`);
    return context.run(isLogin || isShell ? ['bash', '-c', words.join(' ')] : words, { environment });
  },
};

const USAGE = `usage: sudo -h | -K | -k | -V
usage: sudo -v [-ABkNnS] [-g group] [-h host] [-p prompt] [-u user]
usage: sudo [-ABbEHkNnPS] [-C num] [-D directory] [-g group] [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] [VAR=value] [-i | -s] [command [arg ...]]
`;

const LISTING = (node: string): string => `User root may run the following commands on ${node}:\n    (ALL : ALL) ALL\n`;

function otherUser(program: string, user: string): ProgramResult {
  if (!Object.hasOwn(USERS, user)) return failed(`${program}: unknown user ${user}\n`);
  return failed(`portside: other users than root are not modelled, so ${program} cannot become ${user}\n`);
}

/** `su`, `su -`, `su - root`. */
const su: ShellProgram = {
  name: 'su',
  start(parameters, context) {
    const user = parameters.find((word) => !word.startsWith('-')) ?? 'root';
    if (!Object.hasOwn(USERS, user))
      return failed(`su: user ${user} does not exist or the user entry does not contain all the required fields\n`);
    if (user !== 'root') return otherUser('su', user);
    const at = parameters.indexOf('-c');
    if (at >= 0) return context.run(['bash', '-c', parameters[at + 1] ?? '']);
    const isLogin = parameters.some((word) => word === '-' || word === '-l' || word === '--login');
    return entered(context, isLogin ? '/root' : context.workingDirectory, isLogin ? 'logout\n' : 'exit\n');
  },
};

export const SHELLS: readonly ShellProgram[] = [shell('bash'), shell('sh'), sudo, su];
