import { issueCertificate } from '../pki/issue.ts';
import { poolKey } from '../pki/keyPool.ts';

/** A day, a year, in milliseconds. */
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** A certificate with its key, PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Who issues, and who may be issued: the certificates of a small kubeadm cluster and of the people around it. */
export interface Credentials {
  readonly ca: KeyPair;
  /** The API server as a kubelet's client. */
  readonly kubeletClient: KeyPair;
  /** The kubelet as the API server's client. */
  readonly node: KeyPair;
  /** A cluster administrator, in `system:masters`. */
  readonly admin: KeyPair;
  /** Known to the cluster, group `dev`, without any right on nodes. */
  readonly bob: KeyPair;
  /** Signed by nobody the cluster trusts, though it claims to be the administrator. */
  readonly intruder: KeyPair;
  /** Who signed the intruder's certificate. */
  readonly intruderCA: KeyPair;
}

/** Issues everything that a cluster whose first node is `nodeName` holds at `now`. Models kubeadm's `certs` phase. */
export function issueCredentials(nodeName: string, now: number): Credentials {
  const authority = (commonName: string, index: number): KeyPair => {
    const privateKey = poolKey(index);
    const certificate = issueCertificate({
      commonName,
      notBefore: now - 30 * DAY,
      notAfter: now + 10 * YEAR,
      serial: String(1 + index),
      privateKey,
      purpose: 'authority',
    });
    return { certificate, privateKey };
  };
  const ca = authority('kubernetes', 0);
  const intruderCA = authority('intruder-ca', 6);
  const client = (commonName: string, organizations: readonly string[], index: number, issuer: KeyPair): KeyPair => {
    const privateKey = poolKey(index);
    const certificate = issueCertificate({
      commonName,
      organizations,
      notBefore: now - 30 * DAY,
      notAfter: now + YEAR,
      serial: String(100 + index),
      privateKey,
      purpose: 'client',
      issuer,
    });
    return { certificate, privateKey };
  };
  return {
    ca,
    kubeletClient: client('kube-apiserver-kubelet-client', [], 1, ca),
    node: client(`system:node:${nodeName}`, ['system:nodes'], 2, ca),
    admin: client('kubernetes-super-admin', ['system:masters'], 3, ca),
    bob: client('bob', ['dev'], 4, ca),
    intruder: client('kubernetes-super-admin', ['system:masters'], 5, intruderCA),
    intruderCA,
  };
}
