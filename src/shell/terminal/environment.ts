import { SEED, VERSION } from './rewrite.ts';

/** Variables of this name hold what the interpreter knows of aliases. */
export const ALIAS = 'BASH_ALIAS_';

/** What the interpreter keeps of `set -o`, and of `shopt`. */
export const SETTABLE = new Set([
  'allexport',
  'errexit',
  'noclobber',
  'noglob',
  'nounset',
  'pipefail',
  'posix',
  'verbose',
  'xtrace',
]);
export const SHOPTS = new Set([
  'extglob',
  'dotglob',
  'nullglob',
  'failglob',
  'globstar',
  'nocaseglob',
  'nocasematch',
  'lastpipe',
  'xpg_echo',
]);

/** What a login shell of root's exports. */
export function initialEnvironment(cwd: string): Readonly<Record<string, string>> {
  return {
    SHELL: '/bin/bash',
    PWD: cwd,
    LOGNAME: 'root',
    HOME: '/root',
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    USER: 'root',
    SHLVL: '1',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    OLDPWD: cwd,
  };
}

/** Variables of a new shell that are not exported. `seed` is where `$RANDOM` begins. */
export function initialVariables(node: string, seed: number): Readonly<Record<string, string>> {
  return {
    [`${ALIAS}k`]: 'kubectl',
    [`${ALIAS}ll`]: 'ls -alF',
    [SEED]: String(seed),
    [VERSION]: '5.2.15(1)-release',
    HOSTNAME: node,
    IFS: ' \t\n',
    OPTIND: '1',
    OSTYPE: 'linux-gnu',
    MACHTYPE: 'x86_64-pc-linux-gnu',
    HOSTTYPE: 'x86_64',
    PS1: '\\u@\\h:\\w\\$ ',
    PS2: '> ',
  };
}
