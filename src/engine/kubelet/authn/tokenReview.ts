import { reviewAccess } from '../../apiserver/access.ts';
import type { Cluster } from '../../apiserver/cluster.ts';
import type { ReviewFailure, TokenDecision } from '../../apiserver/review.ts';
import { reviewToken } from '../../apiserver/tokenReview.ts';
import type { ApiClient } from '../process.ts';

/**
 * Asks the API server who a token belongs to, as the kubelet's own client: the server may be down, not know the
 * kubelet, or not let it ask. Models webhook.go in apiserver/plugin/pkg/authenticator/token/webhook, v0.36.
 */
export function askTokenReview(
  cluster: Cluster,
  client: ApiClient,
  token: string,
  now: number,
): TokenDecision | ReviewFailure {
  if (!cluster.reachable) {
    const url = `${client.server}/apis/authentication.k8s.io/v1/tokenreviews`;
    return { error: `Post "${url}": dial tcp ${hostOf(client.server)}: connect: connection refused` };
  }
  if (client.subject === null) return { error: 'Unauthorized' };
  const allowed = reviewAccess(cluster, {
    subject: client.subject,
    verb: 'create',
    group: 'authentication.k8s.io',
    version: 'v1',
    resource: 'tokenreviews',
    subresource: '',
    namespace: '',
    name: '',
  });
  if (allowed.allowed) return reviewToken(cluster, token, now);
  const reason = allowed.reason === '' ? '' : `: ${allowed.reason}`;
  return {
    error:
      `tokenreviews.authentication.k8s.io is forbidden: User "${client.subject.user}" cannot create resource ` +
      `"tokenreviews" in API group "authentication.k8s.io" at the cluster scope${reason}`,
  };
}

/** `10.0.0.10:6443` of `https://10.0.0.10:6443`: the address dialled, with the scheme's port when none is named. */
function hostOf(server: string): string {
  const host = server.replace(/^[a-z]+:\/\//, '').replace(/\/.*$/, '');
  if (/:\d+$/.test(host)) return host;
  return `${host}:${server.startsWith('http://') ? 80 : 443}`;
}
