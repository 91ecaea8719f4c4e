import { certificateSubject } from '../../apiserver/certificateSubject.ts';
import { verifyClient } from '../../pki/verify.ts';
import { NOTHING, type Opinion } from './opinion.ts';

/**
 * The client certificate authenticator: `peer` is what TLS delivered (null without a certificate), `clientCA` the
 * bundle in force (null when none is configured).
 * Models apiserver/pkg/authentication/request/x509/x509.go, v0.36.
 */
export function authenticateCertificate(peer: string | null, clientCA: string | null, now: number): Opinion {
  if (peer === null || clientCA === null) return NOTHING;
  const verified = verifyClient(peer, clientCA, now);
  return verified.ok ? certificateSubject(verified.leaf) : { kind: 'error', error: verified.error };
}
