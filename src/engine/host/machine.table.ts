/** The machine that every node is. */
export const MACHINE = {
  cores: 2,
  memoryBytes: 4_118_151_168,
  diskBytes: 42_004_086_784,
  diskUsedBytes: 9_663_676_416,
  inodes: 2_621_440,
  inodesUsed: 214_310,
  kernel: '6.1.0-38-amd64',
  kernelVersion: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.147-1 (2025-08-02)',
  system: 'Debian GNU/Linux 12 (bookworm)',
  /** Debian 12's, as on the machine of the recordings. */
  containerd: '1.6.20~ds1',
} as const;
