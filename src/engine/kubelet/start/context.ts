import type { Cluster } from '../../apiserver/cluster.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import type { Host } from '../../host/host.ts';

/** What a start looks at once it is configured: the host as it is now, and the API server. */
export interface StartContext {
  readonly host: Host;
  readonly cluster: Cluster;
  readonly config: EffectiveConfiguration;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
