import type { JsonObject } from '../json.ts';
import { readCertificates } from '../pki/certificate.ts';
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

/** kubeadm takes about this long from its authority to a cluster that has its objects, in milliseconds. */
const SETUP = 18_000;

/** When a cluster was set up: shortly after its authority was made. Milliseconds since the epoch; `now` when that cannot be told. */
export function createdAt<Moment extends number | null>(
  { clientCA }: Pick<Cluster, 'clientCA'>,
  now: Moment,
): number | Moment {
  const authority = readCertificates(clientCA)[0]?.notBefore;
  return authority === undefined ? now : authority + SETUP;
}
