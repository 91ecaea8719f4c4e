import type { Subject } from '../../apiserver/subject.ts';
import type { Certificate } from '../../pki/certificate.ts';
import { verifyClient } from '../../pki/verify.ts';
import { NOTHING, type Opinion } from './opinion.ts';

/** The key under which Kubernetes notes which credential a user came with. */
const CREDENTIAL_ID = 'authentication.kubernetes.io/credential-id';

/**
 * The client certificate authenticator: `peer` is what TLS delivered (null without a certificate), `clientCA` the
 * bundle in force (null when none is configured). The user is the common name, the groups are the organizations.
 * Models apiserver/pkg/authentication/request/x509/x509.go, v0.36.
 */
export function authenticateCertificate(peer: string | null, clientCA: string | null, now: number): Opinion {
  if (peer === null || clientCA === null) return NOTHING;
  const verified = verifyClient(peer, clientCA, now);
  return verified.ok ? userOf(verified.leaf) : { kind: 'error', error: verified.error };
}

/** Who a verified certificate speaks for. An empty common name is no opinion, not an error. */
function userOf({ commonName, organizations, uids, sha256 }: Certificate): Opinion {
  if (commonName === '') return { kind: 'none', why: 'the certificate has no common name' };
  const [uid] = uids;
  if (uids.length > 1) {
    return { kind: 'error', error: `expected 1 UID, but found multiple: [${uids.join(' ')}]` };
  }
  if (uid === '') return { kind: 'error', error: 'UID cannot be an empty string' };
  const subject: Subject = {
    user: commonName,
    ...(uid === undefined ? {} : { uid }),
    groups: organizations,
    extra: { [CREDENTIAL_ID]: [`X509SHA256=${sha256}`] },
  };
  return { kind: 'subject', subject };
}
