/** Capabilities that a baseline container may add. */
export const CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** Names that are allowed from a minor version of the policy on. */
interface Since {
  readonly from: number;
  readonly names: readonly string[];
}

export const SELINUX_TYPES: readonly Since[] = [
  { from: 0, names: ['', 'container_t', 'container_init_t', 'container_kvm_t'] },
  { from: 31, names: ['container_engine_t'] },
];

export const SYSCTLS: readonly Since[] = [
  {
    from: 0,
    names: [
      'kernel.shm_rmid_forced',
      'net.ipv4.ip_local_port_range',
      'net.ipv4.tcp_syncookies',
      'net.ipv4.ping_group_range',
      'net.ipv4.ip_unprivileged_port_start',
    ],
  },
  { from: 27, names: ['net.ipv4.ip_local_reserved_ports'] },
  {
    from: 29,
    names: [
      'net.ipv4.tcp_keepalive_time',
      'net.ipv4.tcp_fin_timeout',
      'net.ipv4.tcp_keepalive_intvl',
      'net.ipv4.tcp_keepalive_probes',
    ],
  },
  { from: 32, names: ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'] },
];

/** Volumes a restricted pod may have. */
export const VOLUMES: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
