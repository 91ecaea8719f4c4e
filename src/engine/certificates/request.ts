import { objectAt, objectsAt, textAt, textsAt } from '../apiserver/json.ts';
import type { JsonObject } from '../json.ts';
import { decodeBase64 } from '../pki/bytes.ts';
import { type CertificationRequest, readCertificationRequest } from '../pki/certificationRequest.ts';
import { type Extensions, readExtensions } from '../pki/extensions.ts';
import { remembering } from '../pki/memo.ts';

/** The kind of the objects of this room. */
export const REQUEST_KIND = 'CertificateSigningRequest';

/** The signers of the controller manager. */
export const KUBELET_SERVING = 'kubernetes.io/kubelet-serving';
export const KUBELET_CLIENT = 'kubernetes.io/kube-apiserver-client-kubelet';
export const API_CLIENT = 'kubernetes.io/kube-apiserver-client';
export const LEGACY_UNKNOWN = 'kubernetes.io/legacy-unknown';

/** What a request's `spec.request` asks for. */
export interface Asked {
  readonly request: CertificationRequest;
  readonly names: Pick<Extensions, 'dnsNames' | 'ipAddresses'>;
}

/** The PKCS #10 request inside an object's `spec.request`; null when it is none. */
export function askedBy(object: JsonObject): Asked | null {
  return readAsked(textAt(objectAt(object, 'spec'), 'request'));
}

const readAsked: (encoded: string) => Asked | null = remembering(256, (encoded) => {
  const request = readCertificationRequest(decodeBase64(encoded) ?? '');
  if (request === null) return null;
  const names = readExtensions(request.extensions);
  return 'error' in names ? null : { request, names };
});

/** The condition of a type on a request; null when it has none. */
export function conditionOf(object: JsonObject, type: 'Approved' | 'Denied' | 'Failed'): JsonObject | null {
  const conditions = objectsAt(objectAt(object, 'status'), 'conditions');
  return conditions.find((condition) => textAt(condition, 'type') === type) ?? null;
}

/** PEM of the certificate that was issued; '' while there is none. */
export function issuedTo(object: JsonObject): string {
  return decodeBase64(textAt(objectAt(object, 'status'), 'certificate')) ?? '';
}

const SERVING_USAGES = ['digital signature', 'key encipherment', 'server auth'];
const CLIENT_USAGES = ['client auth', 'digital signature', 'key encipherment'];

/** Why a request is none for a kubelet's certificate; null when it is one. Models pkg/apis/certificates/helpers.go, v1.36. */
export function kubeletRequestError({ request, names }: Asked, spec: JsonObject, serving: boolean): string | null {
  const { commonName, organizations } = request.subject;
  if (organizations.length !== 1 || organizations[0] !== 'system:nodes') {
    return 'subject organization is not system:nodes';
  }
  if (serving && names.dnsNames.length + names.ipAddresses.length === 0) return 'DNS or IP subjectAltName is required';
  if (!serving && names.dnsNames.length > 0) return 'DNS subjectAltNames are not allowed';
  if (!serving && names.ipAddresses.length > 0) return 'IP subjectAltNames are not allowed';
  const wanted = serving ? SERVING_USAGES : CLIENT_USAGES;
  const given = [...new Set(textsAt(spec, 'usages'))].sort();
  const bare = wanted.filter((usage) => usage !== 'key encipherment');
  const same = (list: readonly string[]) => list.join('\n') === given.join('\n');
  const usagesError = same(wanted) || same(bare) ? null : `usages did not match [${wanted.join(' ')}]`;
  if (serving && usagesError !== null) return usagesError;
  if (!commonName.startsWith('system:node:')) return 'subject common name does not begin with system:node:';
  return usagesError;
}
