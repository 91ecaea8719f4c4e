import { issueCertificate } from '../pki/issue.ts';
import { controlPlaneKey, poolKey } from '../pki/keyPool.ts';
import { remembering } from '../pki/memo.ts';

/** A day, a year, in milliseconds. */
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** A certificate with its key, PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Who issues, and who may be issued: the certificates of a kubeadm cluster and of the people around it. */
export interface Credentials {
  readonly ca: KeyPair;
  /** The API server as a server. */
  readonly serving: KeyPair;
  /** The API server as a kubelet's client. */
  readonly kubeletClient: KeyPair;
  /** The API server as etcd's client. */
  readonly etcdClient: KeyPair;
  readonly etcdCA: KeyPair;
  readonly etcdServer: KeyPair;
  readonly etcdPeer: KeyPair;
  readonly etcdHealthcheck: KeyPair;
  readonly frontProxyCA: KeyPair;
  readonly frontProxyClient: KeyPair;
  readonly controllerManager: KeyPair;
  readonly scheduler: KeyPair;
  /** What `admin.conf` holds: a cluster administrator by the binding `kubeadm:cluster-admins`. */
  readonly clusterAdmin: KeyPair;
  /** What `super-admin.conf` holds: an administrator in `system:masters`, whom no RBAC stops. */
  readonly admin: KeyPair;
  /** Signed by nobody the cluster trusts, though it claims to be the administrator. */
  readonly intruder: KeyPair;
  /** Who signed the intruder's certificate. */
  readonly intruderCA: KeyPair;
}

/** Where the control plane of every base is. */
export const CONTROL_PLANE = { name: 'controlplane', address: '10.0.0.10' } as const;

/** Everything that a kubeadm cluster's certificates say at `now`. Models kubeadm's `certs` and `kubeconfig` phases, v1.36. */
export const issueCredentials: (now: number) => Credentials = remembering(4, (now) => {
  const authority = (commonName: string, privateKey: string, serial: number): KeyPair => {
    const certificate = issueCertificate({
      commonName,
      notBefore: now - 30 * DAY,
      notAfter: now + 10 * YEAR,
      serial: String(serial),
      privateKey,
      purpose: 'authority',
      dnsNames: [commonName],
    });
    return { certificate, privateKey };
  };
  const ca = authority('kubernetes', poolKey(0), 1);
  const intruderCA = authority('intruder-ca', poolKey(6), 7);
  const etcdCA = authority('etcd-ca', controlPlaneKey(0), 8);
  const frontProxyCA = authority('front-proxy-ca', controlPlaneKey(1), 9);
  const issue = (issuer: KeyPair, privateKey: string, serial: number, rest: Partial<Request>): KeyPair => ({
    certificate: issueLeaf(issuer, privateKey, serial, now, { commonName: '', purpose: 'client', ...rest }),
    privateKey,
  });
  const client = (commonName: string, organizations: readonly string[], key: string, serial: number): KeyPair =>
    issue(ca, key, serial, { commonName, organizations });
  const both = {
    commonName: CONTROL_PLANE.name,
    purpose: 'server',
    extKeyUsages: ['serverAuth', 'clientAuth'],
  } as const;
  const etcdNames = {
    dnsNames: [CONTROL_PLANE.name, 'localhost'],
    ipAddresses: [CONTROL_PLANE.address, '127.0.0.1', '::1'],
  };
  return {
    ca,
    serving: issue(ca, controlPlaneKey(2), 200, {
      commonName: 'kube-apiserver',
      purpose: 'server',
      dnsNames: [CONTROL_PLANE.name, ...API_NAMES],
      ipAddresses: ['10.96.0.1', CONTROL_PLANE.address],
    }),
    kubeletClient: client('kube-apiserver-kubelet-client', [], poolKey(1), 101),
    etcdClient: issue(etcdCA, controlPlaneKey(3), 201, { commonName: 'kube-apiserver-etcd-client' }),
    etcdCA,
    etcdServer: issue(etcdCA, controlPlaneKey(4), 202, { ...both, ...etcdNames }),
    etcdPeer: issue(etcdCA, controlPlaneKey(5), 203, { ...both, ...etcdNames }),
    etcdHealthcheck: issue(etcdCA, controlPlaneKey(6), 204, { commonName: 'kube-etcd-healthcheck-client' }),
    frontProxyCA,
    frontProxyClient: issue(frontProxyCA, controlPlaneKey(7), 205, { commonName: 'front-proxy-client' }),
    // Keys that only stand inside kubeconfigs are the same as others', to keep the store small.
    controllerManager: client('system:kube-controller-manager', [], controlPlaneKey(5), 206),
    scheduler: client('system:kube-scheduler', [], controlPlaneKey(6), 207),
    clusterAdmin: client('kubernetes-admin', ['kubeadm:cluster-admins'], controlPlaneKey(4), 208),
    admin: client('kubernetes-super-admin', ['system:masters'], poolKey(3), 103),
    intruder: issue(intruderCA, poolKey(5), 105, {
      commonName: 'kubernetes-super-admin',
      organizations: ['system:masters'],
    }),
    intruderCA,
  };
});

/** A kubelet as the API server's client. Nodes of one cluster share a key of the pool, never a name. */
export function issueNodeClient(ca: KeyPair, nodeName: string, now: number, serial = 102): KeyPair {
  const privateKey = poolKey(2);
  const certificate = issueLeaf(ca, privateKey, serial, now, {
    commonName: `system:node:${nodeName}`,
    organizations: ['system:nodes'],
    purpose: 'client',
  });
  return { certificate, privateKey };
}

/** Somebody known to the cluster, of the group `dev`, without any right on nodes. */
export function issueUserClient(ca: KeyPair, name: string, now: number): KeyPair {
  const privateKey = poolKey(4);
  const request: Request = { commonName: name, organizations: ['dev'], purpose: 'client' };
  return { certificate: issueLeaf(ca, privateKey, 104, now, request), privateKey };
}

const API_NAMES = [
  'kubernetes',
  'kubernetes.default',
  'kubernetes.default.svc',
  'kubernetes.default.svc.cluster.local',
] as const;

type Request = Omit<
  Parameters<typeof issueCertificate>[0],
  'privateKey' | 'issuer' | 'serial' | 'notBefore' | 'notAfter'
>;

function issueLeaf(issuer: KeyPair, privateKey: string, serial: number, now: number, request: Request): string {
  return issueCertificate({
    ...request,
    notBefore: now - 30 * DAY,
    notAfter: now + YEAR,
    serial: String(serial),
    privateKey,
    issuer,
  });
}
