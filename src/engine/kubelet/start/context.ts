import type { Cluster } from '../../apiserver/cluster.ts';
import type { EffectiveConfiguration } from '../../config/effective.ts';
import type { Host } from '../../host/host.ts';
import type { Release } from '../../versions/release.ts';

/** What a start looks at once it is configured: the host as it is now, and the API server. */
export interface StartContext {
  readonly host: Host;
  readonly cluster: Cluster;
  readonly config: EffectiveConfiguration;
  readonly release: Release;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
