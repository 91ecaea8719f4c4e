import { readCertificationRequest } from './certificationRequest.ts';
import { pemBlocks } from './pem.ts';

/** Who a signing request asks a certificate for. */
export interface RequestedSubject {
  readonly commonName: string;
  readonly organizations: readonly string[];
}

/** The subject of a PEM text's signing request, or why there is none. Models ParseCSR in pkg/apis/certificates/v1/helpers.go, v1.36. */
export function requestedSubject(pem: string): RequestedSubject | { readonly error: string } {
  const [block] = pemBlocks(pem);
  if (block?.type !== 'CERTIFICATE REQUEST') return { error: 'PEM block type must be CERTIFICATE REQUEST' };
  const request = readCertificationRequest(pem);
  if (request === null) return { error: 'asn1: structure error: malformed certificate request' };
  const { commonName, organizations } = request.subject;
  return { commonName, organizations };
}
