import { goQuote } from '../config/go/quote.ts';
import type { ApiClient } from '../kubelet/process.ts';
import { reviewAccess } from './access.ts';
import type { Cluster } from './cluster.ts';
import { ANONYMOUS } from './subject.ts';

/** The two things that a kubelet asks the API server while it serves. */
export type Review = 'tokenreviews' | 'subjectaccessreviews';

const GROUPS: Readonly<Record<Review, string>> = {
  tokenreviews: 'authentication.k8s.io',
  subjectaccessreviews: 'authorization.k8s.io',
};

/**
 * Why a kubelet's call to create a review fails, in client-go's words, or null when the API server takes it: nobody
 * answers at the kubeconfig's server, the kubelet's certificate is not accepted there, or its user may not ask.
 */
export function callError(cluster: Cluster, client: ApiClient, review: Review): string | null {
  const known = errors.get(client);
  const kept = known?.cluster === cluster ? known : { cluster, byReview: new Map<Review, string | null>() };
  errors.set(client, kept);
  const before = kept.byReview.get(review);
  if (before !== undefined) return before;
  const error = createError(cluster, client, GROUPS[review], review);
  kept.byReview.set(review, error);
  return error;
}

/** Answers by client, for the cluster last asked: a kubelet asks often, and little changes between two requests. */
const errors = new WeakMap<ApiClient, { readonly cluster: Cluster; readonly byReview: Map<Review, string | null> }>();

/** Why a kubelet cannot create an object of a resource without a namespace; null when it can. As {@link callError}, not remembered. */
export function createError(
  cluster: Cluster,
  client: Pick<ApiClient, 'server' | 'subject'>,
  group: string,
  resource: string,
): string | null {
  const address = addressOf(client.server);
  if (!cluster.reachable || address !== cluster.endpoint) {
    const url = `${client.server.replace(/\/+$/, '')}/apis/${group}/v1/${resource}`;
    return `Post ${goQuote(url)}: ${dialError(address)}`;
  }
  const nobody = cluster.anonymousAuth === false && client.subject?.user === ANONYMOUS.user;
  if (client.subject === null || nobody) return 'Unauthorized';
  const decision = reviewAccess(cluster, {
    subject: client.subject,
    verb: 'create',
    group,
    version: 'v1',
    resource,
    subresource: '',
    namespace: '',
    name: '',
  });
  if (decision.allowed) return null;
  const because = decision.reason === '' ? '' : `: ${decision.reason}`;
  return (
    `${resource}.${group} is forbidden: User ${goQuote(client.subject.user)} cannot create resource "${resource}"` +
    ` in API group "${group}" at the cluster scope${because}`
  );
}

/** Host and port that a server URL leads to. */
export function addressOf(server: string): string {
  const rest = server.replace(/^https?:\/\//, '');
  const host = rest.split('/')[0] ?? '';
  if (/:\d+$/.test(host)) return host;
  return `${host}:${server.startsWith('http://') ? '80' : '443'}`;
}

function dialError(address: string): string {
  const host = address.replace(/:\d+$/, '');
  if (/^[0-9.]+$/.test(host) || host.startsWith('[') || host === 'localhost') {
    return `dial tcp ${address.replace(/^localhost:/, '127.0.0.1:')}: connect: connection refused`;
  }
  return `dial tcp: lookup ${host}: no such host`;
}
