import type { Certificate } from '../pki/certificate.ts';
import { CREDENTIAL_ID, type Subject } from './subject.ts';

/** Whom a certificate speaks for: a subject, nobody and why, or an error. */
export type CertificateSubject =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'error'; readonly error: string };

/**
 * The user of a verified certificate: its common name, with the organizations as groups. An empty common name is no
 * opinion, not an error. Models CommonNameUserConversion in apiserver/pkg/authentication/request/x509/x509.go, v0.36.
 */
export function certificateSubject(certificate: Certificate): CertificateSubject {
  const known = subjects.get(certificate);
  if (known !== undefined) return known;
  const made = subjectOf(certificate);
  subjects.set(certificate, made);
  return made;
}

/** The same certificate's subject stays the same object, so that what is known of it is found again. */
const subjects = new WeakMap<Certificate, CertificateSubject>();

function subjectOf({ commonName, organizations, uids, sha256 }: Certificate): CertificateSubject {
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
