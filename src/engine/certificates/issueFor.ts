import type { Cluster } from '../apiserver/cluster.ts';
import { textsAt, valueAt } from '../apiserver/json.ts';
import type { JsonObject } from '../json.ts';
import { hex } from '../pki/bytes.ts';
import { readCertificates } from '../pki/certificate.ts';
import { digest } from '../pki/digest.ts';
import { issueCertificate } from '../pki/issue.ts';
import type { Asked } from './request.ts';

const MINUTE = 60_000;
const BACKDATE = 5 * MINUTE;
const SHORT = 8 * 60 * MINUTE;
const SHORTEST = 10 * MINUTE;
/** `--cluster-signing-duration`, a year. */
const LONGEST = 8760 * 60 * MINUTE;

/** Names of certificate extensions for the usages of the API. */
const EXTENDED: Readonly<Record<string, string>> = {
  any: 'any',
  'server auth': 'serverAuth',
  'client auth': 'clientAuth',
  'code signing': 'codeSigning',
  'email protection': 'emailProtection',
  's/mime': 'emailProtection',
  'ipsec end system': '1.3.6.1.5.5.7.3.5',
  'ipsec tunnel': '1.3.6.1.5.5.7.3.6',
  'ipsec user': '1.3.6.1.5.5.7.3.7',
  timestamping: 'timeStamping',
  'ocsp signing': 'OCSPSigning',
};

/**
 * The certificate for a request, PEM: from five minutes ago, for a year or for what `spec.expirationSeconds` says, never beyond
 * its authority's end. Null when the authority has ended. Its serial follows from the request and the moment.
 * Models pkg/controller/certificates/{signer/signer.go,authority/policies.go}, v1.36.
 */
export function issueFor(
  signer: NonNullable<Cluster['signer']>,
  { request, names }: Asked,
  spec: JsonObject,
  now: number,
): string | null {
  const [authority] = readCertificates(signer.certificate);
  if (authority === undefined || now >= authority.notAfter) return null;
  const seconds = valueAt(spec, 'expirationSeconds');
  const asked = typeof seconds === 'number' ? Math.max(SHORTEST, seconds * 1000) : LONGEST;
  const span = Math.min(asked, LONGEST);
  const usages = textsAt(spec, 'usages');
  const extended = usages.flatMap((usage) => (Object.hasOwn(EXTENDED, usage) ? [EXTENDED[usage] ?? ''] : []));
  const chance = hex(digest('SHA256', `${now} ${request.raw}`).slice(0, 16));
  return issueCertificate({
    commonName: request.subject.commonName,
    organizations: request.subject.organizations,
    notBefore: whole(now - BACKDATE),
    notAfter: Math.min(whole(now + span - (span < SHORT ? 0 : BACKDATE)), authority.notAfter),
    serial: (BigInt(`0x${chance}`) >> 1n).toString(),
    publicKey: request.rawKey,
    purpose: usages.includes('server auth') ? 'server' : 'client',
    extKeyUsages: [...new Set(extended)],
    keyEncipherment: usages.includes('key encipherment'),
    dnsNames: names.dnsNames,
    ipAddresses: names.ipAddresses,
    issuer: signer,
  });
}

/** Certificates know whole seconds. */
function whole(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
