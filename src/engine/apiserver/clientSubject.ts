import { verifyClient } from '../pki/verify.ts';
import { certificateSubject } from './certificateSubject.ts';
import type { Cluster } from './cluster.ts';
import { ANONYMOUS, type Subject } from './subject.ts';
import { reviewToken } from './tokenReview.ts';

/** What a client of the API server shows of itself: a certificate chain (PEM), a bearer token, or nothing. */
export interface ClientCredentials {
  readonly certificate: string | null;
  readonly token: string | null;
}

/**
 * Whom the API server takes a client for, at a moment in milliseconds since the epoch: the certificate first, then the
 * token; `system:anonymous` when neither says anything, null when what was shown is not accepted (401).
 * Models pkg/kubeapiserver/authenticator/config.go and apiserver/pkg/authentication/request/x509, v1.36.
 */
export function clientSubject(cluster: Cluster, credentials: ClientCredentials, now: number): Subject | null {
  let rejected = false;
  if (credentials.certificate !== null) {
    const verified = verifyClient(credentials.certificate, cluster.clientCA, now);
    const opinion = verified.ok ? certificateSubject(verified.leaf) : null;
    if (opinion?.kind === 'subject') {
      const { subject } = opinion;
      const others = subject.groups.filter((group) => group !== 'system:authenticated');
      return { ...subject, groups: [...others, 'system:authenticated'] };
    }
    rejected = opinion?.kind !== 'none';
  }
  if (credentials.token !== null) {
    const decision = reviewToken(cluster, credentials.token, now);
    if (decision.authenticated) return decision.subject;
    rejected = true;
  }
  return rejected ? null : ANONYMOUS;
}
