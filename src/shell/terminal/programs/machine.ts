import { MACHINE } from '#engine/host/machine.table.ts';
import { failed, printed, type ShellProgram } from '../program.ts';

/** Says what kernel runs. Models coreutils 9.1. */
const uname: ShellProgram = {
  name: 'uname',
  start(words, { node }) {
    const parts: readonly (readonly [string, string])[] = [
      ['s', 'Linux'],
      ['n', node],
      ['r', MACHINE.kernel],
      ['v', MACHINE.kernelVersion],
      ['m', 'x86_64'],
      ['o', 'GNU/Linux'],
    ];
    const flags = words.join('').replaceAll('-', '').replace('all', 'a') || 's';
    const bad = [...flags].find((flag) => !'asnrvmopi'.includes(flag));
    if (bad !== undefined)
      return failed(`uname: invalid option -- '${bad}'\nTry 'uname --help' for more information.\n`);
    const shown = parts.filter(([letter]) => flags.includes('a') || flags.includes(letter));
    return printed(`${shown.map(([, text]) => text).join(' ')}\n`);
  },
};

/** The canonical path of names: there are no links. */
const realpath: ShellProgram = {
  name: 'realpath',
  start(words, { files }) {
    const names = words.filter((word) => !word.startsWith('-'));
    if (names.length === 0) return failed("realpath: missing operand\nTry 'realpath --help' for more information.\n");
    const missing = names.filter((name) => files.status(name) === null);
    return {
      stdout: names
        .filter((name) => !missing.includes(name))
        .map((name) => `${files.absolute(name)}\n`)
        .join(''),
      stderr: missing.map((name) => `realpath: ${name}: No such file or directory\n`).join(''),
      exitCode: missing.length === 0 ? 0 : 1,
    };
  },
};

/** Programs that a node has and the simulator does not model: said in one line, never taken for the program's words. */
const ABSENT =
  'apropos apt apt-get arp at cmp crontab dd df dig dmesg dpkg fdisk free getent gzip gunzip hexdump hostnamectl htop ifconfig install iptables kill killall ldd ln locale localectl loginctl lsblk lscpu lsmod lsof make mount nc networkctl nft nice nohup nslookup nsenter passwd perl ping pkill python3 resolvectl route rsync scp shuf stty systemd-analyze strace tar tcpdump telnet timedatectl tmux tput top traceroute truncate umount uptime useradd usermod vmstat w wget whatis who xxd yes zcat zip unzip'.split(
    ' ',
  );

export const MACHINE_PROGRAMS: readonly ShellProgram[] = [uname, realpath];

/** They come first in the table, so that a program that is modelled takes the place of its excuse. */
export const NOT_MODELLED: readonly ShellProgram[] = ABSENT.map((name) => ({
  name,
  start: () => failed(`portside: ${name} is not modelled\n`),
}));
