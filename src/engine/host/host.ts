import type { Files } from './files.ts';
import type { JournalLine } from './journal.ts';
import type { LoadedUnit } from './unit.ts';

/** A Linux node as root sees it. */
export interface Host {
  readonly hostname: string;
  /** The node's address on the cluster network (`10.0.0.11`). */
  readonly address: string;
  readonly files: Files;
  readonly units: Readonly<Record<string, LoadedUnit>>;
  readonly journal: readonly JournalLine[];
  /** Version of cgroups that the kernel offers. */
  readonly cgroup: 1 | 2;
  readonly sysctls: Readonly<Record<string, string>>;
  /** Paths of the container runtime sockets that answer. */
  readonly runtimeSockets: readonly string[];
  readonly bootedAt: number;
  /** The process id that the next process gets. */
  readonly nextPid: number;
  /** TCP ports taken by other programs, as `address:port`. */
  readonly takenPorts: readonly string[];
  /** Units that were enabled (true) or disabled (false) since the node was set up; the others are enabled. */
  readonly enabled?: Readonly<Record<string, boolean>>;
}
