import type { JsonObject } from '../json.ts';
import { bootstrapObjects } from './bootstrap.ts';
import type { Cluster } from './cluster.ts';
import { applyObject } from './objects.ts';

/** What makes a cluster one's own. */
export interface ClusterParts {
  /** PEM of the authorities that client certificates are checked against. */
  readonly clientCA: string;
  readonly serviceAccountKey: Cluster['serviceAccountKey'];
  /** Host and port, as the kubelets' kubeconfig names it. */
  readonly endpoint: string;
  /** Applied in order, after the bootstrap roles and bindings. */
  readonly objects: readonly JsonObject[];
  readonly kubeletClient?: Cluster['kubeletClient'];
}

/**
 * A reachable API server with `--authorization-mode=Node,RBAC` and its bootstrap roles and bindings.
 * Throws when the API server would refuse one of the objects: an author's mistake, its words in the message.
 */
export function newCluster(parts: ClusterParts): Cluster {
  const empty: Cluster = {
    reachable: true,
    endpoint: parts.endpoint,
    authorizationModes: ['Node', 'RBAC'],
    objects: {},
    revision: 1,
    serviceAccountKey: parts.serviceAccountKey,
    clientCA: parts.clientCA,
    ...(parts.kubeletClient === undefined ? {} : { kubeletClient: parts.kubeletClient }),
  };
  bootstrapped ??= withObjects(empty, bootstrapObjects());
  const { objects, revision } = bootstrapped;
  return withObjects({ ...empty, objects, revision }, parts.objects);
}

/** What every API server makes for itself is the same everywhere: applied once. */
let bootstrapped: Pick<Cluster, 'objects' | 'revision'> | null = null;

function withObjects(start: Cluster, objects: readonly JsonObject[]): Cluster {
  return objects.reduce<Cluster>((cluster, object) => {
    const change = applyObject(cluster, object);
    if (change.error !== undefined) throw new Error(change.error);
    return change.cluster;
  }, start);
}
