/** A version of Kubernetes that a node can run here. */
export interface KnownVersion {
  readonly version: string;
  /** The organisation in `apiserver-kubelet-client.crt` as this version's kubeadm makes it; null for none. */
  readonly apiServerOrganisation: string | null;
  /** What lets that identity reach kubelets. */
  readonly apiServerBinding: string;
  readonly source: string;
}

/** Newest first. The first is what a fresh node has. */
export const VERSIONS: readonly KnownVersion[] = [
  {
    version: '1.36.3',
    apiServerOrganisation: null,
    apiServerBinding: 'kubeadm:apiserver-kubelet-client',
    source:
      'recorded: kubeadm 1.36.3 made the certificate of the recordings; read in upstream: cmd/kubeadm/app/phases/certs/certlist.go at v1.36.3',
  },
  {
    version: '1.34.9',
    apiServerOrganisation: null,
    apiServerBinding: 'kubeadm:apiserver-kubelet-client',
    source: 'read in upstream: cmd/kubeadm/app/phases/certs/certlist.go at v1.34.9 (so since 1.34.8)',
  },
  {
    version: '1.31.14',
    apiServerOrganisation: 'kubeadm:cluster-admins',
    apiServerBinding: 'kubeadm:cluster-admins',
    source: 'read in upstream: cmd/kubeadm/app/phases/certs/certlist.go at v1.31.14',
  },
];
