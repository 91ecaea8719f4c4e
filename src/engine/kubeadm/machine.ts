import { GROUP, PASSWD } from '../host/accounts.table.ts';
import type { Files } from '../host/files.ts';
import { MACHINE } from '../host/machine.table.ts';
import { rfc3339 } from '../time.ts';
import { directory, file } from './entry.ts';
import type { NodeParameters } from './parameters.ts';

/** How long ago a fresh node booted: an hour, in milliseconds. */
export const UPTIME = 3_600_000;

/** Debian's file, of the system that a node tells the API server it is. Models base-files 12.4. */
const OS_RELEASE = `PRETTY_NAME="${MACHINE.system}"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"
`;

/** Who built the kernel and with what, as it says when it starts. */
const BUILT =
  '(debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40)';

/** The files that any machine has and a kubelet or a learner meets: names, accounts, resolver, logs. */
export function machineFiles(parameters: NodeParameters): Files {
  const { hostname, address, neighbours = {}, now, version } = parameters;
  const installed = now - UPTIME;
  const others = Object.entries(neighbours).map(([other, name]) => `${other} ${name}\n`);
  return {
    '/etc/group': file(GROUP, installed),
    '/etc/hostname': file(`${hostname}\n`, installed),
    '/etc/hosts': file(`127.0.0.1 localhost\n::1 localhost\n\n${address} ${hostname}\n${others.join('')}`, installed),
    '/etc/os-release': file(OS_RELEASE, installed),
    '/etc/passwd': file(PASSWD, installed),
    '/etc/resolv.conf': file('nameserver 10.0.0.2\nsearch example.internal\n', installed),
    '/etc/machine-id': file(`${machineId(hostname)}\n`, installed, 0o444),
    '/var/log/syslog': { ...file(syslog(hostname, installed), installed, 0o640), group: 'adm' },
    '/var/log/auth.log': { ...file(authLog(hostname, installed), installed, 0o640), group: 'adm' },
    '/var/log/dpkg.log': file(dpkgLog(version, installed), installed),
    '/var/log/containers': directory(installed),
    '/var/log/pods': directory(installed, 0o750),
  };
}

/** 32 hex digits, the same for the same name. */
function machineId(hostname: string): string {
  let state = 0x811c9dc5;
  let digits = '';
  for (let round = 0; round < 4; round += 1) {
    for (const character of `${round}${hostname}`) {
      state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    }
    digits += state.toString(16).padStart(8, '0');
  }
  return digits;
}

/** rsyslog's lines of a boot; a password in them is there for `/logs/syslog` to leak. */
function syslog(hostname: string, at: number): string {
  const lines: readonly (readonly [seconds: number, text: string])[] = [
    [0, `kernel: Linux version ${MACHINE.kernel} ${BUILT} ${MACHINE.kernelVersion}`],
    [1, `kernel: Command line: BOOT_IMAGE=/boot/vmlinuz-${MACHINE.kernel} root=/dev/vda1 ro console=ttyS0`],
    [3, 'systemd[1]: Starting containerd.service - containerd container runtime...'],
    [4, 'systemd[1]: Started containerd.service - containerd container runtime.'],
    [5, 'systemd[1]: Reached target network-online.target - Network is Online.'],
    [5, 'systemd[1]: Started kubelet.service - kubelet: The Kubernetes Node Agent.'],
    [
      41,
      'CRON[903]: (root) CMD (/usr/local/bin/backup --host=db.example.internal --user=backup --password=sunken-treasure)',
    ],
    [62, 'systemd[1]: Started session-1.scope - Session 1 of User ubuntu.'],
  ];
  return stamped(hostname, at, lines);
}

function authLog(hostname: string, at: number): string {
  return stamped(hostname, at, [
    [60, 'sshd[911]: Accepted publickey for ubuntu from 10.0.0.1 port 51514 ssh2: ED25519 SHA256:f2Yq'],
    [60, 'sshd[911]: pam_unix(sshd:session): session opened for user ubuntu(uid=1000) by ubuntu(uid=0)'],
    [75, 'sudo:   ubuntu : TTY=pts/0 ; PWD=/home/ubuntu ; USER=root ; COMMAND=/usr/bin/bash'],
  ]);
}

function dpkgLog(version: string, at: number): string {
  const time = rfc3339(at).replace('T', ' ').replace('Z', '');
  return ['kubelet', 'kubeadm', 'kubectl']
    .map((name) => `${time} status installed ${name}:amd64 ${version}-1.1\n`)
    .join('');
}

function stamped(hostname: string, at: number, lines: readonly (readonly [number, string])[]): string {
  return lines
    .map(([seconds, text]) => `${rfc3339(at + seconds * 1000).replace('Z', '.000000+00:00')} ${hostname} ${text}\n`)
    .join('');
}
