/** A daemon of an Ubuntu node that is not the kubelet. It runs from boot to the end of the simulation. */
export interface ServiceRow {
  readonly unit: string;
  readonly description: string;
  readonly documentation: readonly string[];
  readonly pid: number;
  /** The process's name as the kernel keeps it: at most 15 letters. */
  readonly name: string;
  readonly argv: string;
  readonly user: string;
  /** TCP sockets it listens on: address and port. */
  readonly listens?: readonly (readonly [address: string, port: number])[];
}

/** What runs on every node, by pid. Arguments and descriptions are Ubuntu 24.04's; the pids are made up. */
export const SERVICES: readonly ServiceRow[] = [
  {
    unit: 'systemd-journald.service',
    description: 'Journal Service',
    documentation: ['man:systemd-journald.service(8)', 'man:journald.conf(5)'],
    pid: 348,
    name: 'systemd-journal',
    argv: '/usr/lib/systemd/systemd-journald',
    user: 'root',
  },
  {
    unit: 'systemd-udevd.service',
    description: 'Rule-based Manager for Device Events and Files',
    documentation: ['man:systemd-udevd.service(8)', 'man:udev(7)'],
    pid: 391,
    name: 'systemd-udevd',
    argv: '/usr/lib/systemd/systemd-udevd',
    user: 'root',
  },
  {
    unit: 'systemd-networkd.service',
    description: 'Network Configuration',
    documentation: ['man:systemd-networkd.service(8)', 'man:org.freedesktop.network1(5)'],
    pid: 530,
    name: 'systemd-network',
    argv: '/usr/lib/systemd/systemd-networkd',
    user: 'systemd-network',
  },
  {
    unit: 'systemd-resolved.service',
    description: 'Network Name Resolution',
    documentation: ['man:systemd-resolved.service(8)', 'man:org.freedesktop.resolve1(5)'],
    pid: 532,
    name: 'systemd-resolve',
    argv: '/usr/lib/systemd/systemd-resolved',
    user: 'systemd-resolve',
    listens: [
      ['127.0.0.53%lo', 53],
      ['127.0.0.54', 53],
    ],
  },
  {
    unit: 'cron.service',
    description: 'Regular background program processing daemon',
    documentation: ['man:cron(8)'],
    pid: 601,
    name: 'cron',
    argv: '/usr/sbin/cron -f -P',
    user: 'root',
  },
  {
    unit: 'dbus.service',
    description: 'D-Bus System Message Bus',
    documentation: ['man:dbus-daemon(1)'],
    pid: 602,
    name: 'dbus-daemon',
    argv: '@dbus-daemon --system --address=systemd: --nofork --nopidfile --systemd-activation --syslog-only',
    user: 'messagebus',
  },
  {
    unit: 'systemd-logind.service',
    description: 'User Login Management',
    documentation: ['man:sd-login(3)', 'man:systemd-logind.service(8)', 'man:logind.conf(5)'],
    pid: 611,
    name: 'systemd-logind',
    argv: '/usr/lib/systemd/systemd-logind',
    user: 'root',
  },
  {
    unit: 'containerd.service',
    description: 'containerd container runtime',
    documentation: ['https://containerd.io'],
    pid: 640,
    name: 'containerd',
    argv: '/usr/bin/containerd',
    user: 'root',
  },
  {
    unit: 'ssh.service',
    description: 'OpenBSD Secure Shell server',
    documentation: ['man:sshd(8)', 'man:sshd_config(5)'],
    pid: 655,
    name: 'sshd',
    argv: 'sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups',
    user: 'root',
    listens: [
      ['0.0.0.0', 22],
      ['::', 22],
    ],
  },
];
