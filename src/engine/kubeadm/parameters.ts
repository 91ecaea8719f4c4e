import type { KubeletConfigParameters } from './configYaml.ts';

/** PEM texts that a node holds. */
export interface NodePki {
  /** The cluster's CA certificate: `/etc/kubernetes/pki/ca.crt`. */
  readonly ca: string;
  /** The kubelet's client certificate and its key, one behind the other: `kubelet-client-current.pem`. */
  readonly kubeletClient: string;
  /** Further files by absolute path (`/root/bob.crt`, `/var/lib/kubelet/pki/kubelet.crt`). Keys, `*.key`, get mode 0600. */
  readonly further?: Readonly<Record<string, string>>;
}

/** What makes one node differ from the next. */
export interface NodeParameters {
  /** The machine's name, and the node's unless `nodeName` is given. */
  readonly hostname: string;
  /** Given when the node's name is not the machine's: kubeadm then passes `--hostname-override`. */
  readonly nodeName?: string;
  /** The node's address on the cluster network: `10.0.0.11`. */
  readonly address: string;
  /** Version of the installed packages, without `v`: `1.36.3`. */
  readonly version: string;
  readonly pki: NodePki;
  /** URL of the API server; default `https://10.0.0.10:6443`. */
  readonly server?: string;
  /** Static pods: file name below `/etc/kubernetes/manifests` → YAML. */
  readonly manifests?: Readonly<Record<string, string>>;
  readonly config?: KubeletConfigParameters;
  /** Value of `KUBELET_EXTRA_ARGS`, as text in `/etc/default/kubelet`. */
  readonly extraArgs?: string;
  /** Further files by absolute path, root's, mode 0644; they win over the others. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines of `/etc/hosts` for other machines of the cluster: address → name. */
  readonly neighbours?: Readonly<Record<string, string>>;
  /** The present, milliseconds since the epoch: the node booted and joined an hour before. */
  readonly now: number;
}

/** Where the API server is unless a node says otherwise. */
export const DEFAULT_SERVER = 'https://10.0.0.10:6443';
